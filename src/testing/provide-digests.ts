/** Gives browser tests what Node makes of the same scenarios, so that the two can be compared. */

import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { compileScenarioFolder } from '../cli/scenario-files.ts';
import { simulate } from '../sim/simulate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The digest of each scenario of the repository, by its id. */
    readonly digestsInNode: Readonly<Record<string, string>>;
  }
}

export function setup(project: TestProject): void {
  const files = compileScenarioFolder(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  if (!files.ok) throw new Error(`unable to compile the scenarios; ${JSON.stringify(files.error)}`);
  const digests = files.value.map(({ compiled }) => [compiled.id, simulate(compiled).report.digest] as const);
  project.provide('digestsInNode', Object.fromEntries(digests));
}
