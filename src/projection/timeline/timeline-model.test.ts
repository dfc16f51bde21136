import { expect, test } from 'vitest';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { laneDelta } from './run-delta.ts';
import { countAt, finalCount } from './staircase.ts';
import { timelineOf } from './timeline-model.ts';
import type { LaneTimeline, TimelineModel } from './timeline-model.ts';

const OPEN = { atMs: 0, on: 'laptop', do: 'open' };
const SEND = { atMs: 200, on: 'laptop', do: 'send' };
const DROP = { atMs: 1_500, on: 'laptop', do: 'drop', how: 'offline', forMs: 2_000 };

function world(parts: Readonly<Record<string, unknown>>): CompiledScenario {
  return buildScenario({
    horizonMs: 10_000,
    agent: { answer: { text: 'word' }, tokens: 40, firstTokenMs: 200, tokenIntervalMs: 60 },
    network: { latencyMs: 40 },
    surfaces: { laptop: { kind: 'tab' } },
    ...parts,
  });
}

function modelOf(parts: Readonly<Record<string, unknown>>): TimelineModel {
  return timelineOf(simulate(world(parts)));
}

function laneOf(model: TimelineModel, name: string): LaneTimeline {
  const lane = model.lanes.find((other) => other.name === name);
  if (lane === undefined) throw new Error(`the run has the lane ${name}`);
  return lane;
}

test('a cut leaves the screen level while the agent goes on, and the loss is named with its number', () => {
  const lane = laneOf(modelOf({ script: [OPEN, SEND, { ...DROP, how: 'reset' }] }), 'naive-sse');
  const shown = lane.surfaces[0]?.shown.staircase;
  expect(finalCount(lane.made.staircase)).toBe(40);
  const words = shown === undefined ? 0 : finalCount(shown);
  expect(words).toBeGreaterThan(0);
  expect(lane.lost).toMatchObject({
    surface: 'laptop',
    words: 40 - words,
    text: `${40 - words} words nobody will read`,
  });
});

test('words that are kept are said to be where they are', () => {
  const script = [OPEN, SEND, DROP, { atMs: 2_200, on: 'phone', do: 'open' }];
  const surfaces = { laptop: { kind: 'tab' }, phone: { kind: 'device' } };
  const lane = laneOf(modelOf({ script, surfaces }), 'resumable-sse');
  expect(lane.lost?.text).toMatch(/words in the history, not on the laptop$/);
});

test('a server that is not told of a break keeps the whole answer, and the loss is not called one for good', () => {
  const lane = laneOf(modelOf({ script: [OPEN, SEND, DROP] }), 'naive-sse');
  expect(lane.lost?.text).toMatch(/words in the history, not on the laptop$/);
});

test('a screen that catches up says how long it took, and has lost nothing', () => {
  const lane = laneOf(modelOf({ script: [OPEN, SEND, DROP] }), 'durable-session');
  expect(lane.lost).toBeNull();
  expect(lane.recoveries).toMatchObject([{ surface: 'laptop', healedAtMs: 3_500 }]);
  expect(lane.recoveries[0]?.text).toMatch(/^caught up in \d+ ms$/);
});

test('a refresh takes the words from the screen, and the history brings them back', () => {
  const script = [OPEN, SEND, { atMs: 6_000, on: 'laptop', do: 'refresh' }];
  const curve = laneOf(modelOf({ script }), 'naive-sse').surfaces[0]?.shown.staircase;
  if (curve === undefined) throw new Error('the lane has a surface');
  expect([5_999, 6_000, 7_000].map((atMs) => countAt(curve, atMs))).toEqual([40, 0, 40]);
});

test('a stop is a pair: the press, and the last word that came after it', () => {
  const script = [OPEN, SEND, { atMs: 1_500, on: 'laptop', do: 'stop' }];
  const model = modelOf({ script });
  const [naive] = laneOf(model, 'naive-sse').stops;
  const [durable] = laneOf(model, 'durable-session').stops;
  expect(naive).toMatchObject({ pressedAtMs: 1_500 });
  expect(naive?.words).toBeGreaterThan(10);
  expect(naive?.haltedAtMs).toBeGreaterThan(2_000);
  expect(durable?.words).toBeLessThanOrEqual(2);
});

test('an outage that the surface knows of is one bar, however often it tries', () => {
  const bars = laneOf(modelOf({ script: [OPEN, SEND, DROP] }), 'durable-session').surfaces[0]?.states ?? [];
  expect(bars.filter(({ label }) => label === 'offline')).toMatchObject([
    { fromMs: 1_500, toMs: 3_500, tone: 'broken' },
  ]);
  expect(bars.at(-1)).toMatchObject({ label: 'live', toMs: 10_000 });
});

test('a break that nobody is told of leaves the surface in its belief', () => {
  const bars =
    laneOf(modelOf({ script: [OPEN, SEND, { ...DROP, how: 'silent' }] }), 'naive-sse').surfaces[0]?.states ?? [];
  expect(bars.find(({ fromMs, toMs }) => fromMs <= 2_000 && toMs > 2_000)?.label).toBe('streaming');
});

test('lanes part where their screens differ by more than their delays', () => {
  expect(modelOf({ script: [OPEN, SEND] }).partedAtMs).toBeNull();
  const parted = modelOf({ script: [OPEN, SEND, DROP] }).partedAtMs;
  expect(parted).toBeGreaterThanOrEqual(3_500);
  expect(parted).toBeLessThan(5_000);
});

test('an entry that nobody could act on keeps its flag and says why', () => {
  const model = modelOf({
    script: [OPEN, { atMs: 500, on: 'laptop', do: 'close' }, { atMs: 900, on: 'laptop', do: 'refresh' }],
  });
  expect(model.flags.map(({ ignored }) => ignored === null)).toEqual([true, true, false]);
});

test('an edit is told by what it changed most', () => {
  const [before, after] = [
    [OPEN, SEND, DROP],
    [OPEN, SEND],
  ].map((script) => simulate(world({ script })).report.lanes['naive-sse']);
  if (before === undefined || after === undefined) throw new Error('both runs have the lane');
  expect(laneDelta(before, after)).toEqual({ text: `lost ${before.surfaces['laptop']?.missing} → 0`, tone: 'good' });
  expect(laneDelta(after, before)?.tone).toBe('harm');
  expect(laneDelta(after, after)).toBeNull();
});
