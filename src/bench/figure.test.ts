import { describe, expect, test } from 'vitest';
import { median, quantile, rounded } from './figure.ts';
import { measureInTurns } from './in-turns.ts';

describe('figures', () => {
  test('the median is the middle, whatever the order', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(3);
  });

  test('a quantile is a measured value that the given share does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantile(values, 0.95)).toBe(96);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([], 0.95)).toBeNaN();
  });

  test('figures keep three significant digits', () => {
    expect([1234.5, 0.012345, 16].map(rounded)).toEqual([1230, 0.0123, 16]);
  });

  test('what is measured takes turns, and every round is another one', () => {
    const calls: string[] = [];
    const times = measureInTurns(
      { a: (round) => calls.push(`a${round}`), b: (round) => calls.push(`b${round}`) },
      { warmUps: 1, rounds: 2 },
    );
    expect(calls).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(times.a).toBeGreaterThanOrEqual(0);
    expect(times.b).toBeGreaterThanOrEqual(0);
  });
});
