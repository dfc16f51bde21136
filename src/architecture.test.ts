/** The shape of the source, checked on its text: who imports whom, and what may stand nowhere. */

import { describe, expect, test } from 'vitest';
import { LANES } from './sim/lanes/lane-list.ts';
import { allowsModule, allowsPackage, IN_TESTS, LAYERS } from './testing/layer-table.ts';
import { importsIn, readSourceFiles } from './testing/source-files.ts';
import type { ImportOf, SourceFile } from './testing/source-files.ts';

/** Below this, the test has not seen the source: raise it as the source grows. */
const LEAST_MODULES = 150;
const MOST_LINES = 300;
const MOST_LINES_MEDIAN = 100;

/** The only file that sees every layer. */
const COMPOSITION_ROOT = 'main.tsx';

const files = readSourceFiles();
const modules = files.filter(({ isTest }) => !isTest);
const layerOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
const isPure = (path: string): boolean => LAYERS[layerOf(path)]?.isPure === true;

function isAllowed(file: SourceFile, { specifier, module, isTypeOnly }: ImportOf): boolean {
  if (file.path === COMPOSITION_ROOT) return true;
  const layer = layerOf(file.path);
  const own = LAYERS[layer];
  const rules = [...(own === undefined ? [] : [own]), ...(file.isTest ? [IN_TESTS] : [])];
  if (module === null) {
    return specifier.startsWith('virtual:') ? file.isTest : rules.some((rule) => allowsPackage(rule, specifier));
  }
  if (own !== undefined && layerOf(module) === layer) return true;
  return rules.some((rule) => allowsModule(rule.imports, module) || (isTypeOnly && allowsModule(rule.types, module)));
}

describe('layers', () => {
  test('the test has seen the source: its modules, each of its layers and their imports', () => {
    expect(modules.length).toBeGreaterThanOrEqual(LEAST_MODULES);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(LEAST_MODULES * 2);
    const seen = new Set(modules.map(({ path }) => layerOf(path)));
    for (const layer of ['base', 'protocol', 'scenario', 'sim', 'projection', 'worker', 'view', 'cli']) {
      expect(seen, `no module of ${layer}`).toContain(layer);
    }
  });

  test('every folder of src is a layer with a rule', () => {
    const folders = new Set(files.map(({ path }) => layerOf(path)).filter((layer) => layer !== ''));
    expect([...folders].filter((layer) => LAYERS[layer] === undefined)).toEqual([]);
  });

  test('imports of all forms are found, with what they leave behind', () => {
    // Spelt apart, since this file is searched as well.
    const [load, address] = ['import', 'new URL'];
    const source = [
      `import a, { b } from '../base/a.ts';`,
      `import type { T } from './t.ts';`,
      `import { type U, type V } from './u.ts';`,
      `import {\n  w,\n  type X,\n} from 'package/sub';`,
      `import './side.css';`,
      `export * from './everything.ts';`,
      `const lazy = () => ${load}('./lazy.ts');`,
      `new Worker(${address}('./thread.ts', import.meta.url));`,
    ].join('\n');
    const found = importsIn('view/x/file.ts', source);
    expect(found.map(({ specifier, module, isTypeOnly }) => [specifier, module, isTypeOnly])).toEqual([
      ['../base/a.ts', 'view/base/a.ts', false],
      ['./t.ts', 'view/x/t.ts', true],
      ['./u.ts', 'view/x/u.ts', true],
      ['package/sub', null, false],
      ['./side.css', 'view/x/side.css', false],
      ['./everything.ts', 'view/x/everything.ts', false],
      ['./lazy.ts', 'view/x/lazy.ts', false],
      ['./thread.ts', 'view/x/thread.ts', false],
    ]);
  });

  test('no module imports a layer or a package that its own layer may not', () => {
    const refused = files.flatMap((file) =>
      file.imports
        .filter((imported) => !isAllowed(file, imported))
        .map(({ specifier, isTypeOnly }) => `${file.path} imports ${isTypeOnly ? 'types of ' : ''}${specifier}`),
    );
    expect(refused).toEqual([]);
  });

  test('no module of the product imports a test or what serves tests', () => {
    const tests = new Set(files.filter(({ isTest }) => isTest).map(({ path }) => path));
    const product = modules.filter(({ path }) => layerOf(path) !== 'bench');
    const refused = product.filter(({ imports }) => imports.some(({ module }) => module !== null && tests.has(module)));
    expect(refused.map(({ path }) => path)).toEqual([]);
  });

  test('no lane imports another', () => {
    const refused = files.flatMap(({ path, imports }) => {
      const lane = laneFolder(path);
      const others = imports.filter(({ module }) => module !== null && ![null, lane].includes(laneFolder(module)));
      return lane === null ? [] : others.map(({ specifier }) => `${path} imports ${specifier}`);
    });
    expect(refused).toEqual([]);
  });

  test('an import of our own names the file with its extension', () => {
    const refused = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ module }) => module !== null && !/\.(tsx?|css)$/.test(module))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(refused).toEqual([]);
  });
});

describe('what may stand nowhere', () => {
  test('no clock, no unseeded chance, no escape from the types and no postponed work in a pure layer', () => {
    const words = ['Date.now', 'Math.random', 'setTimeout', 'as any', 'TODO'];
    const found = files
      .filter(({ path }) => isPure(path))
      .flatMap(({ path, text }) => words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  test('no default export and no barrel', () => {
    const named = files.filter(({ text }) => /^export default\b|^export \{[^}]*\bas default\b/m.test(text));
    const barrels = files.filter(
      ({ path, text }) =>
        /(^|\/)index\.tsx?$/.test(path) ||
        (/^export .* from /m.test(text) &&
          !/^(const|function|class|interface|type|export (const|function|class|interface|type|async|abstract|declare))\b/m.test(
            text,
          )),
    );
    expect([...named, ...barrels].map(({ path }) => path)).toEqual([]);
  });

  test(`no file is longer than ${MOST_LINES} lines, and half of the modules are under ${MOST_LINES_MEDIAN}`, () => {
    const linesOf = ({ text }: SourceFile): number => text.split('\n').length - 1;
    const long = files.filter((file) => linesOf(file) > MOST_LINES).map((file) => `${file.path}: ${linesOf(file)}`);
    expect(long).toEqual([]);
    const lengths = modules.map(linesOf).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MOST_LINES_MEDIAN);
  });

  test('nothing but its own folder and one line of the list knows a lane by name', () => {
    const knowing = ['sim/lanes/lane-list.ts'];
    const found = modules
      .filter(({ path }) => !knowing.includes(path))
      .flatMap(({ path, code }) =>
        LANES.map(({ name }) => name)
          .filter((lane) => code.includes(lane) && laneFolder(path) !== lane)
          .map((lane) => `${path}: ${lane}`),
      );
    expect(found).toEqual([]);
  });
});

/** The lane whose folder `path` is in, `null` outside of all. */
function laneFolder(path: string): string | null {
  return /^sim\/lanes\/([^/]+)\//.exec(path)?.[1] ?? null;
}
