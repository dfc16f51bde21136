import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplifyLine } from './simplify-line.ts';
import type { Point } from './simplify-line.ts';

const line = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 80 })
  .map((heights) => heights.map((y, x): Point => [x, y]));

/** How high a line of points is at `x`. */
function heightAt(points: readonly Point[], x: number): number {
  const next = points.findIndex((point) => point[0] >= x);
  const [right, left] = [points[next], points[next - 1]];
  if (right === undefined || left === undefined) return right?.[1] ?? 0;
  return left[1] + ((right[1] - left[1]) * (x - left[0])) / (right[0] - left[0]);
}

test('no point of the line is more than a hair away from what is left of it, and both ends stay', () => {
  fc.assert(
    fc.property(line, (points) => {
      const simple = simplifyLine(points);
      expect([simple[0], simple.at(-1)]).toEqual([points[0], points.at(-1)]);
      for (const [x, y] of points) expect(Math.abs(heightAt(simple, x) - y)).toBeLessThanOrEqual(0.7 + 1e-9);
    }),
  );
});

test('a straight line is two points, a step four', () => {
  expect(simplifyLine([0, 1, 2, 3].map((x): Point => [x, x])).length).toBe(2);
  expect(simplifyLine([0, 0, 0, 9, 9, 9].map((y, x): Point => [x, y]))).toEqual([
    [0, 0],
    [2, 0],
    [3, 9],
    [5, 9],
  ]);
});
