import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { BETWEEN_MS, nextBatch } from './log-batches.ts';
import { narrationLog } from './narration-log.ts';

const lines = narrationLog(runNamed('wifi-blip'));
const playing = (nowMs: number) => ({ isPlaying: true, nowMs });

test('while the run is played a batch waits for the one before it, and loses nothing', () => {
  const first = nextBatch({ count: 0, saidAtMs: -BETWEEN_MS }, lines.slice(0, 2), playing(0));
  expect(first.batch).toEqual({ lines: lines.slice(0, 2), left: 0 });
  const early = nextBatch(first.spoken, lines.slice(0, 3), playing(BETWEEN_MS - 1));
  expect(early).toEqual({ spoken: first.spoken, batch: null });
  const later = nextBatch(early.spoken, lines.slice(0, 5), playing(BETWEEN_MS));
  expect(later.batch).toEqual({ lines: lines.slice(2, 5), left: 0 });
});

test('what waited is said as soon as the run stands still', () => {
  const { batch } = nextBatch({ count: 2, saidAtMs: 0 }, lines.slice(0, 4), { isPlaying: false, nowMs: 1 });
  expect(batch?.lines).toEqual(lines.slice(2, 4));
});

test('of a long way only the last lines are said, and how many were passed over', () => {
  const { batch } = nextBatch({ count: 0, saidAtMs: 0 }, lines.slice(0, 30), { isPlaying: false, nowMs: 1 });
  expect(batch).toEqual({ lines: lines.slice(26, 30), left: 26 });
});

test('a jump back says nothing, and what comes again after it is said again', () => {
  const back = nextBatch({ count: 9, saidAtMs: 0 }, lines.slice(0, 3), { isPlaying: false, nowMs: 1 });
  expect(back.batch).toBeNull();
  const on = nextBatch(back.spoken, lines.slice(0, 4), { isPlaying: false, nowMs: 2 });
  expect(on.batch?.lines).toEqual(lines.slice(3, 4));
});
