import { expect, test } from 'vitest';
import { legAt, legTo } from './beat-plan.ts';

const stop = (run: string, atMs: number) => ({ run, lane: 'naive-sse', atMs });

test('a beat is played on from the beat before, and from the start in another run', () => {
  const stops = [stop('main', 200), stop('main', 2200), stop('too-late', 1500)];
  expect(legTo(stops, 0)).toEqual({ fromMs: 0, toMs: 200, durationMs: 700 });
  expect(legTo(stops, 1)).toEqual({ fromMs: 200, toMs: 2200, durationMs: 2000 });
  expect(legTo(stops, 2)).toEqual({ fromMs: 0, toMs: 1500, durationMs: 1500 });
});

test('minutes pass in a few seconds, and what was earlier is jumped to', () => {
  const stops = [stop('main', 1000), stop('main', 61_000), stop('main', 5000), stop('main', 5000)];
  expect(legTo(stops, 1).durationMs).toBe(3500);
  expect(legTo(stops, 2)).toEqual({ fromMs: 5000, toMs: 5000, durationMs: 0 });
  expect(legTo(stops, 3)).toEqual({ fromMs: 5000, toMs: 5000, durationMs: 0 });
});

test('a leg ends exactly at its beat, however late the clock is', () => {
  const leg = { fromMs: 200, toMs: 2200, durationMs: 1000 };
  expect([0, 500, 1000, 9000].map((elapsedMs) => legAt(leg, elapsedMs))).toEqual([200, 1200, 2200, 2200]);
});
