import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../scenario/lesson/lesson-data.ts';
import type { Prediction } from '../scenario/lesson/lesson-progress.ts';
import { readBallots } from './ballots.ts';
import { predictionOf, voteCode } from './vote-answer.ts';
import type { VoteScale } from './vote-answer.ts';
import { decodeVote, encodeVote, LONG_CODE, SHORT_CODE } from './vote-code.ts';
import type { Vote } from './vote-code.ts';

const RUNS = { seed: 11, numRuns: 500 };
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const vote: fc.Arbitrary<Vote> = fc
  .tuple(fc.integer({ min: 1, max: 25 }), fc.nat(3), fc.boolean(), fc.nat(2 ** 28 - 1))
  .map(([lesson, question, isLong, payload]) => ({
    lesson,
    question,
    payload: isLong ? payload : payload % 2 ** 18,
    length: isLong ? LONG_CODE : SHORT_CODE,
  }));

function question(fields: object): Question {
  return { ask: ['?'], reveal: null, ...fields } as unknown as Question;
}

const SCALES: readonly VoteScale[] = [
  question({ kind: 'choice', options: [{}, {}, {}] }),
  question({ kind: 'number', unit: 'words', from: 0, to: 60, tolerance: 3 }),
  question({ kind: 'point', toleranceMs: 300 }),
  question({ kind: 'curve', tolerance: 0.1 }),
].map((asked) => ({ question: asked, horizonMs: 12_000, words: 45 }));

const prediction = fc.oneof(
  fc.nat(2).map((option) => ({ at: 0, prediction: { kind: 'choice', option } as Prediction })),
  fc.nat(60).map((value) => ({ at: 1, prediction: { kind: 'number', value } as Prediction })),
  fc.nat(12_000).map((atMs) => ({ at: 2, prediction: { kind: 'point', atMs } as Prediction })),
);

function codeOf(at: number, said: Prediction, ballot = 0): string {
  const scale = SCALES[at];
  if (scale === undefined) throw new Error(`there is no question ${at}`);
  return voteCode({ lesson: 2, question: at }, said, scale, ballot);
}

function readBack(at: number, code: string): Prediction | null {
  const [read, scale] = [decodeVote(code), SCALES[at]];
  return typeof read === 'string' || scale === undefined ? null : predictionOf(read, scale);
}

test('a code gives back what it was made of, however it is typed', () => {
  fc.assert(
    fc.property(vote, (made) => {
      const code = encodeVote(made);
      expect(code).toHaveLength(made.length + 1);
      expect(decodeVote(code)).toEqual(made);
      expect(decodeVote(` ${code.toLowerCase().replace('-', ' ')} `)).toEqual(made);
      expect(decodeVote(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(made);
    }),
    RUNS,
  );
});

test('one wrong character is always found', () => {
  fc.assert(
    fc.property(vote, fc.nat(), fc.integer({ min: 1, max: 31 }), (made, place, by) => {
      const letters = Array.from(encodeVote(made).replace('-', ''));
      const at = place % letters.length;
      const wrong = LETTERS.charAt((LETTERS.indexOf(letters[at] ?? '0') + by) % 32);
      expect(decodeVote(letters.with(at, wrong).join(''))).toBe('typo');
    }),
    RUNS,
  );
});

test('two characters that changed places are always found', () => {
  fc.assert(
    fc.property(vote, fc.nat(), fc.nat(), (made, first, second) => {
      const letters = Array.from(encodeVote(made).replace('-', ''));
      const [a, b] = [first % letters.length, second % letters.length];
      fc.pre(letters[a] !== letters[b]);
      const swapped = letters.with(a, letters[b] ?? '').with(b, letters[a] ?? '');
      expect(decodeVote(swapped.join(''))).toBe('typo');
    }),
    RUNS,
  );
});

test('what is no code is not taken for one', () => {
  for (const text of ['', 'hello', 'ABC', 'ABC-DEU', '1234567', 'ABC-DEFG-HJ'])
    expect(decodeVote(text)).toBe('no-code');
});

test('an answer comes out of its code as it went in, a moment to a thousandth of the run', () => {
  fc.assert(
    fc.property(prediction, fc.nat(), ({ at, prediction: said }, ballot) => {
      const read = readBack(at, codeOf(at, said, ballot));
      if (said.kind === 'point' && read?.kind === 'point')
        expect(Math.abs(read.atMs - said.atMs)).toBeLessThanOrEqual(7);
      else expect(read).toEqual(said);
    }),
    RUNS,
  );
});

test('a drawn curve keeps its height at five moments, to a fifteenth', () => {
  const points = [0, 9, 9, 9, 45, 45].map((words, index) => ({ atMs: index * 2400, words }));
  const read = readBack(3, codeOf(3, { kind: 'curve', points }, 77));
  expect(read?.kind === 'curve' ? read.points.map(({ words }) => Math.round(words)) : []).toEqual([0, 9, 9, 9, 45, 45]);
});

test('lines of a chat are counted for the questions that they name, and what cannot be counted is said', () => {
  const [b, again] = [codeOf(0, { kind: 'choice', option: 1 }, 5), codeOf(0, { kind: 'choice', option: 1 }, 6)];
  const number = codeOf(1, { kind: 'number', value: 20 });
  const elsewhere = encodeVote({ lesson: 7, question: 0, payload: 0, length: SHORT_CODE });
  const lines = [
    b,
    `Ada: ${again}`,
    b,
    number,
    'C',
    'hello',
    elsewhere,
    `${b.slice(0, -1)}${b.endsWith('X') ? 'Y' : 'X'}`,
  ];
  const hands = [
    { counts: [], lines: lines.join('\n') },
    { counts: [], lines: '47\n99' },
    { counts: [], lines: 'Bob: 2,5' },
  ];
  const { answers, problems, repeated } = readBallots(hands, 2, SCALES);
  expect(answers[0]).toEqual([1, 1, 2].map((option) => ({ kind: 'choice', option })));
  expect(answers[1]).toEqual([20, 47].map((value) => ({ kind: 'number', value })));
  expect(answers[2]).toEqual([{ kind: 'point', atMs: 2500 }]);
  expect(repeated).toBe(1);
  expect(problems.map(({ question: at, line, reason }) => [at, line, reason])).toEqual([
    [0, 6, 'it is neither a code nor an answer'],
    [0, 7, 'it is for lesson 7'],
    [0, 8, 'it is no code, or a character of it is wrong'],
    [1, 2, 'it is neither a code nor an answer'],
  ]);
});
