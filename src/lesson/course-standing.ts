/** Where somebody stands in the course: in each lesson, in all of them, and what is next. */

import type { LessonSummary } from '../scenario/lesson/lesson-data.ts';
import { LESSON_STEPS } from '../scenario/lesson/lesson-progress.ts';
import type { CourseProgress, LessonProgress, LessonStep } from '../scenario/lesson/lesson-progress.ts';

/** `place` of `of` steps, counted from 1. A lesson that was done once stays done, wherever one is in it now. */
export type LessonStanding =
  | { readonly kind: 'new' }
  | { readonly kind: 'begun'; readonly step: LessonStep; readonly place: number; readonly of: number }
  | { readonly kind: 'done'; readonly stars: number };

export interface CourseStanding {
  readonly done: number;
  readonly begun: number;
  readonly stars: number;
  /** Of all lessons. */
  readonly minutes: number;
  /** Of those that are not done. */
  readonly minutesLeft: number;
  /** The lesson to go on with, `null` when all are done. */
  readonly next: LessonSummary | null;
}

/** The last of them is the end of a lesson, and nothing to be done. */
const STEPS = LESSON_STEPS.length - 1;

export function lessonStanding(progress: LessonProgress | undefined): LessonStanding {
  if (progress === undefined) return { kind: 'new' };
  if (progress.isDone) return { kind: 'done', stars: progress.stars };
  if (isUntouched(progress)) return { kind: 'new' };
  return { kind: 'begun', step: progress.step, place: LESSON_STEPS.indexOf(progress.step) + 1, of: STEPS };
}

/** `lessons` are in the order of the course. */
export function courseStanding(lessons: readonly LessonSummary[], progress: CourseProgress): CourseStanding {
  const standings = lessons.map((lesson) => ({ lesson, standing: lessonStanding(progress.lessons[lesson.id]) }));
  const open = standings.filter(({ standing }) => standing.kind !== 'done');
  const lastAt = lessons.findIndex(({ id }) => id === progress.last);
  const next = open.find(({ lesson }) => lessons.indexOf(lesson) >= lastAt) ?? open[0];
  return {
    done: standings.length - open.length,
    begun: open.filter(({ standing }) => standing.kind === 'begun').length,
    stars: lessons.reduce((sum, { id }) => sum + (progress.lessons[id]?.stars ?? 0), 0),
    minutes: sumMinutes(lessons),
    minutesLeft: sumMinutes(open.map(({ lesson }) => lesson)),
    next: next?.lesson ?? null,
  };
}

function isUntouched({ step, predictions, skipped }: LessonProgress): boolean {
  return step === LESSON_STEPS[0] && skipped.length === 0 && predictions.every((prediction) => prediction === null);
}

function sumMinutes(lessons: readonly LessonSummary[]): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}
