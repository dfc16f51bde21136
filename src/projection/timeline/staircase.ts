/** A count over time: `counts[i]` holds from `times[i]` until `times[i + 1]`. Times ascend; before the first the count is 0. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';

export interface Staircase {
  readonly times: Float64Array;
  readonly counts: Int32Array;
}

/** Words that the agent has made, over all runs. */
export function madeStaircase(trace: LaneTrace): Staircase {
  let made = 0;
  return collect(trace.events, (event, step) => {
    if (event.type !== 'token.generated') return;
    made += 1;
    step(event.atMs, made);
  });
}

/** Words that stand on the screen of `surface`; back to 0 when a reload wipes it. */
export function shownStaircase(trace: LaneTrace, surface: string): Staircase {
  let shown = 0;
  return collect(trace.events, (event, step) => {
    if (event.actor !== surface) return;
    if (event.type === 'tokens.shown') shown += event.to - event.from + 1;
    else if (event.type === 'screen.cleared') shown = 0;
    else return;
    step(event.atMs, shown);
  });
}

/** The index of the last step at or before `atMs`, -1 when there is none. */
export function stepAt({ times }: Staircase, atMs: VirtualMs): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function collect(
  events: LaneTrace['events'],
  visit: (event: LaneTrace['events'][number], step: (atMs: VirtualMs, count: number) => void) => void,
): Staircase {
  const times: number[] = [];
  const counts: number[] = [];
  for (const event of events) {
    visit(event, (atMs, count) => {
      times.push(atMs);
      counts.push(count);
    });
  }
  return { times: Float64Array.from(times), counts: Int32Array.from(counts) };
}
