import { expect, test } from 'vitest';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import { scorePrediction } from './score-prediction.ts';

const asked = { ask: [], reveal: null };
const value = {
  written: '',
  type: 'ms',
  left: { run: 'main', of: 'scenario', path: [], type: 'ms' },
  operator: null,
  right: null,
} as const;
const NUMBER: Question = { kind: 'number', ...asked, answer: value, unit: 'ms', tolerance: 20, from: 0, to: 300 };
const CURVE: Question = { kind: 'curve', ...asked, run: 'main', lane: 'pipe', surface: 'laptop', tolerance: 0.1 };
const POINT: Question = { kind: 'point', ...asked, run: 'main', answer: value, toleranceMs: 100 };
const CHOICE: Question = { kind: 'choice', ...asked, run: 'main', answer: null, options: [] };

/** Ten words from one second on, in a picture of ten words and four seconds. */
const key = {
  kind: 'curve',
  curve: { times: Float64Array.of(1000), counts: Int32Array.of(10) },
  words: 10,
  horizonMs: 4000,
} as const;
const drawn = (...points: readonly (readonly [number, number])[]) =>
  ({ kind: 'curve', points: points.map(([atMs, words]) => ({ atMs, words })) }) as const;

test('a number is right within its tolerance, and how far off it was is said', () => {
  const answer = { kind: 'number', value: 50 } as const;
  expect(scorePrediction(NUMBER, { kind: 'number', value: 70 }, answer)).toEqual({ isRight: true, distance: 20 });
  expect(scorePrediction(NUMBER, { kind: 'number', value: 29 }, answer)).toEqual({ isRight: false, distance: 21 });
});

test('a marked moment is right within its tolerance', () => {
  const answer = { kind: 'point', atMs: 2000 } as const;
  expect(scorePrediction(POINT, { kind: 'point', atMs: 1900 }, answer)).toEqual({ isRight: true, distance: 100 });
  expect(scorePrediction(POINT, { kind: 'point', atMs: 2101 }, answer)?.isRight).toBe(false);
});

test('a choice is right when the run says so', () => {
  const answer = { kind: 'choice', right: [2] } as const;
  expect(scorePrediction(CHOICE, { kind: 'choice', option: 2 }, answer)).toEqual({ isRight: true, distance: null });
  expect(scorePrediction(CHOICE, { kind: 'choice', option: 0 }, answer)?.isRight).toBe(false);
});

test('a curve is measured by the area between it and the real one', () => {
  const exact = scorePrediction(CURVE, drawn([0, 0], [999.9, 0], [1000, 10], [4000, 10]), key);
  expect(exact).toEqual({ isRight: true, distance: 0 });
  // Nothing drawn lacks ten words for three of four seconds.
  expect(scorePrediction(CURVE, drawn([0, 0]), key)).toEqual({ isRight: false, distance: 0.75 });
  // Half a second late is an eighth of the picture.
  expect(scorePrediction(CURVE, drawn([1499.9, 0], [1500, 10]), key)?.distance).toBeCloseTo(0.125, 2);
  expect(scorePrediction(CURVE, drawn(), key)?.distance).toBe(0.75);
});

test('an answer of another kind is none', () => {
  expect(scorePrediction(CURVE, { kind: 'choice', option: 1 }, key)).toBeNull();
});
