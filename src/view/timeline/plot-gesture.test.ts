import { expect, test } from 'vitest';
import { layoutTimeline } from '../../projection/timeline/timeline-geometry.ts';
import { timelineOf } from '../../projection/timeline/timeline-model.ts';
import { timelineScene } from '../../projection/timeline/timeline-scene.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { UNFOLDED } from '../../projection/timeline/time-scale.ts';
import type { Folding } from '../../projection/timeline/time-scale.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { beginGesture, dragTo, flagsInBand, measureEnd, movedGroup } from './plot-gesture.ts';
import type { MoveGesture, PlotGesture, ResizeGesture } from './plot-gesture.ts';

const run = simulate(
  buildScenario({
    horizonMs: 8_000,
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send' },
      { atMs: 2_000, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_000 },
      { after: { token: 2 }, on: 'laptop', do: 'stop' },
      { atMs: 5_000, on: 'agent', do: 'crash' },
    ],
  }),
);
const [OPEN, SEND, DROP, STOP, CRASH] = [0, 1, 2, 3, 4];

function sceneOf(folding: Folding = UNFOLDED): TimelineScene {
  const model = timelineOf(run);
  const geometry = layoutTimeline({ width: 1_264, height: 400, lanes: 3, surfaces: 1, hasServers: true });
  const span = { fromMs: 0, toMs: 8_000 };
  return timelineScene({ model, report: run.report, ghost: null, flags: model.flags, span, folding, geometry });
}

function press(
  scene: TimelineScene,
  atMs: number,
  row: 'people' | 'network' | 'servers' | 'axis',
  selected: readonly number[] = [],
): PlotGesture {
  const point = {
    x: scene.scale.xOf(atMs),
    y: scene.geometry[row].top + 8,
    kind: 'mouse',
    chooses: false,
    isOnPlayhead: false,
  } as const;
  return beginGesture(scene, point, selected);
}

function held<Type extends 'move' | 'resize'>(
  gesture: PlotGesture,
  type: Type,
): Type extends 'move' ? MoveGesture : ResizeGesture {
  expect(gesture.type).toBe(type);
  return gesture as Type extends 'move' ? MoveGesture : ResizeGesture;
}

test('a flag dragged to both sides never leaves the run', () => {
  const scene = sceneOf();
  const drop = held(press(scene, 2_030, 'network'), 'move');
  expect(dragTo(scene, drop, -5_000, false).atMs).toBe(0);
  expect(dragTo(scene, drop, 50_000, false).atMs).toBe(8_000);
});

test('chosen flags move together, and stop together at an end of the run', () => {
  const scene = sceneOf();
  const drop = held(press(scene, 2_030, 'network', [SEND, DROP]), 'move');
  const to = (atMs: number) => movedGroup(drop, dragTo(scene, drop, scene.scale.xOf(atMs + 30), true).atMs);
  expect(to(2_500)).toEqual([
    { index: DROP, atMs: 2_500 },
    { index: SEND, atMs: 700 },
  ]);
  expect(to(100)).toEqual([
    { index: DROP, atMs: 1_800 },
    { index: SEND, atMs: 0 },
  ]);
});

test('a flag that is not among the chosen ones moves alone', () => {
  const scene = sceneOf();
  expect(held(press(scene, 2_030, 'network', [SEND]), 'move').group).toEqual([{ index: DROP, atMs: 2_000 }]);
});

test('what waits for an event of the run is not moved by hand', () => {
  const scene = sceneOf();
  const stop = scene.allFlags.find(({ index }) => index === STOP);
  const gesture = held(press(scene, (stop?.atMs ?? 0) + 15, 'people', [DROP, STOP]), 'move');
  expect(gesture.index).toBe(STOP);
  expect(gesture.group).toEqual([]);
});

test('a drag rests on a flag that is near, says so, and stands free when that is asked for', () => {
  const scene = sceneOf();
  const drop = held(press(scene, 2_030, 'network'), 'move');
  const x = scene.scale.xOf(232);
  expect(dragTo(scene, drop, x, false)).toEqual({ atMs: 200, to: 'flag' });
  expect(dragTo(scene, drop, x, true)).toEqual({ atMs: 202, to: 'grid' });
});

test('the end of what lasts is dragged by itself', () => {
  const scene = sceneOf();
  const end = held(press(scene, 3_000, 'network'), 'resize');
  expect(dragTo(scene, end, scene.scale.xOf(3_503), true).atMs).toBe(3_503);
  expect(dragTo(scene, end, -500, false).atMs).toBe(2_010);
});

test('a rubber band touches every row that it crosses', () => {
  const scene = sceneOf();
  const { people, network, servers } = scene.geometry;
  const from = { startX: scene.scale.xOf(5_500), startY: servers.top + 20, kind: 'mouse', chooses: true } as const;
  expect(flagsInBand(scene, from, scene.scale.xOf(1_900), network.top + 4)).toEqual([DROP, CRASH]);
  expect(flagsInBand(scene, from, -10, people.top + 4)).toEqual([OPEN, SEND, STOP, DROP, CRASH]);
});

test('a measure snaps to what has a name and is exact elsewhere', () => {
  const scene = sceneOf();
  const gesture = press(scene, 2_010, 'axis');
  if (gesture.type !== 'measure') throw new Error('a press on the axis measures');
  expect(gesture.fromMs).toBe(2_000);
  expect(measureEnd(scene, scene.scale.xOf(3_007), gesture.targets, false)).toBe(3_000);
  expect(measureEnd(scene, scene.scale.xOf(6_543), gesture.targets, false)).toBe(6_543);
});

test('with a fold between hand and flag, the flag stays under the hand', () => {
  const scene = sceneOf({ stretches: [{ fromMs: 5_500, toMs: 7_500 }], packedMs: 200 });
  const drop = held(press(scene, 2_030, 'network'), 'move');
  expect(dragTo(scene, drop, drop.startX + scene.scale.xOf(7_800) - scene.scale.xOf(2_000), true).atMs).toBe(7_800);
});
