/**
 * Which layer may import what: an allow-list that the architecture test and the linter both read.
 * What is not listed is denied. A layer is a folder of `src`; its own modules are always allowed.
 */

export interface LayerRule {
  /** Layers, or single modules of a layer, that may be imported. */
  readonly imports: readonly string[];
  /** Layers, or single modules, that may be imported for their types only. */
  readonly types: readonly string[];
  /** Packages that may be imported, subpaths included. `node:` stands for all that comes with Node. */
  readonly packages: readonly string[];
  /** No clock, no chance, no DOM, no process: the same input gives the same output. */
  readonly isPure: boolean;
}

const NOTHING = { imports: [], types: [], packages: [], isPure: false } as const satisfies LayerRule;
const PURE = { ...NOTHING, isPure: true } as const satisfies LayerRule;

const RUN_TYPES = ['sim/run.ts', 'scenario/compiled-scenario.ts', 'scenario/outcome-report.ts', 'scenario/schema.ts'];

export const LAYERS: Readonly<Record<string, LayerRule>> = {
  base: { ...PURE, packages: ['pure-rand'] },
  protocol: { ...PURE, imports: ['base'] },
  // The options of a lane are part of the format, and each lane keeps its own.
  scenario: { ...PURE, imports: ['base', 'protocol', 'sim/lanes/lane-list.ts'], packages: ['zod', 'yaml', 'fflate'] },
  sim: {
    ...PURE,
    imports: ['base', 'protocol', 'scenario/limits.ts'],
    types: ['scenario'],
    packages: ['xstate', 'zod'],
  },
  projection: {
    ...PURE,
    // What a file carries is said where its format is; neither brings the schema library along.
    imports: [
      'base',
      'protocol',
      'scenario/scenario-source.ts',
      'scenario/figure-file.ts',
      'scenario/claims.ts',
      'scenario/lane-hue.ts',
      'scenario/lesson/lesson-data.ts',
      'scenario/lesson/scenario-value.ts',
      'scenario/audit/audit-data.ts',
    ],
    types: [
      ...RUN_TYPES,
      'scenario/run-file.ts',
      'scenario/scenario-problem.ts',
      'scenario/lesson/glossary.ts',
      'scenario/lesson/question-schema.ts',
      'scenario/lesson/lesson-progress.ts',
      'scenario/lesson/sources.ts',
      'scenario/audit/audit-state.ts',
      'scenario/price-facts.ts',
    ],
    packages: ['d3-scale', 'd3-array', 'd3-shape', 'lean-qr'],
  },
  lesson: {
    ...PURE,
    imports: ['base', 'protocol', 'scenario/lesson/lesson-progress.ts'],
    types: [...RUN_TYPES, 'scenario'],
    packages: ['xstate'],
  },
  present: {
    ...PURE,
    imports: ['base', 'protocol', 'projection', 'scenario/lesson/lesson-data.ts'],
    types: [...RUN_TYPES, 'scenario'],
  },
  worker: { ...NOTHING, imports: ['base', 'protocol', 'scenario', 'sim'], packages: ['comlink'] },
  view: {
    ...NOTHING,
    imports: [
      'base',
      'protocol',
      'projection',
      'lesson',
      'present',
      'scenario/lesson/lesson-data.ts',
      'scenario/lesson/lesson-part.ts',
      'scenario/lesson/lesson-progress.ts',
      'scenario/audit/audit-data.ts',
      'scenario/audit/audit-state.ts',
      'scenario/audit/audit-link.ts',
      'worker/simulation-client.ts',
    ],
    types: [...RUN_TYPES, 'scenario', 'worker'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'lucide-react',
      'd3-zoom',
      'd3-selection',
      'd3-axis',
      '@codemirror',
      '@lezer/highlight',
    ],
  },
  // A page of its own around a frame of the product: it knows no more of it than anybody's deck does.
  deck: { ...NOTHING, imports: ['base', 'present/host-message.ts'], packages: ['reveal.js'] },
  cli: {
    ...NOTHING,
    imports: ['base', 'protocol', 'scenario', 'sim', 'projection', 'bench'],
    packages: ['node:', 'vite', 'elkjs'],
  },
  bench: {
    ...NOTHING,
    imports: ['base', 'protocol', 'scenario', 'sim', 'projection', 'view', 'testing', '../tools/browser.ts'],
    packages: ['xstate', 'comlink', 'zod', 'uplot', 'vite', 'playwright', 'node:'],
  },
  e2e: { ...NOTHING, imports: ['base', 'protocol'], packages: ['@playwright/test', '@axe-core/playwright', 'node:'] },
  testing: {
    ...NOTHING,
    imports: ['base', 'protocol', 'scenario', 'sim', 'projection', 'cli'],
    types: ['worker'],
    packages: ['fast-check', 'vitest', 'comlink', 'xstate', 'zod', 'node:'],
  },
};

/** What a test may import beside what its layer may. */
export const IN_TESTS: LayerRule = {
  ...NOTHING,
  imports: ['base', 'protocol', 'scenario', 'sim', 'projection', 'lesson', 'present', 'testing', 'cli'],
  types: ['worker'],
  packages: [
    'vitest',
    'vitest-browser-react',
    'fast-check',
    'ajv',
    'mermaid',
    'zod',
    'qr',
    'eventsource-parser',
    'node:',
  ],
};

/** `react` allows `react` and `react/jsx-runtime`; `node:` allows `node:fs`. */
export function allowsPackage(rule: LayerRule, specifier: string): boolean {
  return rule.packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** Whether `module`, a path below `src`, is one of `allowed`: its layer or itself. */
export function allowsModule(allowed: readonly string[], module: string): boolean {
  return allowed.some((entry) => module === entry || module.startsWith(`${entry}/`));
}
