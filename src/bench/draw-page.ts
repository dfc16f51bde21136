/**
 * Runs in a page: three lanes of the timeline, laid out anew and painted, and one chart of uPlot draw
 * the same curves, frame by frame in turns. uPlot is set up as fast as it can be: straight lines, no axes, a fixed range.
 */

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { buildPyramid } from '../projection/timeline/pyramid.ts';
import type { WordRides } from '../projection/timeline/space-time.ts';
import { layoutTimeline } from '../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline, TimelineModel } from '../projection/timeline/timeline-model.ts';
import { UNFOLDED } from '../projection/timeline/time-scale.ts';
import { timelineScene } from '../projection/timeline/timeline-scene.ts';
import type { Palette } from '../projection/timeline/paint-palette.ts';
import { paintScene } from '../projection/timeline/paint-scene.ts';

/** Milliseconds of script, for each drawing of ours and of uPlot. */
export interface DrawTimes {
  readonly firstMs: { readonly ours: number; readonly theirs: number };
  readonly framesMs: { readonly ours: readonly number[]; readonly theirs: readonly number[] };
}

declare global {
  interface Window {
    measureDrawing?: (events: number, frames: number) => Promise<DrawTimes>;
  }
}

/** Three lanes, as a first visit has. */
const LANES = 3;
const WIDTH = 1_200;
const HEIGHT = 480;
const GEOMETRY = layoutTimeline({ width: WIDTH + 264, height: HEIGHT, lanes: LANES, surfaces: 1, hasServers: false });
const PALETTE: Palette = {
  ink: '#1d1c1a',
  faint: '#76726b',
  rule: '#e4e0d8',
  grid: '#f0ede6',
  harm: '#c22f28',
  lanes: ['#b3570a', '#6a4fc3', '#0b7a6b'],
  thickness: 1,
};

interface LaneCurves {
  readonly made: Int32Array;
  readonly shown: Int32Array;
}

/** `steps` for each of two curves; a third of the words are lost in the middle, and the screen is wiped once. */
function curvesOf(lane: number, steps: number): LaneCurves {
  const made = Int32Array.from({ length: steps }, (_, index) => index + 1);
  const cut = Math.floor(steps * (0.3 + lane * 0.1));
  const wiped = Math.floor(steps * 0.8);
  const shown = made.map((count, index) => {
    if (index >= wiped) return count - wiped;
    return index >= cut ? Math.max(cut, count - Math.floor(steps / 3)) : count;
  });
  return { made, shown };
}

function createContext(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = GEOMETRY.plotWidth;
  canvas.height = GEOMETRY.height;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('unable to measure; there is no canvas');
  return context;
}

function laneOf(lane: number, times: Float64Array, { made, shown }: LaneCurves): LaneTimeline {
  const seen = buildPyramid({ times, counts: shown });
  const name = `lane-${lane + 1}`;
  const words = Math.floor(times.length / 3);
  return {
    name,
    lane: name,
    title: name,
    made: buildPyramid({ times, counts: made }),
    surfaces: [{ name: 'laptop', label: 'Laptop', shown: seen, distinct: seen, states: [] }],
    stops: [],
    lost: { surface: 'laptop', fromMs: (times.at(-1) ?? 0) * 0.5, words, text: `${words} words`, shortText: 'lost' },
    recoveries: [],
    space: { messages: [], words: [ridesOf(times)] },
  };
}

/** Each word on its way for as long as four others take to be made. */
function ridesOf(times: Float64Array): WordRides {
  const tookMs = 40;
  return {
    surface: 'laptop',
    madeAtMs: times,
    endsAtMs: times.map((made) => made + tookMs),
    shares: new Float64Array(times.length).fill(1),
    shortestMs: tookMs,
    longestMs: tookMs,
  };
}

async function measureDrawing(events: number, frames: number): Promise<DrawTimes> {
  document.body.replaceChildren();
  const steps = Math.floor(events / (2 * LANES));
  const times = Float64Array.from({ length: steps }, (_, index) => index * 10);
  const lanes = Array.from({ length: LANES }, (_, lane) => curvesOf(lane, steps));
  const context = createContext();
  const endMs = steps * 10;

  let began = performance.now();
  const model: TimelineModel = {
    horizonMs: endMs,
    flags: [],
    lanes: lanes.map((curves, lane) => laneOf(lane, times, curves)),
    most: steps,
    difference: buildPyramid({ times: new Float64Array(), counts: new Int32Array() }),
    partedAtMs: null,
    markers: [],
  };
  const paintOurs = (fromMs: number, toMs: number): void => {
    const parts = { model, report: { lanes: {} }, ghost: null, flags: [], folding: UNFOLDED, geometry: GEOMETRY };
    context.clearRect(0, 0, GEOMETRY.plotWidth, GEOMETRY.pictureHeight);
    paintScene(context, timelineScene({ ...parts, span: { fromMs, toMs } }), PALETTE, 1);
  };
  paintOurs(0, endMs);
  const ours = performance.now() - began;

  began = performance.now();
  const chart = new uPlot(
    chartOptions(endMs, steps),
    [times, ...lanes.flatMap(({ made, shown }) => [made, shown])],
    document.body,
  );
  // It draws in a microtask.
  await Promise.resolve();
  const theirs = performance.now() - began;

  const framesMs = { ours: [] as number[], theirs: [] as number[] };
  for (let frame = 0; frame < frames; frame += 1) {
    const { fromMs, toMs } = spanOf(frame, frames, endMs);
    await nextFrame();
    began = performance.now();
    paintOurs(fromMs, toMs);
    framesMs.ours.push(performance.now() - began);
    began = performance.now();
    chart.setScale('x', { min: fromMs, max: toMs });
    await Promise.resolve();
    framesMs.theirs.push(performance.now() - began);
  }
  return { firstMs: { ours, theirs }, framesMs };
}

/** Zooms in to a twentieth in the first half of the frames and pans across in the second. */
function spanOf(frame: number, frames: number, endMs: number): { readonly fromMs: number; readonly toMs: number } {
  const half = frames / 2;
  const width = frame < half ? endMs * (1 - (0.95 * frame) / half) : endMs / 20;
  const from = frame < half ? (endMs - width) / 2 : ((endMs - width) * (frame - half)) / half;
  return { fromMs: from, toMs: from + width };
}

function chartOptions(endMs: number, most: number): uPlot.Options {
  const series = Array.from({ length: LANES }).flatMap(() => [
    { stroke: PALETTE.faint, width: 1, points: { show: false } },
    { stroke: PALETTE.ink, width: 2, points: { show: false } },
  ]);
  return {
    width: GEOMETRY.plotWidth,
    height: GEOMETRY.height,
    pxAlign: 0,
    axes: [{ show: false }, { show: false }],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, min: 0, max: endMs }, y: { range: [0, most] } },
    series: [{}, ...series],
  };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

window.measureDrawing = measureDrawing;
