/** A prediction as the number that a code carries, and back. What is not a choice is rounded to what a code can hold. */

import { assertNever } from '../base/assert.ts';
import type { Question } from '../scenario/lesson/lesson-data.ts';
import type { CurvePoint, Prediction } from '../scenario/lesson/lesson-progress.ts';
import { ballotsFor, encodeVote, LONG_CODE, SHORT_CODE } from './vote-code.ts';
import type { Vote } from './vote-code.ts';

/** What a question's answers are measured with: how long its run is, and how many words it could show. */
export interface VoteScale {
  readonly question: Question;
  readonly horizonMs: number;
  readonly words: number;
}

const OPTIONS = 8;
const STEPS = 1024;
/** A curve is its height at this many moments, evenly spaced, the last at the end. */
const SAMPLES = 5;
const LEVELS = 16;

/** `ballot` is any whole number; the code keeps what there is room for. */
export function voteCode(
  place: { readonly lesson: number; readonly question: number },
  prediction: Prediction,
  scale: VoteScale,
  ballot: number,
): string {
  const length = lengthOf(scale.question);
  const answers = answersTo(scale.question);
  const payload = (ballot % ballotsFor(answers, length)) * answers + answerNumber(prediction, scale);
  return encodeVote({ ...place, payload, length });
}

/** `null` when the code cannot be an answer to this question. */
export function predictionOf({ payload, length }: Vote, scale: VoteScale): Prediction | null {
  const { question, horizonMs, words } = scale;
  if (length !== lengthOf(question)) return null;
  const answer = payload % answersTo(question);
  switch (question.kind) {
    case 'choice':
      return answer < question.options.length ? { kind: 'choice', option: answer } : null;
    case 'number':
      return { kind: 'number', value: roundTo(question, scaled(answer, question.from, question.to)) };
    case 'point':
      return { kind: 'point', atMs: Math.round(scaled(answer, 0, horizonMs)) };
    case 'curve':
      return { kind: 'curve', points: curvePoints(answer, horizonMs, words) };
    default:
      return assertNever(question);
  }
}

function answerNumber(prediction: Prediction, { question, horizonMs, words }: VoteScale): number {
  switch (prediction.kind) {
    case 'choice':
      return prediction.option;
    case 'number':
      return question.kind === 'number' ? unscaled(prediction.value, question.from, question.to) : 0;
    case 'point':
      return unscaled(prediction.atMs, 0, horizonMs);
    case 'curve':
      return sampleTimes(horizonMs).reduce((sum, atMs) => sum * LEVELS + level(prediction.points, atMs, words), 0);
    default:
      return assertNever(prediction);
  }
}

function lengthOf({ kind }: Question): Vote['length'] {
  return kind === 'curve' ? LONG_CODE : SHORT_CODE;
}

function answersTo({ kind }: Question): number {
  if (kind === 'choice') return OPTIONS;
  return kind === 'curve' ? LEVELS ** SAMPLES : STEPS;
}

function scaled(step: number, from: number, to: number): number {
  return from + (step / (STEPS - 1)) * (to - from);
}

function unscaled(value: number, from: number, to: number): number {
  if (to <= from) return 0;
  return Math.round(Math.min(1, Math.max(0, (value - from) / (to - from))) * (STEPS - 1));
}

/** Counts are whole; of seconds and percent a tenth is kept. */
function roundTo({ unit }: Extract<Question, { kind: 'number' }>, value: number): number {
  return unit === 'seconds' || unit === 'percent' ? Math.round(value * 10) / 10 : Math.round(value);
}

function sampleTimes(horizonMs: number): readonly number[] {
  return Array.from({ length: SAMPLES }, (_, index) => ((index + 1) / SAMPLES) * horizonMs);
}

function curvePoints(answer: number, horizonMs: number, words: number): readonly CurvePoint[] {
  const levels: number[] = [];
  let rest = answer;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    levels.unshift(rest % LEVELS);
    rest = Math.floor(rest / LEVELS);
  }
  const drawn = sampleTimes(horizonMs).map((atMs, index) => ({
    atMs,
    words: ((levels[index] ?? 0) / (LEVELS - 1)) * words,
  }));
  return [{ atMs: 0, words: 0 }, ...drawn];
}

/** Straight between the points, level before the first and after the last. */
function level(points: readonly CurvePoint[], atMs: number, words: number): number {
  const before = points.findLast((point) => point.atMs <= atMs) ?? points[0];
  const after = points.find((point) => point.atMs >= atMs) ?? points.at(-1);
  if (before === undefined || after === undefined || words === 0) return 0;
  const span = after.atMs - before.atMs;
  const height = span <= 0 ? after.words : before.words + ((after.words - before.words) * (atMs - before.atMs)) / span;
  return Math.round((Math.min(words, Math.max(0, height)) / words) * (LEVELS - 1));
}
