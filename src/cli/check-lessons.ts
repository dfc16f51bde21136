/**
 * `npm run --silent check-lessons [-- FILE…]`
 *
 * Runs every lesson, or the named ones, and checks all that it says: claims, answers, beats, placeholders, sources,
 * words, the challenge and its recorded solution. Exit 0 when all is well, 1 when something is not.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assertPresent } from '../base/assert.ts';
import { answerKey } from '../projection/lesson/answer-key.ts';
import { fillTemplate } from '../projection/lesson/fill-template.ts';
import { findMoment } from '../projection/lesson/find-moment.ts';
import { judgeChallenge } from '../projection/lesson/judge-challenge.ts';
import { SOLUTION_RUN, type Question } from '../scenario/lesson/lesson-data.ts';
import { LESSON_PART_TITLES } from '../scenario/lesson/lesson-part.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { checkLessonFolder, checkLessonText, readCourse, type LessonFile } from './lesson-files.ts';
import type { FileProblems } from './scenario-files.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));

function main(files: readonly string[]): number {
  const course = readCourse(FOLDER);
  if (!course.ok) return complain(course.error);
  if (files.length === 0) {
    const checked = checkLessonFolder(FOLDER);
    if (!checked.ok) return complain(checked.error);
    for (const { lesson } of checked.value) console.log(`ok  ${lesson.number} ${lesson.title}`);
    return 0;
  }
  const checked = files.map((file) => checkLessonText(readFileSync(file, 'utf8'), file, course.value));
  for (const result of checked) if (result.ok) console.log(describe(result.value));
  return complain(checked.flatMap((result) => (result.ok ? [] : [result.error])));
}

function complain(refused: readonly FileProblems[]): number {
  for (const { file, problems } of refused)
    for (const problem of problems) process.stderr.write(`${describeProblem(problem, file)}\n`);
  return refused.length === 0 ? 0 : 1;
}

/** What a learner will be shown, with every number in its place: to be read by who wrote the lesson. */
function describe({ lesson, runs }: LessonFile): string {
  const solved = assertPresent(runs.get(SOLUTION_RUN), 'a checked lesson has the run of its solution');
  const { stars, par } = judgeChallenge(lesson, solved);
  const ask = (question: Question) =>
    `  ? ${fillTemplate(question.ask, runs)}\n    = ${describeAnswer(question)}${question.reveal === null ? '' : `: ${fillTemplate(question.reveal, runs)}`}`;
  function describeAnswer(question: Question): string {
    const key = answerKey(question, runs);
    if (key?.kind === 'choice' && question.kind === 'choice')
      return key.right.map((index) => question.options[index]?.text).join(', ');
    if (key?.kind === 'number' && question.kind === 'number') return `${key.value} ${question.unit}`;
    return key?.kind === 'point'
      ? `${key.atMs} ms`
      : `a curve of ${key?.kind === 'curve' ? key.curve.times.length : 0} steps`;
  }
  return [
    `ok  ${lesson.number} ${lesson.title} (${LESSON_PART_TITLES[lesson.part]})`,
    ...lesson.predict.map(ask),
    ...lesson.beats.map(({ say, after }) => {
      const moment = findMoment(after, runs);
      return `  ${String(moment?.atMs ?? 0).padStart(7)} ms  ${after.run === 'main' ? '' : `(${after.run}) `}${fillTemplate(say, runs)}`;
    }),
    ask(lesson.observe),
    `  ${fillTemplate(lesson.explain.text, runs)}`,
    `  goal: ${fillTemplate(lesson.challenge.goal, runs)} (three stars for ${par} or fewer changes; the solution gets ${stars})`,
  ].join('\n');
}

process.exitCode = main(process.argv.slice(2));
