import { expect, test } from 'vitest';
import { fittingSize } from './fit-type.ts';

const words = 'Yes, you can take another two tablets tonight if the pain comes back, and two more in the morning'.split(
  ' ',
);

test('a larger box is never set in smaller type', () => {
  let before = 0;
  for (let height = 40; height < 400; height += 10) {
    const size = fittingSize([words], { width: 240, height, line: 1.4 });
    if (size === null) expect(before).toBe(0);
    else expect(size).toBeGreaterThanOrEqual(before);
    before = size ?? before;
  }
  expect(before).toBe(26);
});

test('says so when even the smallest type is too large', () => {
  expect(fittingSize([words], { width: 60, height: 40, line: 1.4 })).toBeNull();
});

test('a word or two are not shouted', () => {
  expect(fittingSize([['No.']], { width: 120, height: 80, line: 1.4 })).toBeLessThan(26);
});
