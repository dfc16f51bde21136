/** Hatching between two curves: the area between what is and what should be. */

import type { VirtualMs } from '../../protocol/time.ts';
import { reduceToColumns } from '../../projection/timeline/pixel-columns.ts';
import type { Pyramid } from '../../projection/timeline/pyramid.ts';
import type { PaintView } from './trace-staircase.ts';

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

export function paintHatching(context: CanvasRenderingContext2D, hatching: Hatching, view: PaintView): void {
  const { span, width, yOf } = view;
  const scale = width / (span.toMs - span.fromMs);
  const fromX = Math.max(0, (hatching.fromMs - span.fromMs) * scale);
  const untilX = Math.min(width, (hatching.untilMs - span.fromMs) * scale);
  if (untilX - fromX < 1) return;
  const columns = Math.max(1, Math.round(width));
  const upper = reduceToColumns(hatching.upper, span, columns).last;
  const lower = reduceToColumns(hatching.lower, span, columns).last;
  const [first, end] = [Math.floor(fromX), Math.min(columns, Math.ceil(untilX))];
  let [top, bottom] = [Infinity, -Infinity];
  context.save();
  context.beginPath();
  for (let x = first; x < end; x += 1) {
    const y = yOf(upper[x] ?? 0);
    if (x === first) context.moveTo(fromX, y);
    context.lineTo(x, y);
    context.lineTo(Math.min(x + 1, untilX), y);
    if (y < top) top = y;
  }
  for (let x = end - 1; x >= first; x -= 1) {
    const y = Math.max(yOf(lower[x] ?? 0), yOf(upper[x] ?? 0));
    context.lineTo(Math.min(x + 1, untilX), y);
    context.lineTo(Math.max(x, fromX), y);
    if (y > bottom) bottom = y;
  }
  context.clip();
  strokeLines(context, { fromX, untilX, top, bottom }, hatching);
  context.restore();
}

interface Bounds {
  readonly fromX: number;
  readonly untilX: number;
  readonly top: number;
  readonly bottom: number;
}

function strokeLines(context: CanvasRenderingContext2D, bounds: Bounds, { color, lean }: Hatching): void {
  const { fromX, untilX, top, bottom } = bounds;
  const run = (bottom - top) * 0.8;
  context.beginPath();
  for (let x = Math.floor((fromX - run) / STEP) * STEP; x < untilX + run; x += STEP) {
    context.moveTo(x, lean === 1 ? bottom : top);
    context.lineTo(x + run, lean === 1 ? top : bottom);
  }
  context.globalAlpha = 0.45;
  context.strokeStyle = color;
  context.lineWidth = 1.1;
  context.setLineDash([]);
  context.stroke();
}
