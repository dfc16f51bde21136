/** Worlds of the naive lane for its tests: a laptop that opens and asks, and whatever else a test says. */

import type { LaneReport } from '../scenario/outcome-report.ts';
import type { TraceEvent, TraceEventType } from '../protocol/trace-event.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from './build-scenario.ts';
import { screenOf } from './screen-of.ts';

/** Token 15 was shown at 1,040 ms; the next follows at 1,090. */
export const AT_FIFTEEN_MS = 1070;

export interface NaiveWorld {
  readonly report: LaneReport;
  readonly events: readonly TraceEvent[];
  /** The tokens on the laptop's screen, in order. */
  readonly screen: readonly number[];
  /** The facts of one type, in order. */
  of<Type extends TraceEventType>(type: Type): readonly Extract<TraceEvent, { readonly type: Type }>[];
}

/** Runs the lane with `options`; `parts` are further parts of the scenario, `script` what happens after the prompt at 100 ms. */
export function runNaive(
  options: object,
  script: readonly object[] = [],
  parts: Readonly<Record<string, unknown>> = {},
): NaiveWorld {
  const { lanes, report } = simulate(
    buildScenario({
      lanes: [{ lane: 'naive-sse', options }],
      surfaces: { laptop: {}, phone: {} },
      script: [{ atMs: 0, on: 'laptop', do: 'open' }, { atMs: 100, on: 'laptop', do: 'send' }, ...script],
      ...parts,
    }),
  );
  const [lane] = lanes;
  const [judged] = Object.values(report.lanes);
  if (lane === undefined || judged === undefined) throw new Error('the scenario has one lane');
  const { events } = lane;
  return {
    report: judged,
    events,
    screen: screenOf(events, 'laptop'),
    of: <Type extends TraceEventType>(type: Type) =>
      events.filter((event): event is Extract<TraceEvent, { readonly type: Type }> => event.type === type),
  };
}
