/**
 * Paints the curves of a scene: grid, what was made, what each screen shows, hatching, the ghost of
 * the former outcome, the difference band. A function of pen, scene and palette; its cost follows
 * the pixels, not the events.
 */

import type { Arrow } from './arrows.ts';
import { countScale } from './count-scale.ts';
import { SAME_WITHIN_WORDS } from './difference-band.ts';
import type { Pyramid } from './pyramid.ts';
import { greatestCount } from './staircase.ts';
import type { Band } from './timeline-geometry.ts';
import type { LaneTimeline } from './timeline-model.ts';
import type { TimelineScene } from './timeline-scene.ts';
import { paintHatching } from './paint-hatching.ts';
import type { Palette } from './paint-palette.ts';
import type { Pen } from './pen.ts';
import { createPaintView } from './paint-view.ts';
import type { LanePaintView, PaintView } from './paint-view.ts';
import { traceStaircase } from './trace-staircase.ts';

interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha?: number;
}

/** The first surface solid, the others told apart by their dashes. */
export const SURFACE_DASHES: readonly (readonly number[])[] = [[], [5, 3], [1.5, 3], [8, 3, 2, 3]];

/** What the agent made, whoever saw it. */
export const MADE_DASH: readonly number[] = [1.2, 3];

/** Half the width of the cross of what was lost. */
const CROSS = 3.2;

/** `pixelRatio` is device pixels for each CSS pixel; one unit of the pen is a CSS pixel, and nothing is painted yet. */
export function paintScene(pen: Pen, scene: TimelineScene, palette: Palette, pixelRatio: number): void {
  const { geometry, scale, model, ghost, most, arrows } = scene;
  const width = geometry.plotWidth;
  paintGrid(pen, scene, palette);
  const sight = createPaintView(scale, pixelRatio);
  model.lanes.forEach((lane, at) => {
    const plot = geometry.lanes[at]?.plot;
    if (plot === undefined) return;
    const view = { ...sight, yOf: countScale(plot, most) };
    const tracks = geometry.lanes[at]?.tracks ?? [];
    const bottom = (tracks.at(-1)?.top ?? plot.top + plot.height) + 1;
    pen.save();
    pen.beginPath();
    pen.rect(0, plot.top - 2, width, bottom - plot.top + 2);
    pen.clip();
    const former = ghost?.lanes.find(({ name }) => name === lane.name) ?? null;
    const color = palette.lanes[at] ?? palette.ink;
    if (former !== null) paintGhost(pen, former, color, view);
    for (const words of arrows[at]?.words ?? []) paintArrows(pen, words, color, palette.harm);
    paintLane(pen, lane, { palette, color, horizonMs: model.horizonMs }, view);
    pen.restore();
  });
  paintDifference(pen, model.difference, geometry.difference, palette, sight);
}

function paintGrid(pen: Pen, { geometry, ticks }: TimelineScene, palette: Palette): void {
  const bottom = geometry.difference.top + geometry.difference.height;
  pen.fillStyle = palette.grid;
  for (const { x } of ticks) pen.fillRect(Math.round(x), geometry.axis.top, 1, bottom - geometry.axis.top);
  pen.fillStyle = palette.rule;
  for (const { plot } of geometry.lanes) pen.fillRect(0, plot.top + plot.height - 1, geometry.plotWidth, 1);
}

interface LanePaint {
  readonly palette: Palette;
  readonly color: string;
  readonly horizonMs: number;
}

function paintLane(pen: Pen, lane: LaneTimeline, { palette, color, horizonMs }: LanePaint, view: LanePaintView): void {
  const { lost } = lane;
  const harmed = lane.surfaces.find(({ name }) => name === lost?.surface);
  if (lost !== null && harmed !== undefined) {
    const area = { upper: lane.made, lower: harmed.distinct, fromMs: lost.fromMs, untilMs: horizonMs };
    paintHatching(pen, { ...area, color: palette.harm, lean: 1 }, view);
  }
  for (const { surface, pressedAtMs, haltedAtMs, words } of lane.stops) {
    const stopped = lane.surfaces.find(({ name }) => name === surface);
    if (words === 0 || stopped === undefined) continue;
    const area = { upper: lane.made, lower: stopped.distinct, fromMs: pressedAtMs, untilMs: haltedAtMs };
    paintHatching(pen, { ...area, color: palette.ink, lean: -1 }, view);
  }
  paintDots(pen, lane.made, palette.faint, view);
  for (const { shown, distinct } of lane.surfaces) {
    if (shown === distinct) continue;
    paintHatching(
      pen,
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
    stroke(pen, shown, { color, width, dash: SURFACE_DASHES[at] ?? [3, 3] }, view);
  });
}

/** A dotted line, as points: dashing a long path costs more than all else that is painted. */
function paintDots(pen: Pen, curve: Pyramid, color: string, view: LanePaintView): void {
  const { width, columns, columnsOf, yOf } = view;
  const { last } = columnsOf(curve);
  const [dot = 1, gap = 3] = MADE_DASH;
  pen.beginPath();
  for (let x = 0; x < width; x += dot + gap) {
    const count = last[Math.floor((x / width) * columns)] ?? 0;
    if (count > 0) pen.rect(x, yOf(count) - dot / 2, dot, dot);
  }
  pen.fillStyle = color;
  pen.fill();
}

function paintGhost(pen: Pen, former: LaneTimeline, color: string, view: LanePaintView): void {
  for (const { shown } of former.surfaces) {
    stroke(pen, shown, { color, width: 1.4, dash: [3, 2], alpha: 0.7 }, view);
  }
}

function stroke(pen: Pen, curve: Pyramid, look: Stroke, view: LanePaintView): void {
  pen.beginPath();
  traceStaircase(pen, curve, view);
  pen.globalAlpha = look.alpha ?? 1;
  pen.strokeStyle = look.color;
  pen.lineWidth = look.width;
  pen.lineJoin = 'round';
  pen.setLineDash([...look.dash]);
  pen.stroke();
  pen.globalAlpha = 1;
}

/** The ways of words, thin, and a cross where one was lost. */
function paintArrows(pen: Pen, arrows: readonly Arrow[], color: string, harm: string): void {
  if (arrows.length === 0) return;
  pen.setLineDash([]);
  pen.globalAlpha = 0.6;
  for (const isLost of [false, true]) {
    pen.beginPath();
    for (const { x1, y1, x2, y2 } of arrows.filter((arrow) => arrow.isLost === isLost)) {
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
    }
    pen.strokeStyle = isLost ? harm : color;
    pen.lineWidth = 1;
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.beginPath();
  for (const { x2, y2, isLost } of arrows) {
    if (!isLost) continue;
    pen.moveTo(x2 - CROSS, y2 - CROSS);
    pen.lineTo(x2 + CROSS, y2 + CROSS);
    pen.moveTo(x2 - CROSS, y2 + CROSS);
    pen.lineTo(x2 + CROSS, y2 - CROSS);
  }
  pen.strokeStyle = harm;
  pen.lineWidth = 1.6;
  pen.stroke();
}

function paintDifference(
  pen: Pen,
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
  pen.fillStyle = palette.faint;
  pen.globalAlpha = 0.4;
  pen.beginPath();
  for (let x = 0; x < columns;) {
    const count = max[x] ?? 0;
    let end = x + 1;
    while (end < columns && max[end] === count) end += 1;
    if (count >= SAME_WITHIN_WORDS)
      pen.rect(x * columnWidth, base - count * rise, (end - x) * columnWidth, count * rise);
    x = end;
  }
  pen.fill();
  pen.globalAlpha = 1;
}
