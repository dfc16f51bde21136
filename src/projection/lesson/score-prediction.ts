/** A prediction held against what the run says. */

import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { CurvePoint, Prediction } from '../../scenario/lesson/lesson-progress.ts';
import { countAt } from '../timeline/staircase.ts';
import type { AnswerKey } from './answer-key.ts';

export interface Score {
  readonly isRight: boolean;
  /**
   * How far off it was: in the unit of a number, in milliseconds for a point, as a share of the picture for a
   * curve (0 is the very curve); `null` for a choice.
   */
  readonly distance: number | null;
}

/** Moments at which a drawn curve is compared with the real one. */
const SAMPLES = 400;

/** `null` when prediction, question and key are not of the same kind. */
export function scorePrediction(question: Question, prediction: Prediction, key: AnswerKey): Score | null {
  if (question.kind === 'choice' && prediction.kind === 'choice' && key.kind === 'choice')
    return { isRight: key.right.includes(prediction.option), distance: null };
  if (question.kind === 'number' && prediction.kind === 'number' && key.kind === 'number')
    return within(prediction.value - key.value, question.tolerance);
  if (question.kind === 'point' && prediction.kind === 'point' && key.kind === 'point')
    return within(prediction.atMs - key.atMs, question.toleranceMs);
  if (question.kind === 'curve' && prediction.kind === 'curve' && key.kind === 'curve')
    return within(curveDistance(prediction.points, key), question.tolerance);
  return null;
}

function within(difference: number, tolerance: number): Score {
  const distance = Math.abs(difference);
  return { isRight: distance <= tolerance, distance };
}

/** The area between the drawn line and the staircase, as a share of the whole picture. */
function curveDistance(
  points: readonly CurvePoint[],
  { curve, words, horizonMs }: Extract<AnswerKey, { kind: 'curve' }>,
): number {
  if (words === 0 || horizonMs === 0) return 0;
  let area = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const atMs = ((sample + 0.5) / SAMPLES) * horizonMs;
    area += Math.abs(drawnAt(points, atMs) - countAt(curve, atMs)) / words;
  }
  return area / SAMPLES;
}

/** Straight between the points, level before the first and after the last. */
function drawnAt(points: readonly CurvePoint[], atMs: number): number {
  const next = points.findIndex((point) => point.atMs >= atMs);
  const after = next === -1 ? points.at(-1) : points[next];
  const before = next === -1 ? after : points[Math.max(0, next - 1)];
  if (after === undefined || before === undefined) return 0;
  const span = after.atMs - before.atMs;
  return span <= 0 ? after.words : before.words + ((after.words - before.words) * (atMs - before.atMs)) / span;
}
