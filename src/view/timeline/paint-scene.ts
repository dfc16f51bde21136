/**
 * Paints the curves of a scene: grid, what was made, what each screen shows, hatching, the ghost of
 * the former outcome, the difference band. A function of canvas, scene and palette; its cost follows
 * the pixels, not the events.
 */

import { countScale } from '../../projection/timeline/count-scale.ts';
import { SAME_WITHIN_WORDS } from '../../projection/timeline/difference-band.ts';
import type { Pyramid } from '../../projection/timeline/pyramid.ts';
import { greatestCount } from '../../projection/timeline/staircase.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { paintHatching } from './paint-hatching.ts';
import type { Palette } from './palette.ts';
import { createPaintView } from './paint-view.ts';
import type { LanePaintView, PaintView } from './paint-view.ts';
import { traceStaircase } from './trace-staircase.ts';

interface Pen {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha?: number;
}

/** The first surface solid, the others told apart by their dashes. */
export const SURFACE_DASHES: readonly (readonly number[])[] = [[], [5, 3], [1.5, 3], [8, 3, 2, 3]];

/** What the agent made, whoever saw it. */
export const MADE_DASH: readonly number[] = [1.2, 3];

/** `pixelRatio` is device pixels for each CSS pixel; the canvas is as large as the plot of the scene. */
export function paintScene(
  context: CanvasRenderingContext2D,
  scene: TimelineScene,
  palette: Palette,
  pixelRatio: number,
): void {
  const { geometry, scale, model, ghost, most } = scene;
  const width = geometry.plotWidth;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, geometry.pictureHeight);
  paintGrid(context, scene, palette);
  const sight = createPaintView(scale, pixelRatio);
  model.lanes.forEach((lane, at) => {
    const plot = geometry.lanes[at]?.plot;
    if (plot === undefined) return;
    const view = { ...sight, yOf: countScale(plot, most) };
    context.save();
    context.beginPath();
    context.rect(0, plot.top - 2, width, plot.height + 2);
    context.clip();
    const former = ghost?.lanes.find(({ name }) => name === lane.name) ?? null;
    const color = palette.lanes[at] ?? palette.ink;
    if (former !== null) paintGhost(context, former, color, view);
    paintLane(context, lane, { palette, color, horizonMs: model.horizonMs }, view);
    context.restore();
  });
  paintDifference(context, model.difference, geometry.difference, palette, sight);
}

function paintGrid(context: CanvasRenderingContext2D, { geometry, ticks }: TimelineScene, palette: Palette): void {
  const bottom = geometry.difference.top + geometry.difference.height;
  context.fillStyle = palette.grid;
  for (const { x } of ticks) context.fillRect(Math.round(x), geometry.axis.top, 1, bottom - geometry.axis.top);
  context.fillStyle = palette.rule;
  for (const { plot } of geometry.lanes) context.fillRect(0, plot.top + plot.height - 1, geometry.plotWidth, 1);
}

interface LanePaint {
  readonly palette: Palette;
  readonly color: string;
  readonly horizonMs: number;
}

function paintLane(
  context: CanvasRenderingContext2D,
  lane: LaneTimeline,
  { palette, color, horizonMs }: LanePaint,
  view: LanePaintView,
): void {
  const { lost } = lane;
  const harmed = lane.surfaces.find(({ name }) => name === lost?.surface);
  if (lost !== null && harmed !== undefined) {
    const area = { upper: lane.made, lower: harmed.distinct, fromMs: lost.fromMs, untilMs: horizonMs };
    paintHatching(context, { ...area, color: palette.harm, lean: 1 }, view);
  }
  for (const { surface, pressedAtMs, haltedAtMs, words } of lane.stops) {
    const stopped = lane.surfaces.find(({ name }) => name === surface);
    if (words === 0 || stopped === undefined) continue;
    const area = { upper: lane.made, lower: stopped.distinct, fromMs: pressedAtMs, untilMs: haltedAtMs };
    paintHatching(context, { ...area, color: palette.ink, lean: -1 }, view);
  }
  paintDots(context, lane.made, palette.faint, view);
  for (const { shown, distinct } of lane.surfaces) {
    if (shown === distinct) continue;
    paintHatching(
      context,
      {
        upper: shown,
        lower: distinct,
        fromMs: view.scale.span.fromMs,
        untilMs: horizonMs,
        color: palette.harm,
        lean: -1,
      },
      view,
    );
  }
  // The first surface last: it lies on top.
  lane.surfaces.toReversed().forEach(({ shown }, fromEnd) => {
    const at = lane.surfaces.length - 1 - fromEnd;
    const width = (at === 0 ? 2.2 : 1.5) * palette.thickness;
    stroke(context, shown, { color, width, dash: SURFACE_DASHES[at] ?? [3, 3] }, view);
  });
}

/** A dotted line, as points: dashing a long path costs more than all else that is painted. */
function paintDots(context: CanvasRenderingContext2D, curve: Pyramid, color: string, view: LanePaintView): void {
  const { width, columns, columnsOf, yOf } = view;
  const { last } = columnsOf(curve);
  const [dot = 1, gap = 3] = MADE_DASH;
  context.beginPath();
  for (let x = 0; x < width; x += dot + gap) {
    const count = last[Math.floor((x / width) * columns)] ?? 0;
    if (count > 0) context.rect(x, yOf(count) - dot / 2, dot, dot);
  }
  context.fillStyle = color;
  context.fill();
}

function paintGhost(context: CanvasRenderingContext2D, former: LaneTimeline, color: string, view: LanePaintView): void {
  for (const { shown } of former.surfaces) {
    stroke(context, shown, { color, width: 1.4, dash: [3, 2], alpha: 0.7 }, view);
  }
}

function stroke(context: CanvasRenderingContext2D, curve: Pyramid, pen: Pen, view: LanePaintView): void {
  context.beginPath();
  traceStaircase(context, curve, view);
  context.globalAlpha = pen.alpha ?? 1;
  context.strokeStyle = pen.color;
  context.lineWidth = pen.width;
  context.lineJoin = 'round';
  context.setLineDash([...pen.dash]);
  context.stroke();
  context.globalAlpha = 1;
}

function paintDifference(
  context: CanvasRenderingContext2D,
  words: Pyramid,
  band: Band,
  palette: Palette,
  { width, columns, columnsOf }: PaintView,
): void {
  const most = greatestCount(words.staircase);
  if (band.height === 0 || most === 0) return;
  const { max } = columnsOf(words);
  const columnWidth = width / columns;
  const base = band.top + band.height - 3;
  const rise = (band.height - 6) / most;
  context.fillStyle = palette.faint;
  context.globalAlpha = 0.4;
  context.beginPath();
  for (let x = 0; x < columns;) {
    const count = max[x] ?? 0;
    let end = x + 1;
    while (end < columns && max[end] === count) end += 1;
    if (count >= SAME_WITHIN_WORDS)
      context.rect(x * columnWidth, base - count * rise, (end - x) * columnWidth, count * rise);
    x = end;
  }
  context.fill();
  context.globalAlpha = 1;
}
