/** A count over time: `counts[i]` holds from `times[i]` until `times[i + 1]`. Times ascend; before the first the count is 0. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import { countUntil } from '../stage/sorted-times.ts';

export interface Staircase {
  readonly times: Float64Array;
  readonly counts: Int32Array;
}

/** What stands on one screen. The two are the same object while no word stands there twice. */
export interface ScreenCurves {
  /** Words on the screen, repeats included; back to 0 when a reload wipes it. */
  readonly shown: Staircase;
  /** The same, each word counted once. */
  readonly distinct: Staircase;
}

/** Words that the agent has made, over all runs. */
export function madeStaircase(trace: LaneTrace): Staircase {
  const steps = createSteps();
  let made = 0;
  for (const event of trace.events) {
    if (event.type !== 'token.generated') continue;
    made += 1;
    steps.add(event.atMs, made);
  }
  return steps.finish();
}

export function screenCurves(trace: LaneTrace, surface: string): ScreenCurves {
  const [all, once] = [createSteps(), createSteps()];
  let seen = new Set<number>();
  let shown = 0;
  for (const event of trace.events) {
    if (event.actor !== surface) continue;
    if (event.type === 'tokens.shown') {
      for (let token = event.from; token <= event.to; token += 1) seen.add(event.run * RUN_STRIDE + token);
      shown += event.to - event.from + 1;
    } else if (event.type === 'screen.cleared' || event.type === 'surface.closed') {
      seen = new Set();
      shown = 0;
    } else continue;
    all.add(event.atMs, shown);
    once.add(event.atMs, seen.size);
  }
  const [everything, distinct] = [all.finish(), once.finish()];
  const hasDoubles = everything.counts.some((count, index) => count !== distinct.counts[index]);
  return { shown: everything, distinct: hasDoubles ? distinct : everything };
}

/** The index of the last step at or before `atMs`, -1 when there is none. */
export function stepAt({ times }: Staircase, atMs: VirtualMs): number {
  return countUntil(times, atMs) - 1;
}

export function countAt(staircase: Staircase, atMs: VirtualMs): number {
  return staircase.counts[stepAt(staircase, atMs)] ?? 0;
}

/** The count after the last step. */
export function finalCount({ counts }: Staircase): number {
  return counts.at(-1) ?? 0;
}

/** The greatest count there ever is. */
export function greatestCount({ counts }: Staircase): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** No run has as many tokens: keeps the tokens of different runs apart in one set of numbers. */
const RUN_STRIDE = 1_000_000;

/** Collects steps; those of one moment are one, and what changes nothing is left out. */
export function createSteps() {
  const times: number[] = [];
  const counts: number[] = [];
  return {
    add(atMs: VirtualMs, count: number): void {
      if (times.at(-1) === atMs) counts[counts.length - 1] = count;
      else {
        times.push(atMs);
        counts.push(count);
      }
    },
    finish: (): Staircase => ({ times: Float64Array.from(times), counts: Int32Array.from(counts) }),
  };
}
