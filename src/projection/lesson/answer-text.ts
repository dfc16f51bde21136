/** A prediction, what happened instead, and how far apart they are, each as people say it. */

import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';
import type { QuestionUnit } from '../../scenario/lesson/question-schema.ts';
import { durationText } from '../seconds.ts';
import type { AnswerKey } from './answer-key.ts';
import { scorePrediction } from './score-prediction.ts';

export interface AnswerText {
  readonly isRight: boolean;
  /** `null` for a line that was drawn: it is shown, not said. */
  readonly answered: string | null;
  readonly truth: string | null;
  /** `41 words off`; `null` where there is no distance, or none at all. */
  readonly distance: string | null;
}

/** The run that a question is about: `main`, or a variant. */
export function runOfQuestion(question: Question): string {
  return question.kind === 'number' ? question.answer.left.run : question.run;
}

/** `null` when there is no prediction, or none that the question can be answered by. */
export function answerText(question: Question, prediction: Prediction | null, key: AnswerKey): AnswerText | null {
  const score = prediction === null ? null : scorePrediction(question, prediction, key);
  if (prediction === null || score === null) return null;
  const { isRight, distance } = score;
  return {
    isRight,
    answered: predictionText(question, prediction),
    truth: truthText(question, key),
    distance: distance === null ? null : distanceText(question, distance),
  };
}

export function truthText(question: Question, key: AnswerKey): string | null {
  if (question.kind === 'choice' && key.kind === 'choice') return question.options[key.right[0] ?? -1]?.text ?? null;
  if (question.kind === 'number' && key.kind === 'number') return amountInUnit(key.value, question.unit);
  return key.kind === 'point' ? durationText(key.atMs) : null;
}

function predictionText(question: Question, prediction: Prediction): string | null {
  if (question.kind === 'choice' && prediction.kind === 'choice')
    return question.options[prediction.option]?.text ?? null;
  if (question.kind === 'number' && prediction.kind === 'number') return amountInUnit(prediction.value, question.unit);
  return prediction.kind === 'point' ? durationText(prediction.atMs) : null;
}

function distanceText(question: Question, distance: number): string | null {
  if (question.kind === 'curve') {
    const [off, allowed] = [distance, question.tolerance].map((share) => Math.round(share * 100));
    return `${off} % of the picture lies between the two lines; up to ${allowed} % is right`;
  }
  if (distance === 0) return null;
  return `${question.kind === 'number' ? amountInUnit(distance, question.unit) : durationText(distance)} off`;
}

/** `12 words`, `1 run`, `250 ms`. */
export function amountInUnit(value: number, unit: QuestionUnit): string {
  const amount = Number(value.toFixed(value < 10 ? 2 : 1));
  switch (unit) {
    case 'ms':
      return durationText(Math.round(value));
    case 'seconds':
      return `${amount} s`;
    case 'percent':
      return `${amount} %`;
    default:
      return `${amount.toLocaleString('en-GB')} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  }
}
