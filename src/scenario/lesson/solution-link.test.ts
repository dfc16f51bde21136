import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkLessonFolder } from '../../cli/lesson-files.ts';
import { describeLaneOptions } from '../describe-lane-options.ts';
import { decodeLearnLink } from './learn-link.ts';
import { lessonScenarios } from './lesson-data.ts';
import { encodeSolution, openSolution } from './solution-link.ts';

const checked = checkLessonFolder(fileURLToPath(new URL('../../../scenarios', import.meta.url)));
const lessons = checked.ok ? checked.value.map(({ lesson }) => lesson) : [];
const build = { laneOptions: describeLaneOptions(), model: 2 };

test('the recorded solution of every lesson travels as a link and is opened as it was', () => {
  const opened = lessons.map((lesson) => {
    const hash = encodeSolution(lesson, lesson.challenge.solution, build);
    const link = decodeLearnLink(hash.ok ? hash.value : hash.error, build.model);
    const solution = link.ok ? (link.value?.solution ?? null) : null;
    return [lesson.id, solution === null ? null : openSolution(lesson, solution, build)];
  });
  const wanted = lessons.map((lesson) => {
    const start = lessonScenarios(lesson).get(lesson.challenge.run);
    return [lesson.id, { ok: true, value: { ...lesson.challenge.solution, expect: start?.expect } }];
  });
  expect(lessons.length).toBe(25);
  expect(opened).toEqual(wanted);
});

test('a link that does not fit the challenge says what does not fit', () => {
  const [lesson] = lessons;
  if (lesson === undefined) throw new Error('there is no lesson');
  const nothing = { scenario: lesson.id, source: null, model: 2, seed: null, playheadMs: null, script: null };
  const link = {
    ...nothing,
    surfaces: [],
    options: [{ lane: 'durable-session', option: 'nonsense', value: 1 }],
    view: {},
  };
  const opened = openSolution(lesson, link, build);
  expect(opened.ok ? '' : opened.error.join()).toContain('nonsense');
});
