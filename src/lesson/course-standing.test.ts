import { expect, test } from 'vitest';
import type { LessonSummary } from '../scenario/lesson/lesson-data.ts';
import { NO_PROGRESS } from '../scenario/lesson/lesson-progress.ts';
import type { LessonProgress } from '../scenario/lesson/lesson-progress.ts';
import { courseStanding, lessonStanding } from './course-standing.ts';

const lessons = ['one', 'two', 'three'].map((id, index): LessonSummary => {
  const picture = { lanes: [], faults: [], deeds: [], folds: [] };
  return { id, title: id, number: index + 1, part: 'pipe', question: '?', minutes: 5, lostBy: [], picture, terms: [] };
});

function progressAt(step: LessonProgress['step'], fields: Partial<LessonProgress> = {}): LessonProgress {
  const nothing = { beat: 0, predictions: [null], observed: null, rightAt: [], skipped: [], stars: 0, isDone: false };
  return { ...nothing, step, ...fields };
}

test('a lesson that was only looked at is not begun', () => {
  expect([lessonStanding(undefined).kind, lessonStanding(progressAt('predict')).kind]).toEqual(['new', 'new']);
});

test('one prediction, or one step that was passed, begins a lesson', () => {
  const predicted = progressAt('predict', { predictions: [{ kind: 'choice', option: 0 }] });
  expect(lessonStanding(predicted)).toEqual({ kind: 'begun', step: 'predict', place: 1, of: 5 });
  expect(lessonStanding(progressAt('explain'))).toEqual({ kind: 'begun', step: 'explain', place: 4, of: 5 });
});

test('a lesson that was done stays done with its stars, when somebody goes through it again', () => {
  expect(lessonStanding(progressAt('run', { isDone: true, stars: 2 }))).toEqual({ kind: 'done', stars: 2 });
});

test('the course begins with its first lesson', () => {
  const { next, done, minutes, minutesLeft } = courseStanding(lessons, NO_PROGRESS);
  expect([next?.id, done, minutes, minutesLeft]).toEqual(['one', 0, 15, 15]);
});

test('it goes on with the lesson that was open last, if that is not done', () => {
  const progress = { last: 'two', lessons: { two: progressAt('run') } };
  expect(courseStanding(lessons, progress)).toMatchObject({ next: { id: 'two' }, begun: 1 });
});

test('after a lesson that is done comes the next one that is not, from the start again behind the last', () => {
  const done = progressAt('done', { isDone: true, stars: 3 });
  const after = courseStanding(lessons, { last: 'two', lessons: { two: done } });
  expect(after).toMatchObject({ next: { id: 'three' }, done: 1, stars: 3, minutesLeft: 10 });
  expect(courseStanding(lessons, { last: 'three', lessons: { three: done } }).next?.id).toBe('one');
});

test('nothing is next when all is done, and a lesson that the course does not have counts for nothing', () => {
  const done = progressAt('done', { isDone: true });
  const all = { last: 'one', lessons: { one: done, two: done, three: done, elsewhere: progressAt('run') } };
  expect(courseStanding(lessons, all)).toMatchObject({ next: null, done: 3, begun: 0, minutesLeft: 0 });
});
