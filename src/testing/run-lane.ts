/** What one lane did with a scenario: its report, and its facts by type and actor. */

import type { TraceEvent } from '../protocol/trace-event.ts';
import type { LaneReport } from '../scenario/outcome-report.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from './build-scenario.ts';

type FactOf<Type> = Extract<TraceEvent, { readonly type: Type }>;

export interface LaneRun extends LaneReport {
  /** The facts of a type, of all actors or of one. */
  readonly of: <Type extends TraceEvent['type']>(type: Type, actor?: string) => readonly FactOf<Type>[];
}

/** Runs `parts` of a scenario in one lane; they say what differs from {@link buildScenario}. */
export function runLane(lane: string, options: object, parts: Readonly<Record<string, unknown>>): LaneRun {
  const { lanes, report } = simulate(buildScenario({ ...parts, lanes: [{ lane, options }] }));
  const events = lanes[0]?.events ?? [];
  const laneReport = report.lanes[lane];
  if (laneReport === undefined) throw new Error(`there is no report of ${lane}`);
  return {
    ...laneReport,
    of: <Type extends TraceEvent['type']>(type: Type, actor?: string) =>
      events.filter(
        (event): event is FactOf<Type> => event.type === type && (actor === undefined || event.actor === actor),
      ),
  };
}
