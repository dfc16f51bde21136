/** Which steps of a lesson of so many beats were really done, rather than passed by. */

import type { LessonProgress, LessonStep } from '../../scenario/lesson/lesson-progress.ts';

export function stepsDone(beats: number, progress: LessonProgress): ReadonlySet<LessonStep> {
  const { step, beat, predictions, observed, skipped, stars, isDone } = progress;
  const isBeyondRun = step !== 'predict' && step !== 'run';
  const done: readonly (readonly [LessonStep, boolean])[] = [
    ['predict', predictions.every((made) => made !== null)],
    ['run', beat === beats - 1 && (isBeyondRun || isDone)],
    ['observe', observed !== null],
    ['explain', (step === 'try' || step === 'done' || isDone) && !skipped.includes('explain')],
    ['try', stars > 0],
    ['done', isDone],
  ];
  return new Set(done.filter(([, isSo]) => isSo).map(([name]) => name));
}
