import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeProblem } from '../scenario-problem.ts';
import { LESSON_STEPS, mergeProgress, NO_PROGRESS } from './lesson-progress.ts';
import type { CourseProgress, LessonProgress, Prediction } from './lesson-progress.ts';
import { readProgressFile, writeProgressFile } from './progress-file.ts';

const prediction: fc.Arbitrary<Prediction> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), option: fc.nat(5) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: -100, max: 100 }) }),
  fc.record({ kind: fc.constant('point' as const), atMs: fc.nat(60_000) }),
  fc.record({
    kind: fc.constant('curve' as const),
    points: fc.array(fc.record({ atMs: fc.nat(60_000), words: fc.nat(60) }), { maxLength: 4 }),
  }),
);
const lesson: fc.Arbitrary<LessonProgress> = fc.record({
  step: fc.constantFrom(...LESSON_STEPS),
  beat: fc.nat(3),
  predictions: fc.array(fc.option(prediction), { maxLength: 2 }),
  observed: fc.option(prediction),
  rightAt: fc.subarray([0, 1, 2]),
  skipped: fc.subarray([...LESSON_STEPS]),
  stars: fc.nat(3),
  isDone: fc.boolean(),
});
const progress: fc.Arbitrary<CourseProgress> = fc.record({
  last: fc.option(fc.constantFrom('one', 'two')),
  lessons: fc.dictionary(fc.constantFrom('one', 'two', 'three'), lesson, { noNullPrototype: true }),
});

test('a file gives back what was written to it', () => {
  fc.assert(
    fc.property(progress, (kept) => {
      expect(readProgressFile(writeProgressFile(kept))).toEqual({ ok: true, value: kept });
    }),
    { seed: 11 },
  );
});

test('merging takes of each lesson the one that came further, in whatever order and however often', () => {
  fc.assert(
    fc.property(progress, progress, progress, (a, b, c) => {
      const merged = mergeProgress(a, b).lessons;
      expect(merged).toEqual(mergeProgress(b, a).lessons);
      expect(mergeProgress({ last: null, lessons: merged }, b).lessons).toEqual(merged);
      expect(mergeProgress(mergeProgress(a, b), c).lessons).toEqual(mergeProgress(a, mergeProgress(b, c)).lessons);
      for (const id of ['one', 'two', 'three']) {
        const stars = [a, b].map(({ lessons }) => lessons[id]?.stars ?? 0);
        expect(merged[id]?.stars ?? 0).toBe(Math.max(...stars));
      }
    }),
    { seed: 12 },
  );
});

test('merging with nothing changes nothing, and where somebody left off stays theirs', () => {
  const mine: CourseProgress = { ...NO_PROGRESS, last: 'one' };
  expect(mergeProgress(mine, { last: 'two', lessons: {} })).toEqual(mine);
  expect(mergeProgress(NO_PROGRESS, mine)).toEqual(mine);
});

test.each<readonly [what: string, text: string, said: string]>([
  [
    'a file that was cut',
    '{ "format": "pull-the-plug/progress", "ver',
    'f:1:39: unable to read the file; it stops being JSON here',
  ],
  [
    'a file of another kind',
    '{ "format": "pull-the-plug/run", "version": 1, "last": null, "lessons": {} }',
    'must be pull-the-plug/progress, the only one there is',
  ],
  [
    'a newer version',
    '{ "format": "pull-the-plug/progress", "version": 2, "last": null, "lessons": {} }',
    'f:1:50: unable to read version; 2 must be 1, the only one there is',
  ],
  [
    'an unknown field',
    '{ "format": "pull-the-plug/progress", "version": 1, "last": null, "lessons": {}, "lesons": {} }',
    '"lesons" is not a field here. Did you mean "lessons"?',
  ],
  [
    'a step that no lesson has',
    `{ "format": "pull-the-plug/progress", "version": 1, "last": null, "lessons": { "one": { "step": "ran", "beat": 0, "predictions": [], "observed": null, "rightAt": [], "skipped": [], "stars": 0, "isDone": false } } }`,
    'unable to read lessons.one.step; "ran" is not one of the allowed values. Did you mean "run"?',
  ],
])('%s is refused', (_, text, said) => {
  const read = readProgressFile(text);
  expect(read.ok ? '' : read.error.map((problem) => describeProblem(problem, 'f')).join('\n')).toContain(said);
});
