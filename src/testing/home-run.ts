/** The run that the home screen opens on, for tests of what is drawn from it. */

import { fileURLToPath } from 'node:url';
import { compileScenarioFolder } from '../cli/scenario-files.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { simulate } from '../sim/simulate.ts';
import type { Run } from '../sim/run.ts';

/** A scenario of the repository by its id; throws when there is none. */
export function scenarioNamed(id: string): CompiledScenario {
  const files = compileScenarioFolder(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  const found = files.ok ? files.value.find(({ compiled }) => compiled.id === id) : undefined;
  if (found === undefined) throw new Error(`there is no scenario "${id}"`);
  return found.compiled;
}

export function runNamed(id: string): Run {
  return simulate(scenarioNamed(id));
}

/** The ids of all scenarios of the repository. */
export function scenarioIds(): readonly string[] {
  const files = compileScenarioFolder(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  return files.ok ? files.value.map(({ compiled }) => compiled.id) : [];
}
