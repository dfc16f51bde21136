/** How many tests passed and failed, read from the reports of the runners. */

import { existsSync, readFileSync } from 'node:fs';

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
}

export const NO_TESTS: TestCount = { passed: 0, failed: 0 };

export function addCounts(a: TestCount, b: TestCount): TestCount {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/**
 * A runner that says it failed has at least one failure, one that ran nothing too: a file that cannot
 * be loaded has no tests to count, and a pattern that matches nothing must not pass.
 */
export function countOf(count: TestCount, hasSucceeded: boolean): TestCount {
  const isSound = hasSucceeded && count.passed > 0;
  return { passed: count.passed, failed: isSound ? count.failed : Math.max(1, count.failed) };
}

/** The JSON report of vitest in `file`. */
export function readVitestCount(file: string): TestCount {
  const report = readReport(file);
  return { passed: numberIn(report, 'numPassedTests'), failed: numberIn(report, 'numFailedTests') };
}

/** The JSON report of Playwright in `file`. A test that passed at a second try has failed. */
export function readPlaywrightCount(file: string): TestCount {
  const stats = fieldOf(readReport(file), 'stats');
  return { passed: numberIn(stats, 'expected'), failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky') };
}

/** What `size-limit --json` printed: each limit counts as a test. */
export function readSizeCount(output: string): TestCount {
  const limits: unknown = JSON.parse(output);
  if (!Array.isArray(limits)) return NO_TESTS;
  const passed = limits.filter((limit) => fieldOf(limit, 'passed') === true).length;
  return { passed, failed: limits.length - passed };
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function numberIn(value: unknown, key: string): number {
  const found = fieldOf(value, key);
  return typeof found === 'number' ? found : 0;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
