import { expect, test } from 'vitest';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import { answerText, amountInUnit } from './answer-text.ts';

const asked = { ask: [], reveal: null };
const value = {
  written: '',
  type: 'count',
  left: { run: 'main', of: 'scenario', path: [], type: 'count' },
  operator: null,
  right: null,
} as const;
const NUMBER: Question = { kind: 'number', ...asked, answer: value, unit: 'words', tolerance: 3, from: 0, to: 60 };
const CHOICE: Question = {
  kind: 'choice',
  ...asked,
  run: 'main',
  answer: null,
  options: ['In one', 'In none'].map((text) => ({ text, is: null, when: null })),
};
const CURVE: Question = { kind: 'curve', ...asked, run: 'main', lane: 'pipe', surface: 'laptop', tolerance: 0.12 };

test('a number is said with its unit, and how far off it was', () => {
  expect(answerText(NUMBER, { kind: 'number', value: 12 }, { kind: 'number', value: 53 })).toEqual({
    isRight: false,
    answered: '12 words',
    truth: '53 words',
    distance: '41 words off',
  });
});

test('what is right to the point is not off', () => {
  const text = answerText(NUMBER, { kind: 'number', value: 53 }, { kind: 'number', value: 53 });
  expect(text).toMatchObject({ isRight: true, distance: null });
});

test('a choice is said in the words of its options', () => {
  expect(answerText(CHOICE, { kind: 'choice', option: 0 }, { kind: 'choice', right: [1] })).toEqual({
    isRight: false,
    answered: 'In one',
    truth: 'In none',
    distance: null,
  });
});

test('a line is held against what still counts as right', () => {
  const curve = { times: Float64Array.of(0), counts: Int32Array.of(10) };
  const key = { kind: 'curve', curve, words: 10, horizonMs: 1000 } as const;
  const drawn = { kind: 'curve', points: [{ atMs: 0, words: 8 }] } as const;
  expect(answerText(CURVE, drawn, key)?.distance).toBe(
    '20 % of the picture lies between the two lines; up to 12 % is right',
  );
});

test('one of something is not many, and long times are seconds', () => {
  expect([
    amountInUnit(1, 'runs'),
    amountInUnit(2, 'runs'),
    amountInUnit(1500, 'ms'),
    amountInUnit(40, 'percent'),
  ]).toEqual(['1 run', '2 runs', '1.5 s', '40 %']);
});
