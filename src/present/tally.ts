/** What the room said to a question, and how it stands to what the run says. */

import type { AnswerKey } from '../projection/lesson/answer-key.ts';
import { scorePrediction } from '../projection/lesson/score-prediction.ts';
import { durationText } from '../projection/seconds.ts';
import type { NumberQuestion, Question } from '../scenario/lesson/lesson-data.ts';
import type { CurvePoint, Prediction } from '../scenario/lesson/lesson-progress.ts';

/** `said` is how many people answered. Numbers and moments ascend. */
export type Tally = { readonly said: number } & (
  | { readonly kind: 'choice'; readonly counts: readonly number[] }
  | { readonly kind: 'number'; readonly values: readonly number[] }
  | { readonly kind: 'point'; readonly moments: readonly number[] }
  | { readonly kind: 'curve'; readonly curves: readonly (readonly CurvePoint[])[] }
);

/** `counts` are hands that were counted, by option, and come on top of the answers. */
export function tallyOf(question: Question, answers: readonly Prediction[], counts: readonly number[]): Tally {
  switch (question.kind) {
    case 'choice': {
      const all = question.options.map(
        (_, option) =>
          (counts[option] ?? 0) + answers.filter((said) => said.kind === 'choice' && said.option === option).length,
      );
      return { kind: 'choice', counts: all, said: all.reduce((sum, count) => sum + count, 0) };
    }
    case 'number': {
      const values = answers.flatMap((said) => (said.kind === 'number' ? [said.value] : []));
      return { kind: 'number', values: values.toSorted((a, b) => a - b), said: values.length };
    }
    case 'point': {
      const moments = answers.flatMap((said) => (said.kind === 'point' ? [said.atMs] : []));
      return { kind: 'point', moments: moments.toSorted((a, b) => a - b), said: moments.length };
    }
    default: {
      const curves = answers.flatMap((said) => (said.kind === 'curve' ? [said.points] : []));
      return { kind: 'curve', curves, said: curves.length };
    }
  }
}

/** "14 of 20 said B. The run says C." What nobody was asked is left out; `null` when the runs have no answer. */
export function heldAgainst(question: Question, tally: Tally, key: AnswerKey | null): string | null {
  if (key === null) return null;
  const truth = truthOf(question, key);
  const room = roomOf(question, tally, key);
  return room === null ? truth : `${room} ${truth}`;
}

/** Options are called A, B, C. */
export function optionLetter(option: number): string {
  return String.fromCharCode(65 + option);
}

export function numberText(value: number, { unit }: Pick<NumberQuestion, 'unit'>): string {
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  if (unit === 'percent') return `${number} %`;
  if (unit === 'seconds') return `${number} s`;
  return `${number} ${value === 1 && unit !== 'ms' ? unit.replace(/s$/, '') : unit}`;
}

function truthOf(question: Question, key: AnswerKey): string | null {
  switch (key.kind) {
    case 'choice':
      return `The run says ${key.right.map(optionLetter).join(' and ')}.`;
    case 'number':
      return question.kind === 'number' ? `The run says ${numberText(key.value, question)}.` : null;
    case 'point':
      return `The run says ${durationText(key.atMs)}.`;
    default:
      return 'The solid line is the run.';
  }
}

function roomOf(question: Question, tally: Tally, key: AnswerKey): string | null {
  const { said } = tally;
  if (said === 0) return null;
  switch (tally.kind) {
    case 'choice': {
      const most = Math.max(...tally.counts);
      const leading = tally.counts.flatMap((count, option) => (count === most ? [option] : []));
      const letters = leading.map(optionLetter);
      return letters.length === 1
        ? `${most} of ${said} said ${letters.join('')}.`
        : `${letters.slice(0, -1).join(', ')} and ${letters.at(-1) ?? ''} had ${most} each of ${said}.`;
    }
    case 'number': {
      if (question.kind !== 'number') return null;
      const right = rightOf(
        question,
        key,
        tally.values.map((value) => ({ kind: 'number', value })),
      );
      return `${right} of ${said} ${right === 1 ? 'was' : 'were'} within ${numberText(question.tolerance, question)}; the middle of the room said ${numberText(middle(tally.values), question)}.`;
    }
    case 'point': {
      if (question.kind !== 'point') return null;
      const right = rightOf(
        question,
        key,
        tally.moments.map((atMs) => ({ kind: 'point', atMs })),
      );
      return `${right} of ${said} ${right === 1 ? 'was' : 'were'} within ${durationText(question.toleranceMs)}; the middle of the room said ${durationText(middle(tally.moments))}.`;
    }
    default: {
      const right = rightOf(
        question,
        key,
        tally.curves.map((points) => ({ kind: 'curve', points })),
      );
      return `${right} of ${said} drew what the run did, or nearly.`;
    }
  }
}

function rightOf(question: Question, key: AnswerKey, answers: readonly Prediction[]): number {
  return answers.filter((answer) => scorePrediction(question, answer, key)?.isRight === true).length;
}

/** Half of the room said no more. */
function middle(values: readonly number[]): number {
  return values[Math.floor((values.length - 1) / 2)] ?? 0;
}
