/** The value that everything else is a view of: what one scenario did in each of its lanes. Plain data. */

import type { BeliefTracks } from '../protocol/belief.ts';
import type { LaneTrace } from '../protocol/trace-event.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { OutcomeReport } from '../scenario/outcome-report.ts';

/** Grows when the same scenario and seed may give another trace. Links carry it. */
export const MODEL_VERSION = 2;

export interface Run {
  readonly model: typeof MODEL_VERSION;
  /** What was simulated, people's interventions included. */
  readonly scenario: CompiledScenario;
  readonly lanes: readonly LaneTrace[];
  readonly report: OutcomeReport;
  /** By lane: what everyone in it took for true at each moment, and what was so. */
  readonly beliefs: Readonly<Record<string, BeliefTracks>>;
}
