import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { BETWEEN_MS, nextBatch } from './log-batches.ts';
import { narrationLog } from './narration-log.ts';

const log = narrationLog(runNamed('wifi-blip'));
const playing = (count: number, nowMs: number) => ({ log, count, isPlaying: true, nowMs });
const atRest = (count: number) => ({ log, count, isPlaying: false, nowMs: 1 });

test('while the run is played a batch waits for the one before it, and loses nothing', () => {
  const first = nextBatch({ log, count: 0, saidAtMs: -BETWEEN_MS }, playing(2, 0));
  expect(first.batch).toEqual({ lines: log.slice(0, 2), left: 0 });
  const early = nextBatch(first.spoken, playing(3, BETWEEN_MS - 1));
  expect(early).toEqual({ spoken: first.spoken, batch: null });
  const later = nextBatch(early.spoken, playing(5, BETWEEN_MS));
  expect(later.batch).toEqual({ lines: log.slice(2, 5), left: 0 });
});

test('what waited is said as soon as the run stands still', () => {
  const { batch } = nextBatch({ log, count: 2, saidAtMs: 0 }, atRest(4));
  expect(batch?.lines).toEqual(log.slice(2, 4));
});

test('of a long way only the last lines are said, and how many were passed over', () => {
  const { batch } = nextBatch({ log, count: 0, saidAtMs: 0 }, atRest(30));
  expect(batch).toEqual({ lines: log.slice(26, 30), left: 26 });
});

test('a jump back says nothing, and what comes again after it is said again', () => {
  const back = nextBatch({ log, count: 9, saidAtMs: 0 }, atRest(3));
  expect(back.batch).toBeNull();
  const on = nextBatch(back.spoken, { ...atRest(4), nowMs: 2 });
  expect(on.batch?.lines).toEqual(log.slice(3, 4));
});

test('another run, or other lanes, are not read out from where the last log was left', () => {
  const other = log.filter(({ lanes }) => lanes.includes('naive-sse'));
  const changed = nextBatch({ log, count: 2, saidAtMs: 0 }, { ...atRest(9), log: other });
  expect(changed.batch).toBeNull();
  const on = nextBatch(changed.spoken, { ...atRest(10), log: other });
  expect(on.batch?.lines).toEqual(other.slice(9, 10));
});
