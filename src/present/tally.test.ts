import { expect, test } from 'vitest';
import type { AnswerKey } from '../projection/lesson/answer-key.ts';
import type { Question } from '../scenario/lesson/lesson-data.ts';
import type { Prediction } from '../scenario/lesson/lesson-progress.ts';
import { heldAgainst, tallyOf } from './tally.ts';

const CHOICE = { kind: 'choice', options: [{}, {}, {}] } as unknown as Question;
const NUMBER = { kind: 'number', unit: 'words', from: 0, to: 60, tolerance: 3 } as unknown as Question;
const POINT = { kind: 'point', toleranceMs: 350 } as unknown as Question;
const C: AnswerKey = { kind: 'choice', right: [2] };

const chose = (option: number): Prediction => ({ kind: 'choice', option });

test('hands and codes are counted together, and held against the run', () => {
  const tally = tallyOf(CHOICE, [chose(1), chose(2)], [2, 13]);
  expect(tally).toEqual({ kind: 'choice', counts: [2, 14, 1], said: 17 });
  expect(heldAgainst(CHOICE, tally, C)).toBe('14 of 17 said B. The run says C.');
});

test('a room that is of two minds is told so', () => {
  expect(heldAgainst(CHOICE, tallyOf(CHOICE, [], [4, 1, 4]), C)).toBe('A and C had 4 each of 9. The run says C.');
});

test('where nobody was asked only the run speaks', () => {
  expect(heldAgainst(CHOICE, tallyOf(CHOICE, [], []), C)).toBe('The run says C.');
  expect(heldAgainst(CHOICE, tallyOf(CHOICE, [], [1]), null)).toBeNull();
});

test('numbers are told by how many came near and by the middle of the room', () => {
  const said = [20, 47, 5, 60].map((value): Prediction => ({ kind: 'number', value }));
  const tally = tallyOf(NUMBER, said, []);
  expect(tally).toEqual({ kind: 'number', values: [5, 20, 47, 60], said: 4 });
  expect(heldAgainst(NUMBER, tally, { kind: 'number', value: 45 })).toBe(
    '1 of 4 was within 3 words; the middle of the room said 20 words. The run says 45 words.',
  );
});

test('moments are told alike', () => {
  const said = [2500, 3000].map((atMs): Prediction => ({ kind: 'point', atMs }));
  expect(heldAgainst(POINT, tallyOf(POINT, said, []), { kind: 'point', atMs: 2700 })).toBe(
    '2 of 2 were within 350 ms; the middle of the room said 2.5 s. The run says 2.7 s.',
  );
});
