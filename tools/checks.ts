/** The checks that need no test runner, and how to run them. Each one counts as a test of its own. */

import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';

export interface CheckResult extends CommandResult {
  readonly name: string;
}

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const TYPE_CONFIGS = ['tsconfig.json', 'tsconfig/pure.json', 'tsconfig/browser.json', 'tsconfig/node.json'];

const CHECKS: readonly Check[] = [
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '.', '--cache'],
  },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  ...TYPE_CONFIGS.map((config) => ({ name: `types (${config})`, command: 'tsc', args: ['-p', config] })),
  // Without its cache: that remembers imports of files that have since moved, and fails on them.
  { name: 'dead code', command: 'knip', args: [] },
  { name: 'layers', command: 'vitest', args: ['run', '--project', 'pure', 'src/architecture.test.ts'] },
];

/** Runs every check, a few at a time, and says of each how it went. */
export async function runChecks(): Promise<readonly CheckResult[]> {
  const waiting = [...CHECKS];
  const results: CheckResult[] = [];
  const takeOne = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = { name: check.name, ...(await runCommand(check.command, check.args)) };
      results.push(result);
      console.log(`${result.ok ? 'ok    ' : 'FAILED'}  ${result.name}  ${result.seconds.toFixed(1)} s`);
      if (!result.ok) console.log(result.output.trimEnd());
    }
  };
  await Promise.all([takeOne(), takeOne()]);
  return results;
}
