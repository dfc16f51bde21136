/**
 * The linter. The overrides of each layer come from the same table as the architecture test, and a
 * global that a pure layer may not touch is refused with the name of what to use instead.
 */

import { readFileSync } from 'node:fs';
import { defineConfig } from 'oxlint';
import type { DummyRuleMap } from 'oxlint';
import { allowsPackage, LAYERS } from './src/testing/layer-table.ts';
import type { LayerRule } from './src/testing/layer-table.ts';

const INSTEAD: Readonly<Record<string, string>> = {
  Date: 'Virtual time comes from the kernel.',
  performance: 'Virtual time comes from the kernel.',
  setTimeout: 'Schedule an event in the kernel.',
  setInterval: 'Schedule an event in the kernel.',
  queueMicrotask: 'The simulator is synchronous; schedule an event in the kernel.',
  requestAnimationFrame: 'Only src/view draws.',
  Promise: 'The simulator is synchronous.',
  crypto: 'Draw from the seeded streams of src/base/random.ts.',
  fetch: 'Pure layers are handed their data.',
  document: 'Only src/view knows the page.',
  window: 'Only src/view knows the page.',
  console: 'Return a value; src/cli prints.',
  process: 'Only src/cli and tools know the process.',
};

/** Arithmetic whose last digit may differ between engines: the same link must give the same trace everywhere. */
const INEXACT = ['random', 'log', 'log2', 'log10', 'exp', 'sin', 'cos', 'tan', 'atan', 'pow', 'cbrt', 'hypot'];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'react', 'import', 'promise', 'vitest', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  env: { builtin: true },
  ignorePatterns: ['dist', 'test-results', 'playwright-report', 'tsconfig/pure-probe.ts'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-console': 'error',
    'no-param-reassign': 'error',
    'no-warning-comments': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-misused-promises': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-readonly': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    // The JSX runtime is automatic.
    'react/react-in-jsx-scope': 'off',
    // Styles and fonts are imported for their effect.
    'import/no-unassigned-import': 'off',
    // The types of the domain narrow on purpose; what remains is checked by review.
    'typescript/no-unsafe-type-assertion': 'off',
    // Small functions read best beside the only test or component that uses them.
    // Sorting an array that was just made is fine.
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // A switch that ends in assertNever returns on every path.
    'typescript/consistent-return': 'off',
    // Callbacks of promises here act, they do not transform.
    'promise/always-return': 'off',
    // fast-check is read best as `fc.property`.
    'import/no-named-as-default-member': 'off',
    'import/no-named-as-default': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*'] }],
    // A live region that is a paragraph, a toolbar that is a group: the role says what no tag does.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // `with(-1, …)` replaces the last one.
    'unicorn/no-confusing-array-with': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
  },
  overrides: [
    ...Object.entries(LAYERS).map(([layer, rule]) => ({
      files: [`src/${layer}/**/*.{ts,tsx}`],
      excludeFiles: ['**/*.test.{ts,tsx}', '**/*.e2e.ts'],
      rules: { ...importRules(layer, rule), ...(rule.isPure ? purityRules() : {}) },
    })),
    { files: ['src/cli/**', 'tools/**'], rules: { 'no-console': 'off' } },
    // Plain JavaScript without a type checker behind it.
    { files: ['**/*.mjs'], rules: untyped() },
    // A machine restored or started without input falls back to its defaults, which XState's types do not tell.
    { files: ['**/*.machine.ts'], rules: { 'typescript/no-unnecessary-condition': 'off' } },
    // Declares modules, and an import at the top would make it one itself.
    { files: ['**/*.d.ts'], rules: { 'typescript/consistent-type-imports': 'off' } },
    { files: ['*.config.ts', '.size-limit.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});

function untyped(): DummyRuleMap {
  const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'];
  return Object.fromEntries(unsafe.map((what) => [`typescript/no-unsafe-${what}`, 'off' as const]));
}

function purityRules(): DummyRuleMap {
  return {
    'no-restricted-globals': ['error', ...Object.entries(INSTEAD).map(([name, message]) => ({ name, message }))],
    'no-restricted-properties': [
      'error',
      ...INEXACT.map((property) => ({
        object: 'Math',
        property,
        message:
          'Engines may differ in it, or no seed replays it: use integers, basic arithmetic and src/base/random.ts.',
      })),
    ],
  };
}

function importRules(layer: string, rule: LayerRule): DummyRuleMap {
  const others = Object.keys(LAYERS).filter((other) => other !== layer && !rule.imports.includes(other));
  const patterns = others.map((other) => {
    const byValue = rule.imports.filter((entry) => entry.startsWith(`${other}/`));
    const hasTypes = rule.types.some((entry) => entry === other || entry.startsWith(`${other}/`));
    return {
      group: [`**/${other}/**`, ...byValue.map((entry) => `!**/${entry}`), ...namesakes(other)],
      allowTypeImports: hasTypes,
      message: `src/${layer} may not import ${hasTypes ? 'more than types of ' : ''}src/${other}; see src/testing/layer-table.ts.`,
    };
  });
  const packages = knownPackages().filter((name) => !allowsPackage(rule, name));
  if (!allowsPackage(rule, 'node:fs')) packages.push('node:.*');
  const refused = {
    regex: `^(${packages.join('|')})(/|$)`,
    message: `src/${layer} may not use this package; see src/testing/layer-table.ts.`,
  };
  return { 'no-restricted-imports': ['error', { patterns: [...patterns, refused] }] };
}

/** Folders within layers that are called like a layer; the architecture test, which resolves paths, tells them apart. */
function namesakes(layer: string): string[] {
  return layer === 'lesson'
    ? ['!**/scenario/lesson/**', '!**/projection/lesson/**', '!./lesson/**', '!../lesson/**']
    : [];
}

function knownPackages(): string[] {
  const text = readFileSync(new URL('package.json', import.meta.url), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  return Object.keys({ ...dependencies, ...devDependencies });
}
