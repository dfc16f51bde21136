import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scenarioPlugin } from './scenario-plugin.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
  writeFileSync(join(folder, 'answers.yaml'), 'version: 1\nanswers: { dosage: take two }\n');
  writeFileSync(
    join(folder, 'main.js'),
    'import { scenarios, laneOptions } from "virtual:scenarios";\nexport { scenarios, laneOptions };\n',
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, id: string, rest: string): void {
  writeFileSync(join(folder, name), `version: 1\nid: ${id}\ntitle: T\n${rest}\n`);
}

/** The code of the page, built from the folder. */
async function buildPage(): Promise<string> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [scenarioPlugin(folder)],
    build: { write: false, minify: false, lib: { entry: join(folder, 'main.js'), formats: ['es'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  return bundle?.output[0].code ?? '';
}

test('the page gets the scenarios as data, in the order of their files, with their answers', async () => {
  write('02-b.yaml', 'second', 'script: []');
  write('01-a.yaml', 'first', 'script: []');
  const page = (await import(`data:text/javascript,${encodeURIComponent(await buildPage())}`)) as {
    readonly scenarios: readonly unknown[];
    readonly laneOptions: Readonly<Record<string, readonly unknown[]>>;
  };
  expect(page.scenarios).toMatchObject([{ id: 'first', agent: { words: ['take', 'two'] } }, { id: 'second' }]);
  expect(page.laneOptions['naive-sse']).toHaveLength(10);
});

test('the page gets neither the YAML reader nor the schema library', async () => {
  write('01-a.yaml', 'first', 'script: []');
  const code = await buildPage();
  expect(code).toContain('first');
  expect(code.length).toBeLessThan(20_000);
});

test('a file that cannot be taken fails the build with file, line and column', async () => {
  write('01-a.yaml', 'first', 'script:\n  - { atMs: 0, on: laptop, do: dorp }');
  await expect(buildPage()).rejects.toThrow(
    `${join(folder, '01-a.yaml')}:5:32: unable to read script[0].do; "dorp" is not a verb`,
  );
});

test('an answers file that cannot be taken fails the build', async () => {
  writeFileSync(join(folder, 'answers.yaml'), 'version: 1\nanswers: { dosage: 5 }\n');
  await expect(buildPage()).rejects.toThrow(
    `${join(folder, 'answers.yaml')}:2:20: unable to read answers.dosage; it must be a text`,
  );
});

test('two files with the same id fail the build', async () => {
  write('01-a.yaml', 'same', 'script: []');
  write('02-b.yaml', 'same', 'script: []');
  await expect(buildPage()).rejects.toThrow(
    `${join(folder, '02-b.yaml')}:2:5: unable to read id; 01-a.yaml has the id "same" already`,
  );
});
