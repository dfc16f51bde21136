/** The answers to a lesson's questions, read off its runs. Nobody has written them down. */

import { assertNever } from '../../base/assert.ts';
import { evaluateClaims, isAsClaimed } from '../../scenario/claims.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from '../../scenario/lesson/lesson-data.ts';
import { screenCurves } from '../timeline/staircase.ts';
import type { Staircase } from '../timeline/staircase.ts';
import type { LessonRuns } from './find-moment.ts';
import { evaluate, readValue } from './read-value.ts';

/**
 * `choice`: the places of the options that are right, of which a checked lesson has exactly one. `number` is in
 * the unit of its question. `curve`: words on the surface over time, and how high and long the picture is.
 */
export type AnswerKey =
  | { readonly kind: 'choice'; readonly right: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'point'; readonly atMs: number }
  | { readonly kind: 'curve'; readonly curve: Staircase; readonly words: number; readonly horizonMs: number };

/** `null` when the runs do not have what the question asks for. */
export function answerKey(question: Question, runs: LessonRuns): AnswerKey | null {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', right: rightOptions(question, runs) };
    case 'number': {
      const value = evaluate(question.answer, runs);
      return typeof value === 'number' ? { kind: 'number', value: inUnit(value, question.unit) } : null;
    }
    case 'point': {
      const atMs = evaluate(question.answer, runs);
      return typeof atMs === 'number' ? { kind: 'point', atMs } : null;
    }
    case 'curve': {
      const run = runs.get(question.run);
      const trace = run?.lanes.find(({ name }) => name === question.lane);
      if (run === undefined || trace === undefined) return null;
      const curve = screenCurves(trace, question.surface).distinct;
      const { agent, horizonMs } = run.scenario;
      return { kind: 'curve', curve, words: agent.words.length, horizonMs };
    }
    default:
      return assertNever(question);
  }
}

function rightOptions({ run, answer, options }: ChoiceQuestion, runs: LessonRuns): readonly number[] {
  const report = runs.get(run)?.report;
  const value = answer === null ? [] : answerValues(answer, runs);
  return options.flatMap(({ is, when }, index) => {
    if (when !== null)
      return report !== undefined && evaluateClaims(when, report).every(({ holds }) => holds) ? [index] : [];
    return is !== null && value.some((found) => isAsClaimed(is.value, found)) ? [index] : [];
  });
}

type Answer = NonNullable<ChoiceQuestion['answer']>;

/** One value, or the names of the lanes that have the least or the most; a tie has several. */
function answerValues(answer: Answer, runs: LessonRuns): readonly (string | number | boolean | null)[] {
  if (answer.by === 'value') return [evaluate(answer.value, runs)];
  const found = Object.entries(answer.values).flatMap(([lane, path]) => {
    const value = readValue(path, runs);
    return typeof value === 'number' ? [{ lane, value }] : [];
  });
  const values = found.map(({ value }) => value);
  const wanted = answer.by === 'least' ? Math.min(...values) : Math.max(...values);
  return found.filter(({ value }) => value === wanted).map(({ lane }) => lane);
}

function inUnit(value: number, unit: NumberQuestion['unit']): number {
  if (unit === 'seconds') return value / 1000;
  return unit === 'percent' ? value * 100 : value;
}
