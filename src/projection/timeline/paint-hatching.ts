/** Hatching between two curves: the area between what is and what should be. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Pyramid } from './pyramid.ts';
import type { LanePaintView } from './paint-view.ts';
import type { Pen } from './pen.ts';

export interface Hatching {
  readonly upper: Pyramid;
  readonly lower: Pyramid;
  readonly fromMs: VirtualMs;
  readonly untilMs: VirtualMs;
  readonly color: string;
  /** Lines that lean the other way are another thing. */
  readonly lean: 1 | -1;
}

const STEP = 6;

export function paintHatching(pen: Pen, hatching: Hatching, view: LanePaintView): void {
  const { scale, width, columns, yOf } = view;
  const fromX = Math.max(0, scale.xOf(hatching.fromMs));
  const untilX = Math.min(width, scale.xOf(hatching.untilMs));
  if (untilX - fromX < 1) return;
  const upper = view.columnsOf(hatching.upper).last;
  const lower = view.columnsOf(hatching.lower).last;
  const columnWidth = width / columns;
  const [first, end] = [Math.floor(fromX / columnWidth), Math.min(columns, Math.ceil(untilX / columnWidth))];
  const yUpper = (column: number): number => yOf(upper[column] ?? 0);
  const yLower = (column: number): number => Math.max(yOf(lower[column] ?? 0), yUpper(column));
  let [top, bottom] = [yUpper(first), yLower(first)];
  pen.save();
  pen.beginPath();
  pen.moveTo(fromX, yUpper(first));
  for (let column = first + 1; column < end; column += 1) {
    if (upper[column] === upper[column - 1]) continue;
    pen.lineTo(column * columnWidth, yUpper(column - 1));
    pen.lineTo(column * columnWidth, yUpper(column));
    top = Math.min(top, yUpper(column));
  }
  pen.lineTo(untilX, yUpper(end - 1));
  pen.lineTo(untilX, yLower(end - 1));
  for (let column = end - 1; column > first; column -= 1) {
    bottom = Math.max(bottom, yLower(column));
    if (yLower(column) === yLower(column - 1)) continue;
    pen.lineTo(column * columnWidth, yLower(column));
    pen.lineTo(column * columnWidth, yLower(column - 1));
  }
  pen.lineTo(fromX, yLower(first));
  pen.clip();
  strokeLines(pen, { fromX, untilX, top, bottom }, hatching);
  pen.restore();
}

interface Bounds {
  readonly fromX: number;
  readonly untilX: number;
  readonly top: number;
  readonly bottom: number;
}

function strokeLines(pen: Pen, bounds: Bounds, { color, lean }: Hatching): void {
  const { fromX, untilX, top, bottom } = bounds;
  const run = (bottom - top) * 0.8;
  pen.beginPath();
  for (let x = Math.floor((fromX - run) / STEP) * STEP; x < untilX + run; x += STEP) {
    pen.moveTo(x, lean === 1 ? bottom : top);
    pen.lineTo(x + run, lean === 1 ? top : bottom);
  }
  pen.globalAlpha = 0.45;
  pen.strokeStyle = color;
  pen.lineWidth = 1.1;
  pen.setLineDash([]);
  pen.stroke();
}
