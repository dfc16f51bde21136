import { expect, test } from 'vitest';
import { laneArrows } from './arrows.ts';
import type { ControlMessage, SpaceTime } from './space-time.ts';
import { createTimeScale } from './time-scale.ts';

const PLOT = { top: 100, height: 60 };
const TRACK = { top: 162, height: 13 };
const STOP: ControlMessage = {
  message: 1,
  kind: 'stop',
  surface: 'laptop',
  way: 'out',
  sentAtMs: 1_000,
  endsAtMs: 1_040,
  outcome: 'arrived',
  share: 1,
};
const REPLY: ControlMessage = { ...STOP, message: 2, kind: 'reply', way: 'in', sentAtMs: 1_040, endsAtMs: 1_080 };
const LOST: ControlMessage = { ...STOP, message: 3, sentAtMs: 1_400, endsAtMs: 1_420, outcome: 'lost', share: 0.5 };

/** A word each 20 ms that takes 40 ms, the last of them lost half-way. */
function words(count: number): SpaceTime['words'] {
  const madeAtMs = Float64Array.from({ length: count }, (_, at) => at * 20);
  const shares = new Float64Array(count).fill(1).with(count - 1, 0.5);
  return [
    {
      surface: 'laptop',
      madeAtMs,
      endsAtMs: madeAtMs.map((made, at) => made + (at === count - 1 ? 20 : 40)),
      shares,
      shortestMs: 40,
      longestMs: 40,
    },
  ];
}

function arrowsIn(fromMs: number, toMs: number, space: Partial<SpaceTime>) {
  return laneArrows(
    { messages: [], words: [], ...space },
    {
      scale: createTimeScale({ fromMs, toMs }, 1_000),
      plot: PLOT,
      tracks: [TRACK],
      surfaces: ['laptop', 'phone'],
      taken: [],
    },
  );
}

test('a message goes from the row of its sender to the row of its receiver, along as far as it takes time', () => {
  const { control } = arrowsIn(1_000, 2_000, { messages: [STOP, REPLY] });
  expect(control).toMatchObject([
    { x1: 0, y1: TRACK.top + 1, x2: 40, y2: PLOT.top + 1 },
    { x1: 40, y1: PLOT.top + 1, x2: 80, y2: TRACK.top + 1 },
  ]);
});

test('what is lost ends on its way', () => {
  const [arrow] = arrowsIn(1_000, 2_000, { messages: [LOST] }).control;
  expect(arrow).toMatchObject({ isLost: true, x2: 420, y2: TRACK.top + 1 + (PLOT.top - TRACK.top) / 2 });
});

test('labels come with the zoom, say how long the way took, and never lie on one another', () => {
  expect(arrowsIn(0, 10_000, { messages: [STOP, REPLY] }).control.map(({ label }) => label)).toEqual([null, null]);
  const near = arrowsIn(1_000, 1_500, { messages: [STOP, LOST] }).control;
  expect(near.map(({ label }) => label?.text)).toEqual(['stop 40 ms', 'stop, lost']);
  const many = Array.from({ length: 40 }, (_, at) => ({
    ...STOP,
    message: at,
    sentAtMs: 1_000 + at,
    endsAtMs: 1_040 + at,
  }));
  const labels = arrowsIn(1_000, 1_500, { messages: many }).control.flatMap(({ label }) => label ?? []);
  expect(labels.length).toBeGreaterThan(1);
  for (const [at, a] of labels.entries())
    for (const b of labels.slice(at + 1)) expect(Math.abs(a.x - b.x) > 50 || Math.abs(a.y - b.y) >= 12).toBe(true);
});

test('a surface without a track has no row, and no arrows', () => {
  expect(arrowsIn(1_000, 2_000, { messages: [{ ...STOP, surface: 'phone' }] }).control).toEqual([]);
});

test('words become arrows once their ways can be told apart', () => {
  expect(arrowsIn(0, 10_000, { words: words(100) }).words).toEqual([[]]);
  const [near = []] = arrowsIn(1_000, 2_000, { words: words(100) }).words;
  // Those on their way at the left edge too.
  expect(near).toHaveLength(52);
  expect(near.at(-1)).toMatchObject({ isLost: true, y2: PLOT.top + 1 + (TRACK.top - PLOT.top) / 2 });
  expect(near.filter(({ isLost }) => isLost)).toHaveLength(1);
});

test('a crowd of words stays a curve, however far one zooms in', () => {
  const crowd = words(60_000);
  const dense = crowd.map((rides) => ({ ...rides, madeAtMs: rides.madeAtMs.map((made) => made / 40), longestMs: 40 }));
  expect(arrowsIn(1_000, 1_500, { words: dense }).words).toEqual([[]]);
});
