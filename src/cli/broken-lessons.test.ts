/** Lessons that would mislead: each is refused with its place, the reason and the way out. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { checkLessonText, readCourse } from './lesson-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const template = readFileSync(`${ROOT}/scenarios/lessons/template.yaml`, 'utf8');
const read = readCourse(`${ROOT}/scenarios`);
const course = read.ok ? read.value : expect.fail(JSON.stringify(read.error));

/** What is said of the template with one thing changed. The place must be that of `at` in the changed text. */
function complaint(from: string, to: string): { readonly text: string; readonly said: readonly string[] } {
  expect(template).toContain(from);
  const text = template.replace(from, to);
  const checked = checkLessonText(text, '03-my-lesson.yaml', course);
  return { text, said: checked.ok ? [] : checked.error.problems.map((problem) => describeProblem(problem, 'f')) };
}

/** `f:line:column` of a text within the file. */
function placeOf(text: string, part: string): string {
  const lines = text.slice(0, text.indexOf(part)).split('\n');
  return `f:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

test.each<readonly [what: string, from: string, to: string, at: string, said: string]>([
  [
    'a typo in a placeholder',
    '{{naive-sse.laptop.shown|words}} of',
    '{{naive-sse.laptop.shwon|words}} of',
    '{{naive-sse.laptop.shwon',
    'in {{naive-sse.laptop.shwon|words}}, "shwon" is not a field there. Did you mean "shown"?',
  ],
  [
    'a placeholder of a lane that is not there',
    '{{naive-sse.laptop.shown|words}} of',
    '{{naive.laptop.shown|words}} of',
    '{{naive.laptop',
    'there is no lane "naive"',
  ],
  [
    'a placeholder with a format that does not fit',
    '{{naive-sse.laptop.shown|words}} of',
    '{{naive-sse.laptop.shown|seconds}} of',
    '{{naive-sse.laptop.shown|seconds',
    '"seconds" is not a way to write naive-sse.laptop.shown',
  ],
  [
    'a placeholder that is empty in the run',
    '{{naive-sse.laptop.shown|words}} of',
    '{{naive-sse.laptop.recoveredAfterMs}} of',
    'naive-sse.laptop.recoveredAfterMs}}',
    '{{naive-sse.laptop.recoveredAfterMs}} is empty in this run',
  ],
  [
    'a placeholder whose braces do not pair',
    '{{naive-sse.laptop.shown|words}} of',
    '{{naive-sse.laptop.shown|words} of',
    '{{naive-sse.laptop.shown|words} of',
    'its braces do not pair',
  ],
  [
    'an anchor that never happens',
    'event: surface.refreshed, on: laptop }',
    'event: surface.refreshed, on: laptop, nth: 2 }',
    '{ lane: naive-sse, event: surface.refreshed',
    'surface.refreshed on laptop in naive-sse, time 2, does not happen before the run ends; it happens once',
  ],
  [
    'an anchor on an event that this lane never has',
    'event: surface.refreshed, on: laptop }',
    'event: process.crashed }',
    '{ lane: naive-sse, event: process.crashed }',
    'it happens 0 times. It has: ',
  ],
  [
    'an anchor on an event that does not exist',
    'event: surface.refreshed, on: laptop }',
    'event: surface.refresht, on: laptop }',
    'surface.refresht, on',
    '"surface.refresht" is not an event of the trace. Did you mean "surface.refreshed"?',
  ],
  [
    'an anchor on a field that the event does not have',
    'with: { status: streaming }',
    'with: { state: streaming }',
    '{ state: streaming }',
    'status.changed has no field "state"',
  ],
  [
    'beats against the order of time',
    'event: status.changed, on: laptop, with: { status: streaming } }',
    'event: run.ended }',
    '{ lane: naive-sse, event: surface.refreshed',
    'before the beat above it',
  ],
  [
    'a beat of two sentences',
    'The person asks, and the answer begins.',
    'The person asks. The answer begins.',
    'The person asks. The',
    'it has 2 sentences',
  ],
  [
    'a source that does not exist',
    'w-refresh]',
    'w-refersh]',
    'w-refersh',
    'there is no source "w-refersh" in scenarios/sources.yaml. Did you mean "w-refresh"?',
  ],
  [
    'an answer at a path that leads nowhere',
    'answerFrom: naive-sse.agent.unseen',
    'answerFrom: naive-sse.agent.unsene',
    'naive-sse.agent.unsene',
    '"unsene" is not a field there. Did you mean "unseen"?',
  ],
  [
    'a number that is asked in the wrong unit',
    'unit: words\n',
    'unit: seconds\n',
    'naive-sse.agent.unseen',
    'naive-sse.agent.unseen is not a time',
  ],
  ['a scale without the answer', 'to: 60', 'to: 20', '20\n    - kind: point', 'is not between 0 and 20'],
  [
    'a choice without a right option',
    'is: false }',
    'is: complete }',
    '- { text: The whole answer',
    'none of its options is right',
  ],
  [
    'a choice with two right options',
    'The whole answer, is: true',
    'The whole answer, is: false',
    '- { text: The whole answer',
    'several of its options are right',
  ],
  [
    'an option that does not say when it is right',
    'The whole answer, is: true',
    'The whole answer',
    '{ text: The whole answer }',
    'it does not say when it is right',
  ],
  [
    'a claim that fails',
    "laptop: { missing: '>0' }",
    'laptop: { missing: 0 }',
    '0 }, agent',
    'the run gives 31, and 0 is claimed',
  ],
  [
    'a claim of a variant that fails',
    'expect: { naive-sse: { agent: { end: complete } } }',
    'expect: { naive-sse: { agent: { end: crashed } } }',
    'crashed',
    'the run gives complete, and crashed is claimed',
  ],
  [
    'a variant that is no scenario any more',
    'set: { lanes.naive-sse.options.drained: true }',
    'set: { lanes.naive-sse.options.drained: maybe }',
    'id: drained',
    'with its changes lanes[0].options.drained cannot be taken',
  ],
  [
    'a variant that sets a field which is not there',
    'set: { lanes.naive-sse.options.drained: true }',
    'set: { lanes.naive-sse.options.drianed: true }',
    'lanes.naive-sse.options.drianed',
    '"drianed" is not a field there. Did you mean "drained"?',
  ],
  [
    'a solution that does not reach the goal',
    'atMs: 4500',
    'atMs: 1000',
    'true } } }',
    'with the solution, the run gives false, and true is claimed',
  ],
  [
    'a solution by changes that are not allowed',
    'change: [refresh]',
    'change: [drop]',
    'set:\n        script.2',
    'it takes a change that the challenge does not allow: changed refresh on laptop',
  ],
  [
    'a goal that holds before anything is changed',
    'claims: { naive-sse: { laptop: { textMatches: true } } }',
    'claims: { naive-sse: { agent: { end: complete } } }',
    '{ naive-sse: { agent: { end: complete } } }\n    may',
    'its goal is reached before anything is changed',
  ],
  [
    'an explanation of more than 80 words',
    'A page that is reloaded forgets everything.',
    'One two three four five six seven. '.repeat(12),
    'One two',
    'it has 94 words, more than 80',
  ],
  [
    'an acronym that nobody explains',
    'A page that is reloaded forgets',
    'A page on the QXP that is reloaded forgets',
    'QXP',
    'nobody explains “QXP”',
  ],
  [
    'sentences that nobody can read',
    'For the presenter. What to ask the room, and where people stumble.',
    `This sentence ${'goes on and on and '.repeat(9)}ends.`,
    'This sentence',
    'has 48 words',
  ],
  ['an exclamation mark', 'where people stumble.', 'where people stumble!', '!', 'it has an exclamation mark'],
  ['a part that does not exist', 'part: pipe', 'part: pipes', 'pipes', 'Did you mean "pipe"?'],
  [
    'a block without a question',
    '  question: What is on the screen after a reload?\n',
    '',
    'number: 3',
    'it is missing',
  ],
])('%s is refused', (_, from, to, at, said) => {
  const { text, said: found } = complaint(from, to);
  const about = found.find((line) => line.includes(said));
  expect(about ?? found).toContain(said);
  expect(about).toContain(`${placeOf(text, at)}:`);
});
