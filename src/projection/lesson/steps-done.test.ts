import { expect, test } from 'vitest';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import { stepsDone } from './steps-done.ts';

const BEATS = 3;
const begun: LessonProgress = {
  step: 'predict',
  beat: 0,
  predictions: [null, null],
  observed: null,
  rightAt: [],
  skipped: [],
  stars: 0,
  isDone: false,
};
const choice = { kind: 'choice', option: 0 } as const;

test('a step that was jumped over is not done', () => {
  expect([...stepsDone(BEATS, begun)]).toEqual([]);
  expect([...stepsDone(BEATS, { ...begun, step: 'observe', beat: 1, predictions: [choice, null] })]).toEqual([]);
});

test('what was answered, seen and solved is done', () => {
  const through: LessonProgress = {
    ...begun,
    step: 'done',
    beat: 2,
    predictions: [choice, choice],
    observed: choice,
    stars: 1,
    isDone: true,
  };
  expect([...stepsDone(BEATS, through)]).toEqual(['predict', 'run', 'observe', 'explain', 'try', 'done']);
  expect(stepsDone(BEATS, { ...through, stars: 0 }).has('try')).toBe(false);
});
