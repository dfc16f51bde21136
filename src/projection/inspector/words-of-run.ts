/** The text of a run's answer, as its agent's script has it. */

import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

/** Token k of the run is word `k - 1`; empty for a run that the trace does not have. */
export function wordsOfRun(trace: LaneTrace, scenario: CompiledScenario, run: number): readonly string[] {
  const started = trace.events.find((event) => event.type === 'run.started' && event.run === run);
  if (started === undefined) return [];
  return [scenario.agent, ...scenario.agents].find(({ name }) => name === started.actor)?.words ?? [];
}
