import { expect, test } from 'vitest';
import { mergeProgress, NO_PROGRESS } from '../scenario/lesson/lesson-progress.ts';
import type { LessonProgress } from '../scenario/lesson/lesson-progress.ts';
import { progressChanges } from './progress-changes.ts';

const EXPLAINED: LessonProgress = {
  step: 'explain',
  beat: 7,
  predictions: [{ kind: 'choice', option: 1 }],
  observed: null,
  rightAt: [0],
  skipped: [],
  stars: 0,
  isDone: false,
};

test('a lesson that was not there is new, one that came further says from where, and the rest is left out', () => {
  const mine = { last: 'a', lessons: { a: EXPLAINED, b: EXPLAINED } };
  const solved: LessonProgress = { ...EXPLAINED, step: 'done', stars: 2, isDone: true };
  const merged = mergeProgress(mine, { last: 'c', lessons: { b: solved, c: EXPLAINED } });
  expect(progressChanges(mine, merged)).toEqual([
    { lesson: 'b', before: EXPLAINED, after: solved },
    { lesson: 'c', before: null, after: EXPLAINED },
  ]);
});

test('a file that was saved here changes nothing when it comes back', () => {
  const mine = { last: 'a', lessons: { a: EXPLAINED } };
  const back = { last: 'b', lessons: { a: { ...EXPLAINED } } };
  expect(progressChanges(mine, mergeProgress(mine, back))).toEqual([]);
  expect(progressChanges(NO_PROGRESS, NO_PROGRESS)).toEqual([]);
});
