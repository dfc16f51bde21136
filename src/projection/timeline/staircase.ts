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
  /** Words on the screen, repeats included; back to 0 when a reload wipes it, and less when the page takes a run off. */
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
  const screen = createScreenCount();
  /** Runs of one agent for one prompt write the same words: the first of them names the answer. */
  const answers = new Map<string, number>();
  const answerOf = new Map<number, number>();
  for (const event of trace.events) {
    if (event.type === 'run.started') {
      const key = `${event.turn} ${event.actor}`;
      if (!answers.has(key)) answers.set(key, event.run);
      answerOf.set(event.run, answers.get(key) ?? event.run);
    }
    if (event.actor !== surface) continue;
    if (event.type === 'tokens.shown') screen.show(event, answerOf.get(event.run) ?? event.run);
    else if (event.type === 'answer.discarded') screen.takeOff(event.run);
    else if (event.type === 'screen.cleared' || event.type === 'surface.closed') screen.wipe();
    else continue;
    all.add(event.atMs, screen.shown);
    once.add(event.atMs, screen.distinct);
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

/** No answer has as many tokens: keeps the tokens of different answers apart in one map of numbers. */
const ANSWER_STRIDE = 1_000_000;

/** Counts what stands on a screen. */
function createScreenCount() {
  /** How often each word stands there, by answer and number. */
  const copies = new Map<number, number>();
  const stretches: { readonly run: number; readonly first: number; readonly count: number }[] = [];
  let shown = 0;
  return {
    show(
      { run, from, to }: { readonly run: number; readonly from: number; readonly to: number },
      answer: number,
    ): void {
      const first = answer * ANSWER_STRIDE + from;
      const count = to - from + 1;
      for (let word = first; word < first + count; word += 1) copies.set(word, (copies.get(word) ?? 0) + 1);
      stretches.push({ run, first, count });
      shown += count;
    },
    /** What a run has put there goes. */
    takeOff(run: number): void {
      const gone = stretches.filter((stretch) => stretch.run === run);
      for (const { first, count } of gone) {
        for (let word = first; word < first + count; word += 1) {
          const left = (copies.get(word) ?? 1) - 1;
          if (left === 0) copies.delete(word);
          else copies.set(word, left);
        }
        shown -= count;
      }
      const rest = stretches.filter((stretch) => stretch.run !== run);
      stretches.splice(0, stretches.length, ...rest);
    },
    wipe(): void {
      copies.clear();
      stretches.length = 0;
      shown = 0;
    },
    get shown() {
      return shown;
    },
    get distinct() {
      return copies.size;
    },
  };
}

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
