/** Paints one lane's curves. A pure function of canvas, geometry, model and palette; its cost follows the pixels. */

import { reduceToColumns } from '../../projection/timeline/pixel-columns.ts';
import type { PixelColumns, TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import type { Pyramid } from '../../projection/timeline/pyramid.ts';

export interface CurvePicture {
  readonly made: Pyramid;
  /** The first curve is drawn solid, further ones dashed. */
  readonly shown: readonly Pyramid[];
  /** The former outcome of the first curve, while an edit is compared with it. */
  readonly ghost: Pyramid | null;
  readonly most: number;
  /** Hatch what was made and is not shown. */
  readonly isWounded: boolean;
}

export interface Geometry {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly span: TimeSpan;
}

export interface Palette {
  readonly lane: string;
  readonly faint: string;
  readonly harm: string;
}

const TOP = 4;

export function paintStaircases(
  context: CanvasRenderingContext2D,
  picture: CurvePicture,
  geometry: Geometry,
  palette: Palette,
): void {
  const { width, height, pixelRatio, span } = geometry;
  const columns = Math.max(1, Math.round(width));
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  const rise = (height - TOP - 1.5) / picture.most;
  const yOf = (count: number): number => height - 1.5 - count * rise;
  const made = reduceToColumns(picture.made, span, columns);
  const [first, ...others] = picture.shown.map((curve) => reduceToColumns(curve, span, columns));
  if (picture.isWounded && first !== undefined) hatchBetween(context, made, first, yOf, palette.harm);
  strokeColumns(context, made, yOf, { color: palette.faint, width: 1, dash: [1, 4] });
  if (picture.ghost !== null) {
    strokeColumns(context, reduceToColumns(picture.ghost, span, columns), yOf, {
      color: palette.faint,
      width: 1.4,
      dash: [5, 3],
    });
  }
  for (const other of others) strokeColumns(context, other, yOf, { color: palette.lane, width: 1.4, dash: [5, 3] });
  if (first !== undefined) strokeColumns(context, first, yOf, { color: palette.lane, width: 2.2, dash: [] });
}

interface Pen {
  readonly color: string;
  readonly width: number;
  readonly dash: number[];
}

/** One path: level where nothing happens, an upright stroke where counts change within a column. */
function strokeColumns(
  context: CanvasRenderingContext2D,
  columns: PixelColumns,
  yOf: (count: number) => number,
  pen: Pen,
): void {
  const { before, min, max, last } = columns;
  // Nothing to tell before the first word: the line begins with it, and a surface that shows nothing has none.
  const start = before > 0 ? 0 : max.findIndex((count) => count > 0);
  if (start < 0) return;
  context.beginPath();
  context.moveTo(start, yOf(before));
  let level = before;
  for (let x = start; x < last.length; x += 1) {
    const least = min[x] ?? level;
    const most = max[x] ?? level;
    if (least === level && most === level) continue;
    context.lineTo(x, yOf(level));
    if (least < level) context.lineTo(x, yOf(least));
    if (most > level) context.lineTo(x, yOf(most));
    level = last[x] ?? level;
    context.lineTo(x, yOf(level));
  }
  context.lineTo(last.length, yOf(level));
  context.strokeStyle = pen.color;
  context.lineWidth = pen.width;
  context.setLineDash(pen.dash);
  context.stroke();
}

const HATCH_STEP = 6;

function hatchBetween(
  context: CanvasRenderingContext2D,
  made: PixelColumns,
  shown: PixelColumns,
  yOf: (count: number) => number,
  color: string,
): void {
  context.save();
  context.beginPath();
  for (let x = 0; x < made.last.length; x += 1) {
    const top = made.last[x] ?? 0;
    const bottom = shown.last[x] ?? 0;
    if (top > bottom + 1) context.rect(x, yOf(top), 1, yOf(bottom) - yOf(top));
  }
  context.clip();
  const bottom = yOf(0);
  context.beginPath();
  for (let x = -bottom; x < made.last.length; x += HATCH_STEP) {
    context.moveTo(x, bottom);
    context.lineTo(x + bottom * 0.8, 0);
  }
  context.globalAlpha = 0.4;
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  context.setLineDash([]);
  context.stroke();
  context.restore();
}
