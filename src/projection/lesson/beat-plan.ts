/** How the run of a lesson is played: where it stops for each beat, and how it gets there. */

import type { VirtualMs } from '../../protocol/time.ts';
import { MAIN_RUN } from '../../scenario/lesson/lesson-data.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import { findMoment } from './find-moment.ts';
import type { LessonRuns } from './find-moment.ts';

export interface BeatStop {
  /** `main`, or a variant. */
  readonly run: string;
  /** The lane's name in that run. */
  readonly lane: string;
  readonly atMs: VirtualMs;
}

/** A stretch of a run, and how long it takes to play it in real milliseconds; 0 for a jump. */
export interface Leg {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
  readonly durationMs: number;
}

/** Shorter than this nobody sees what happened; longer than this people wait. */
const SHORTEST_MS = 700;
const LONGEST_MS = 3500;

/** One for each beat. A checked lesson has no beat that never comes; one would stop at the start. */
export function beatStops({ beats }: Pick<Lesson, 'beats'>, runs: LessonRuns): readonly BeatStop[] {
  return beats.map(({ after }) => {
    const moment = findMoment(after, runs);
    return { run: after.run, lane: after.pattern.lane, atMs: moment?.atMs ?? 0 };
  });
}

/** On from the beat before; from the start where that one was in another run, and with a jump where it was later. */
export function legTo(stops: readonly BeatStop[], beat: number): Leg {
  const to = stops[beat] ?? { run: MAIN_RUN, atMs: 0 };
  const before = stops[beat - 1];
  const fromMs = before?.run === to.run ? before.atMs : 0;
  const length = to.atMs - fromMs;
  if (length <= 0) return { fromMs: to.atMs, toMs: to.atMs, durationMs: 0 };
  return { fromMs, toMs: to.atMs, durationMs: Math.min(LONGEST_MS, Math.max(SHORTEST_MS, length)) };
}

/** Where the playhead stands after `elapsedMs` of a leg. */
export function legAt({ fromMs, toMs, durationMs }: Leg, elapsedMs: number): VirtualMs {
  if (elapsedMs >= durationMs) return toMs;
  return Math.round(fromMs + ((toMs - fromMs) * elapsedMs) / durationMs);
}
