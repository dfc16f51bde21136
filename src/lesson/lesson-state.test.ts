import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LESSON_STEPS } from '../scenario/lesson/lesson-progress.ts';
import { exploreMachine } from '../testing/explore-machine.ts';
import { beginLesson, canContinue, lessonStep, progressOf, stepLesson } from './lesson-state.ts';
import { lessonMachine } from './lesson.machine.ts';
import type { LessonEvent } from './lesson.machine.ts';
import { LESSON_TABLE } from './lesson.table.ts';

const INPUT = { questions: 2, beats: 3, progress: null };
const option = { kind: 'choice', option: 1 } as const;
const predicted = (index: number, isRight = true): LessonEvent => ({
  type: 'predicted',
  index,
  prediction: option,
  isRight,
});
const ALPHABET: readonly LessonEvent[] = [
  predicted(0),
  predicted(2),
  { type: 'observed', prediction: option, isRight: false },
  { type: 'beat.reached', beat: 3 },
  { type: 'beat.reached', beat: 1 },
  { type: 'judged', stars: 2 },
  { type: 'continue' },
  { type: 'skip' },
  ...LESSON_STEPS.map((step): LessonEvent => ({ type: 'go', step, beat: null })),
];

function after(...events: readonly LessonEvent[]) {
  return events.reduce(stepLesson, beginLesson(INPUT));
}

test('the lesson does in every step and for every event what its table says', () => {
  const found = exploreMachine(lessonMachine, [{ questions: 1, beats: 2, progress: null }], ALPHABET);
  expect(found).toEqual(LESSON_TABLE);
});

test('nobody gets past the questions without an answer, unless they skip, which is kept', () => {
  expect(lessonStep(after(predicted(0), { type: 'continue' }))).toBe('predict');
  expect(canContinue(after(predicted(0)))).toBe(false);
  expect(lessonStep(after(predicted(0), predicted(1), { type: 'continue' }))).toBe('run');
  expect(progressOf(after({ type: 'skip' }))).toMatchObject({ step: 'run', skipped: ['predict'] });
});

test('a skipped step that is done later is no longer skipped', () => {
  const back: LessonEvent = { type: 'go', step: 'predict', beat: null };
  const state = after({ type: 'skip' }, back, predicted(0), predicted(1), { type: 'continue' });
  expect(progressOf(state)).toMatchObject({ step: 'run', skipped: [] });
});

test('an answer that is given again counts as it is then', () => {
  expect(progressOf(after(predicted(0), predicted(0, false))).rightAt).toEqual([]);
  expect(progressOf(after(predicted(0, false), predicted(0), predicted(1))).rightAt).toEqual([0, 1]);
});

test('a link leads to a beat, and one beyond the last to the last', () => {
  expect(progressOf(after({ type: 'go', step: 'run', beat: 1 }))).toMatchObject({ step: 'run', beat: 1 });
  expect(progressOf(after({ type: 'go', step: 'run', beat: 9 }))).toMatchObject({ step: 'run', beat: 2 });
});

test('the best solution is kept, and the lesson is done for good once its end was reached', () => {
  const to = (step: 'try' | 'predict'): LessonEvent => ({ type: 'go', step, beat: null });
  const state = after(to('try'), { type: 'judged', stars: 3 }, { type: 'judged', stars: 1 }, { type: 'continue' });
  expect(progressOf(state)).toMatchObject({ step: 'done', stars: 3, isDone: true });
  expect(progressOf(stepLesson(state, to('predict')))).toMatchObject({ step: 'predict', isDone: true });
});

test('a lesson that is left goes on where it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ALPHABET.filter((event) => event.type !== 'predicted'), predicted(1))),
      (events) => {
        const progress = progressOf(events.reduce(stepLesson, beginLesson(INPUT)));
        expect(progressOf(beginLesson({ ...INPUT, progress }))).toEqual(progress);
      },
    ),
    { seed: 7 },
  );
});
