import { expect, test } from 'vitest';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import { describeChanges } from './describe-changes.ts';

const lessons = ['blip', 'seam'].map((id, index): LessonSummary => {
  const picture = { lanes: [], faults: [], deeds: [], folds: [] };
  return { id, title: id, number: index + 1, part: 'pipe', question: '?', minutes: 5, lostBy: [], picture, terms: [] };
});

const RUN: LessonProgress = {
  step: 'run',
  beat: 1,
  predictions: [null],
  observed: null,
  rightAt: [],
  skipped: [],
  stars: 0,
  isDone: false,
};
const DONE: LessonProgress = { ...RUN, step: 'done', isDone: true, stars: 1 };

test('each lesson has a sentence, in the order of the course', () => {
  const changes = [
    { lesson: 'seam', before: RUN, after: DONE },
    { lesson: 'blip', before: null, after: RUN },
  ];
  expect(describeChanges(changes, lessons)).toEqual([
    'Lesson 1 is at run; it was not begun.',
    'Lesson 2 is done with 1 star; it was at run.',
  ]);
});

test('what differs only in its answers says so, and a lesson of another course is named by its id, at the end', () => {
  const changes = [
    { lesson: 'elsewhere', before: null, after: { ...DONE, stars: 2 } },
    { lesson: 'blip', before: RUN, after: { ...RUN, beat: 4 } },
  ];
  expect(describeChanges(changes, lessons)).toEqual([
    'Lesson 1 is at run, further on than before.',
    '“elsewhere”, which this course does not have, is done with 2 stars; it was not begun.',
  ]);
});

test('a file with nothing new says so', () => {
  expect(describeChanges([], lessons)).toEqual([
    'Nothing in the file is further than what you have; all is as it was.',
  ]);
});
