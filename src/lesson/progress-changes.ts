/** What became of a progress when another one was merged into it, lesson by lesson. */

import type { CourseProgress, LessonProgress } from '../scenario/lesson/lesson-progress.ts';

export interface ProgressChange {
  /** The id of the lesson. */
  readonly lesson: string;
  /** `null` when there was none. */
  readonly before: LessonProgress | null;
  readonly after: LessonProgress;
}

/** Lessons that are the same in both are left out. Nothing ever goes: `after` is a merge of `before`. */
export function progressChanges(before: CourseProgress, after: CourseProgress): readonly ProgressChange[] {
  return Object.entries(after.lessons).flatMap(([lesson, progress]) => {
    const former = before.lessons[lesson] ?? null;
    return former !== null && isSame(former, progress) ? [] : [{ lesson, before: former, after: progress }];
  });
}

function isSame(a: LessonProgress, b: LessonProgress): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder({ step, beat, predictions, observed, rightAt, skipped, stars, isDone }: LessonProgress): unknown {
  return [step, beat, predictions, observed, rightAt, skipped, stars, isDone];
}
