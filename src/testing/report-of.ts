/** The report of a scenario with one lane. */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { LaneReport } from '../scenario/outcome-report.ts';
import { simulate } from '../sim/simulate.ts';

export function reportOf(scenario: CompiledScenario): LaneReport {
  const [lane, ...others] = Object.values(simulate(scenario).report.lanes);
  if (lane === undefined || others.length > 0) throw new Error('the scenario has one lane');
  return lane;
}
