import { expect, test } from 'vitest';
import { beginBrush, brushTo, centreOn, overviewScale } from './brush.ts';
import { UNFOLDED } from './time-scale.ts';

const SPAN = { fromMs: 2_000, toMs: 6_000 };
const OVERVIEW = overviewScale(10_000, 1_000, UNFOLDED);
const rounded = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => [
  Math.round(fromMs),
  Math.round(toMs),
];

test('a press takes hold of the edge that is nearest, of the window, or of nothing yet', () => {
  const parts = [205, 595, 400, 800].map((x) => beginBrush(OVERVIEW, SPAN, x, 8).part);
  expect(parts).toEqual(['from', 'to', 'window', 'new']);
});

test('an edge follows the hand and stops before the other one', () => {
  const left = beginBrush(OVERVIEW, SPAN, 200, 8);
  expect(rounded(brushTo(OVERVIEW, left, 350))).toEqual([3_500, 6_000]);
  expect(rounded(brushTo(OVERVIEW, left, 990))).toEqual([5_950, 6_000]);
  expect(rounded(brushTo(OVERVIEW, left, -50))).toEqual([0, 6_000]);
});

test('the window moves as a whole and stops at the ends of the run', () => {
  const window = beginBrush(OVERVIEW, SPAN, 400, 8);
  expect(rounded(brushTo(OVERVIEW, window, 500))).toEqual([3_000, 7_000]);
  expect(rounded(brushTo(OVERVIEW, window, 5_000))).toEqual([6_000, 10_000]);
});

test('a new window is drawn to either side, also where everything is in sight', () => {
  const everything = { fromMs: 0, toMs: 10_000 };
  const gesture = beginBrush(OVERVIEW, everything, 500, 8);
  expect(gesture.part).toBe('new');
  expect(rounded(brushTo(OVERVIEW, gesture, 700))).toEqual([5_000, 7_000]);
  expect(rounded(brushTo(OVERVIEW, gesture, 300))).toEqual([3_000, 5_000]);
});

test('a click beside the window brings its middle there', () => {
  expect(rounded(centreOn(OVERVIEW, SPAN, 700))).toEqual([5_000, 9_000]);
});

test('over a fold the window keeps what it shows, not what the clock says', () => {
  const folding = { stretches: [{ fromMs: 4_000, toMs: 8_000 }], packedMs: 500 };
  const overview = overviewScale(10_000, 650, folding);
  const window = beginBrush(overview, { fromMs: 0, toMs: 2_000 }, 100, 8);
  expect(rounded(brushTo(overview, window, 100 + 250))).toEqual([2_500, 8_000]);
});
