/** Small worlds of the resumable lane, for its tests: a laptop asks at 100 ms, token 15 of 40 is on its screen at 1,040 ms. */

import type { TraceEvent } from '../protocol/trace-event.ts';
import { buildScenario } from './build-scenario.ts';
import { eventsOf } from './lane-trace.ts';

/** The trace of a laptop that opens, asks, and then does `script`; `parts` go into the scenario. */
export function resumableTrace(
  options: object,
  script: readonly object[],
  parts: Readonly<Record<string, unknown>> = {},
): readonly TraceEvent[] {
  return eventsOf(
    buildScenario({
      lanes: [{ lane: 'resumable-sse', options }],
      surfaces: { laptop: {}, phone: { kind: 'device' } },
      script: [{ atMs: 0, on: 'laptop', do: 'open' }, { atMs: 100, on: 'laptop', do: 'send' }, ...script],
      ...parts,
    }),
  );
}
