/**
 * What only a run can show of a lesson: that its claims hold, its questions have one answer each, its beats happen
 * and in order, its placeholders have values, its challenge is open and its solution reaches the goal.
 */

import { evaluateClaims } from '../../scenario/claims.ts';
import type { ClaimResult } from '../../scenario/claims.ts';
import { MAIN_RUN, SOLUTION_RUN } from '../../scenario/lesson/lesson-data.ts';
import type { Lesson, Question } from '../../scenario/lesson/lesson-data.ts';
import type { FieldPath, FieldProblem } from '../../scenario/scenario-problem.ts';
import { answerKey } from './answer-key.ts';
import { checkBeats } from './check-beats.ts';
import { emptyPlaceholders } from './fill-template.ts';
import type { LessonRuns } from './find-moment.ts';
import { judgeChallenge } from './judge-challenge.ts';
import { lessonTexts } from './lesson-texts.ts';

/** `runs` are those of every variant and of the solution beside `main`. */
export function checkLesson(lesson: Lesson, runs: LessonRuns): readonly FieldProblem[] {
  return [
    ...checkClaims(lesson, runs),
    ...lesson.predict.flatMap((question, index) => checkQuestion(question, ['lesson', 'predict', index], runs)),
    ...checkBeats(lesson.beats, runs),
    ...checkQuestion(lesson.observe, ['lesson', 'observe'], runs),
    ...checkPlaceholders(lesson, runs),
    ...checkChallenge(lesson, runs),
  ];
}

function checkClaims({ scenario, variants }: Lesson, runs: LessonRuns): readonly FieldProblem[] {
  const all = [
    { run: MAIN_RUN, expect: scenario.expect, path: ['expect'] as FieldPath },
    ...variants.map(({ id, scenario: { expect } }, index) => ({
      run: id,
      expect,
      path: ['lesson', 'variants', index, 'expect'] as FieldPath,
    })),
  ];
  const failing = all.flatMap(({ run, expect, path }) => {
    const report = runs.get(run)?.report;
    const results = report === undefined ? [] : evaluateClaims(expect, report);
    return results.filter(({ holds }) => !holds).map((result) => failedClaim(result, path));
  });
  if (Object.keys(scenario.expect).length > 0) return failing;
  const remedy = 'Write under expect what the run must prove, for each lane.';
  return [{ path: ['expect'], at: 'value', reason: 'a lesson that claims nothing proves nothing', remedy }, ...failing];
}

function failedClaim({ lane, path, expected, actual }: ClaimResult, at: FieldPath): FieldProblem {
  const found = actual === undefined ? 'nothing' : String(actual);
  const reason = `the run gives ${found}, and ${String(expected)} is claimed`;
  const remedy = 'Teach what the run says, or mend the scenario.';
  return { path: [...at, lane, ...path.split('.')], at: 'value', reason, remedy };
}

function checkQuestion(question: Question, path: FieldPath, runs: LessonRuns): readonly FieldProblem[] {
  const refuse = (reason: string, remedy: string, ...field: (string | number)[]): readonly FieldProblem[] => [
    { path: [...path, ...field], at: 'value', reason, remedy },
  ];
  const key = answerKey(question, runs);
  if (key === null)
    return refuse('the run has nothing there', 'Ask for a value that exists when the run is over.', 'answerFrom');
  switch (key.kind) {
    case 'choice': {
      if (question.kind !== 'choice' || key.right.length === 1) return [];
      const right = key.right.map((index) => `“${question.options[index]?.text ?? ''}”`);
      return key.right.length === 0
        ? refuse('none of its options is right', 'Add the one that the run bears out.', 'options')
        : refuse(`several of its options are right: ${right.join(' and ')}`, 'Make one of them wrong.', 'options');
    }
    case 'number': {
      if (question.kind !== 'number' || (key.value >= question.from && key.value <= question.to)) return [];
      const reason = `the answer ${key.value} is not between ${question.from} and ${question.to}`;
      return refuse(reason, 'Widen the scale.', 'to');
    }
    case 'point': {
      return [];
    }
    default:
      return key.curve.times.length > 0
        ? []
        : refuse('nothing ever stands on that surface', 'Ask for another surface.', 'answerFrom');
  }
}

function checkPlaceholders(lesson: Lesson, runs: LessonRuns): readonly FieldProblem[] {
  return lessonTexts(lesson).flatMap(({ path, text }) =>
    emptyPlaceholders(text, runs).map(({ value: { written } }): FieldProblem => {
      const reason = `{{${written}}} is empty in this run`;
      const remedy = 'Name a value that the run has, or leave the sentence out.';
      return { path, at: 'value', reason, remedy, near: written };
    }),
  );
}

function checkChallenge(lesson: Lesson, runs: LessonRuns): readonly FieldProblem[] {
  const at = ['lesson', 'try'];
  const [start, solved] = [runs.get(lesson.challenge.run), runs.get(SOLUTION_RUN)];
  if (start === undefined || solved === undefined) return [];
  const problems: FieldProblem[] = [];
  const before = evaluateClaims(lesson.challenge.claims, start.report);
  if (before.every(({ holds }) => holds)) {
    const reason = before.length === 0 ? 'it claims nothing' : 'its goal is reached before anything is changed';
    const remedy = 'Claim something that does not hold in the lesson’s own run.';
    problems.push({ path: [...at, 'claims'], at: 'value', reason, remedy });
  }
  const { claims, forbidden } = judgeChallenge(lesson, solved);
  for (const claim of claims.filter(({ holds }) => !holds)) {
    const { reason, path } = failedClaim(claim, [...at, 'claims']);
    problems.push({
      path,
      at: 'value',
      reason: `with the solution, ${reason}`,
      remedy: 'Mend the solution or the goal.',
    });
  }
  for (const change of forbidden) {
    const what =
      change.kind === 'option'
        ? `the option ${change.lane}.${change.option}`
        : change.kind === 'world'
          ? change.field
          : `${change.kind} ${change.verb} on ${change.on}`;
    const reason = `it takes a change that the challenge does not allow: ${what}`;
    problems.push({
      path: [...at, 'solution'],
      at: 'value',
      reason,
      remedy: 'Allow it under may, or find another way.',
    });
  }
  return problems;
}
