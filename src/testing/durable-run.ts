/** Runs of the durable lane for tests: a laptop that asks at 100 ms, a phone that is open as well, 40 words. */

import type { LaneReport } from '../scenario/outcome-report.ts';
import type { TraceEvent, TraceEventType } from '../protocol/trace-event.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from './build-scenario.ts';

export interface DurableRun {
  readonly report: LaneReport;
  /** Whether all guarantees named hold. */
  readonly holds: (...ids: readonly (keyof LaneReport['guarantees'])[]) => boolean;
  readonly eventsOf: <Type extends TraceEventType>(
    type: Type,
  ) => readonly Extract<TraceEvent, { readonly type: Type }>[];
}

/** `options` of the lane, entries of the script beyond the opening and the prompt, and other fields of the scenario. */
export function runDurable(options: object, script: readonly object[] = [], fields: object = {}): DurableRun {
  const scenario = buildScenario({
    horizonMs: 60_000,
    lanes: [{ lane: 'durable-session', options }],
    surfaces: { laptop: {}, phone: { kind: 'device' } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 100, on: 'laptop', do: 'send' },
      ...script,
    ],
    ...fields,
  });
  const run = simulate(scenario);
  const [report] = Object.values(run.report.lanes);
  const events = run.lanes[0]?.events ?? [];
  if (report === undefined) throw new Error('the scenario has a lane');
  return {
    report,
    holds: (...ids) => ids.every((id) => report.guarantees[id].held),
    eventsOf: <Type extends TraceEventType>(type: Type) =>
      events.filter((event): event is Extract<TraceEvent, { readonly type: Type }> => event.type === type),
  };
}
