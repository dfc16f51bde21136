import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnEdges, reduceToColumns } from './pixel-columns.ts';
import { buildPyramid, widenBy } from './pyramid.ts';
import { createTimeScale } from './time-scale.ts';

const counts = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 3000 });
const staircaseOf = (values: readonly number[]) => ({
  times: Float64Array.from(values, (_, index) => index),
  counts: Int32Array.from(values),
});

test('the extent of any stretch is that of looking at every count in it', () => {
  fc.assert(
    fc.property(counts, fc.nat(3000), fc.nat(3000), (values, a, b) => {
      const [from, to] = [Math.min(a, b, values.length), Math.min(Math.max(a, b), values.length)];
      const extent = { min: 5000, max: -5000 };
      widenBy(buildPyramid(staircaseOf(values)), from, to, extent);
      const stretch = values.slice(from, to);
      expect(extent).toEqual({ min: Math.min(5000, ...stretch), max: Math.max(-5000, ...stretch) });
    }),
    { seed: 4711, numRuns: 300 },
  );
});

test('every column holds the extent and the last count of its own stretch of time', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 200 }), (values, width) => {
      const span = { fromMs: 0, toMs: Math.max(1, values.length) };
      const columns = reduceToColumns(
        buildPyramid(staircaseOf(values)),
        columnEdges(createTimeScale(span, width), width),
      );
      const msPerPixel = span.toMs / width;
      let level = columns.before;
      for (let column = 0; column < width; column += 1) {
        // The first column begins with the step at the very start of the span.
        const from = column === 0 ? Number.MIN_VALUE : column * msPerPixel;
        const inside = values.filter((_, index) => index >= from && index < (column + 1) * msPerPixel);
        expect(columns.min[column]).toBe(Math.min(level, ...inside));
        expect(columns.max[column]).toBe(Math.max(level, ...inside));
        level = inside.at(-1) ?? level;
        expect(columns.last[column]).toBe(level);
      }
    }),
    { seed: 4711 },
  );
});
