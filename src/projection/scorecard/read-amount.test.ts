import { expect, test } from 'vitest';
import { readAmount } from './read-amount.ts';
import type { AmountRule } from './read-amount.ts';

const price = { what: 'the price of messages', least: 0, most: 1_000_000, isWhole: false, example: '2.5' };
const chats = { what: 'the chats a day', least: 1, most: 100_000_000, isWhole: true, example: '1000' };

function refusal(text: string, rule: AmountRule): string {
  const read = readAmount(text, rule);
  return read.ok ? expect.fail(`${text} was taken`) : read.error;
}

test.each([
  ['2.5', 2.5],
  [' $10 ', 10],
  ['0', 0],
  ['1,000,000', 1_000_000],
])('%s is a price', (text, value) => {
  expect(readAmount(text, price)).toEqual({ ok: true, value });
});

test.each([['abc'], ['-1'], ['1e3'], ['1000001'], ['2,5'], ['1..2'], ['Infinity']])('%s is no price', (text) => {
  expect(readAmount(text, price)).toEqual({
    ok: false,
    error: `Unable to set the price of messages; “${text}” is not a number from 0 to 1,000,000. Type a number from 0 to 1,000,000, such as 2.5.`,
  });
});

test('an empty field is named as that', () => {
  expect(refusal(' ', price)).toContain('the field is empty');
});

test('chats are whole', () => {
  expect(readAmount('12,000', chats)).toEqual({ ok: true, value: 12_000 });
  expect(refusal('1.5', chats)).toContain('not a whole number');
});
