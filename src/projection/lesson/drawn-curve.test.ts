import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, curveOf, heightAt, NOT_DRAWN, pointsOf, strokeTo } from './drawn-curve.ts';

test('a stroke fills the columns that it passes, in either direction', () => {
  const forth = strokeTo(NOT_DRAWN, { column: 2, words: 0 }, { column: 6, words: 40 });
  expect(forth.slice(1, 8)).toEqual([null, 0, 10, 20, 30, 40, null]);
  const back = strokeTo(forth, { column: 6, words: 40 }, { column: 4, words: 40 });
  expect(back.slice(2, 7)).toEqual([0, 10, 40, 40, 40]);
});

test('the height at a column is the last one that was drawn', () => {
  const curve = strokeTo(NOT_DRAWN, null, { column: 5, words: 12 });
  expect([heightAt(curve, 4), heightAt(curve, 5), heightAt(curve, 30)]).toEqual([0, 12, 12]);
});

test('what is kept comes back as it was drawn', () => {
  const place = fc.record({ column: fc.integer({ min: 0, max: COLUMNS - 1 }), words: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), fc.integer({ min: 1000, max: 4_000_000 }), (places, horizonMs) => {
      const curve = places.reduce((drawn, to, at) => strokeTo(drawn, places[at - 1] ?? null, to), NOT_DRAWN);
      expect(curveOf(pointsOf(curve, horizonMs), horizonMs)).toEqual(curve);
    }),
    { seed: 11 },
  );
});
