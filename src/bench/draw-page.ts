/**
 * Runs in a page: three lanes of the timeline and one chart of uPlot draw the same curves, frame by
 * frame in turns. uPlot is set up as fast as it can be: straight lines, no axes, a fixed range.
 */

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { buildPyramid } from '../projection/timeline/pyramid.ts';
import { paintStaircases } from '../view/timeline/paint-staircases.ts';
import type { CurvePicture, Palette } from '../view/timeline/paint-staircases.ts';

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

const LANES = 3;
const WIDTH = 1_200;
const LANE_HEIGHT = 120;
const PALETTE: Palette = { lane: '#b3570a', faint: '#76726b', harm: '#c22f28' };

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
  canvas.width = WIDTH;
  canvas.height = LANE_HEIGHT;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('unable to measure; there is no canvas');
  return context;
}

async function measureDrawing(events: number, frames: number): Promise<DrawTimes> {
  document.body.replaceChildren();
  const steps = Math.floor(events / (2 * LANES));
  const times = Float64Array.from({ length: steps }, (_, index) => index * 10);
  const lanes = Array.from({ length: LANES }, (_, lane) => curvesOf(lane, steps));
  const contexts = lanes.map(createContext);
  const endMs = steps * 10;

  let began = performance.now();
  const pictures = lanes.map(({ made, shown }): CurvePicture => {
    const [all, seen] = [made, shown].map((counts) => buildPyramid({ times, counts }));
    if (all === undefined || seen === undefined) throw new Error('unable to measure; a curve is missing');
    return { made: all, shown: [seen], ghost: null, most: steps, isWounded: true };
  });
  const paintOurs = (fromMs: number, toMs: number): void => {
    const geometry = { width: WIDTH, height: LANE_HEIGHT, pixelRatio: 1, span: { fromMs, toMs } };
    pictures.forEach((picture, lane) => {
      const context = contexts[lane];
      if (context !== undefined) paintStaircases(context, picture, geometry, PALETTE);
    });
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
    { stroke: PALETTE.lane, width: 2, points: { show: false } },
  ]);
  return {
    width: WIDTH,
    height: LANE_HEIGHT * LANES,
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
