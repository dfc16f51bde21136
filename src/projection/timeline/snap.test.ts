import { expect, test } from 'vitest';
import { snap, snapToGrid } from './snap.ts';

const HORIZON_MS = 8_005;
const FAR = { flagsAtMs: [], eventsAtMs: [], wordsAtMs: [] };

test('a flag comes to rest on ten milliseconds, within the run', () => {
  expect([snapToGrid(1_234.4, HORIZON_MS), snapToGrid(-50, HORIZON_MS), snapToGrid(99_999, HORIZON_MS)]).toEqual([
    1_230,
    0,
    HORIZON_MS,
  ]);
});

test('another flag under the finger attracts, one that is out of reach does not', () => {
  const targets = { ...FAR, flagsAtMs: [2_003, 5_000] };
  expect(snap(2_020, targets, 4, HORIZON_MS)).toEqual({ atMs: 2_003, to: 'flag' });
  expect(snap(2_024, targets, 4, HORIZON_MS)).toEqual({ atMs: 2_020, to: 'grid' });
});

test('words attract only once they stand apart on the screen', () => {
  const targets = { ...FAR, wordsAtMs: [1_000, 1_060, 1_120] };
  expect(snap(1_063, targets, 1, HORIZON_MS)).toEqual({ atMs: 1_060, to: 'word' });
  expect(snap(1_067, targets, 4, HORIZON_MS)).toEqual({ atMs: 1_070, to: 'grid' });
});

test('what happens in a lane attracts, unless a flag is near as well', () => {
  const targets = { ...FAR, eventsAtMs: [3_004], flagsAtMs: [] };
  expect(snap(3_010, targets, 4, HORIZON_MS)).toEqual({ atMs: 3_004, to: 'event' });
  expect(snap(3_010, { ...targets, flagsAtMs: [3_013] }, 4, HORIZON_MS)).toEqual({ atMs: 3_013, to: 'flag' });
});
