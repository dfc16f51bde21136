/** How a talk keeps to the minutes that its lesson plans. */

import type { Cue } from './cue.ts';

/** Shares of the time: people think about a question, raise hands and talk about an answer; a beat is a sentence or two. */
const WEIGHTS: Readonly<Record<Cue['kind'], number>> = {
  title: 2,
  predict: 4,
  beat: 2,
  observe: 3,
  answer: 2,
  explain: 3,
  end: 2,
};
const MINUTE_MS = 60_000;

/** When a cue should begin and end, from the start of the talk. */
export interface PlannedTime {
  readonly fromMs: number;
  readonly toMs: number;
}

export function planCues(cues: readonly Cue[], minutes: number): readonly PlannedTime[] {
  const whole = cues.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
  let done = 0;
  return cues.map(({ kind }) => {
    const fromMs = (done / whole) * minutes * MINUTE_MS;
    done += WEIGHTS[kind];
    return { fromMs, toMs: (done / whole) * minutes * MINUTE_MS };
  });
}

export interface Pace {
  readonly kind: 'ahead' | 'on-time' | 'behind';
  /** By how much; 0 on time. */
  readonly byMs: number;
}

/** Ahead when the cue should not have begun yet, behind when it should be over. */
export function paceAt(planned: PlannedTime | undefined, elapsedMs: number): Pace {
  if (planned === undefined) return { kind: 'on-time', byMs: 0 };
  if (elapsedMs < planned.fromMs) return { kind: 'ahead', byMs: planned.fromMs - elapsedMs };
  if (elapsedMs > planned.toMs) return { kind: 'behind', byMs: elapsedMs - planned.toMs };
  return { kind: 'on-time', byMs: 0 };
}
