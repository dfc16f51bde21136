/** Every scenario of the repository, run: for what must hold of all that can be made of a run. */

import { fileURLToPath } from 'node:url';
import { compileScenarioFolder } from '../cli/scenario-files.ts';
import type { Run } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';

export interface NamedRun {
  readonly id: string;
  readonly run: Run;
}

/** In the order of their files; throws when one cannot be taken. */
export function scenarioRuns(): readonly NamedRun[] {
  const files = compileScenarioFolder(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  return files.value.map(({ compiled }) => ({ id: compiled.id, run: simulate(compiled) }));
}
