/** What the stage shows for a beat: which run, up to which moment, and where the eye should be. */

import { findMoment } from '../projection/lesson/find-moment.ts';
import type { LessonRuns } from '../projection/lesson/find-moment.ts';
import type { VirtualMs } from '../protocol/time.ts';
import { MAIN_RUN } from '../scenario/lesson/lesson-data.ts';
import type { Beat, Lesson } from '../scenario/lesson/lesson-data.ts';
import type { Run } from '../sim/run.ts';

export interface BeatScene {
  readonly run: Run;
  /** What is different in this run; `null` for the lesson's own. */
  readonly variant: string | null;
  /** From where the run is played: the beat before it, or the start of a run that was not on the stage. */
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
  readonly lane: string;
  /** `null` when the beat is about nobody's page. */
  readonly surface: string | null;
}

/** `null` when the moment never comes; the check of lessons refuses such a beat. */
export function beatScene(
  { beats, variants }: Pick<Lesson, 'beats' | 'variants'>,
  runs: LessonRuns,
  index: number,
): BeatScene | null {
  const beat = beats[index];
  const moment = momentOf(beat, runs);
  const run = moment === null ? undefined : runs.get(moment.run);
  if (beat === undefined || moment === null || run === undefined) return null;
  const before = momentOf(beats[index - 1], runs);
  const follows = before?.run === moment.run && before.atMs <= moment.atMs;
  const { on } = beat.after.pattern;
  return {
    run,
    variant: moment.run === MAIN_RUN ? null : (variants.find(({ id }) => id === moment.run)?.title ?? null),
    fromMs: follows ? before.atMs : before?.run === moment.run ? moment.atMs : 0,
    toMs: moment.atMs,
    lane: moment.lane,
    surface: run.scenario.surfaces.some(({ name }) => name === on) ? on : null,
  };
}

function momentOf(beat: Beat | undefined, runs: LessonRuns) {
  return beat === undefined ? null : findMoment(beat.after, runs);
}
