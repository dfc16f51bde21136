/** The authoring guide of the README, followed to the letter. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fillTemplate } from '../projection/lesson/fill-template.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { checkLessonText, readCourse } from './lesson-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(`${ROOT}/README.md`, 'utf8');
const guide = README.slice(README.indexOf('## Write a lesson'), README.indexOf('## Replay a run'));
const template = readFileSync(`${ROOT}/scenarios/lessons/template.yaml`, 'utf8');
const read = readCourse(`${ROOT}/scenarios`);
const course = read.ok ? read.value : expect.fail(JSON.stringify(read.error));

function complaints(text: string, file: string): readonly string[] {
  const checked = checkLessonText(text, file, course);
  return checked.ok ? [] : checked.error.problems.map((problem) => describeProblem(problem, file));
}

test('a copy of the template, named as the guide says, is a lesson that passes the check', () => {
  expect(guide).toContain('cp scenarios/lessons/template.yaml scenarios/lessons/NN-id.yaml');
  const own = template.replace(/^id: \S+/m, 'id: what-a-reload-forgets').replace(/number: \d+/, 'number: 24');
  expect(complaints(own, 'scenarios/lessons/24-what-a-reload-forgets.yaml')).toEqual([]);
});

test('a copy under another name than its number and id is refused, and the right name is said', () => {
  expect(complaints(template, 'scenarios/lessons/07-something.yaml')).toEqual([
    'scenarios/lessons/07-something.yaml:5:5: unable to read id; lesson 3, my-lesson, is in 07-something.yaml. Name the file 03-my-lesson.yaml, or change id or lesson.number.',
  ]);
});

/** The paths of the guide's table that name what the template has. */
const PATHS = [...guide.matchAll(/`((?:naive-sse|durable-session|scenario)\.[^`…]+)`/g)]
  .map(([, path]) => path ?? '')
  .filter((path) => !path.includes('#2') && !path.endsWith('forMs'));

test.each(PATHS)('the path %s of the guide has a value in the template', (path) => {
  const lesson = template.replace('text: A page that is reloaded', `text: '{{${path}}}' # `);
  const checked = checkLessonText(lesson, 'scenarios/lessons/03-my-lesson.yaml', course);
  if (!checked.ok) return expect.fail(JSON.stringify(checked.error.problems));
  expect(fillTemplate(checked.value.lesson.explain.text, checked.value.runs)).not.toBe('–');
});

test('the guide names paths to try', () => {
  expect(PATHS.length).toBeGreaterThanOrEqual(7);
});
