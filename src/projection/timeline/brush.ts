/** The window in the overview of a run: what a press takes hold of, and what is in sight after a move. */

import type { VirtualMs } from '../../protocol/time.ts';
import { panSpan, stretchSpan } from './time-axis.ts';
import { createTimeScale, pack } from './time-scale.ts';
import type { Folding, TimeScale, TimeSpan } from './time-scale.ts';

export interface BrushGesture {
  /** An edge, the window as a whole, or a new one from where the hand went down. */
  readonly part: 'from' | 'to' | 'window' | 'new';
  readonly startX: number;
  readonly span: TimeSpan;
}

/** Of the whole run, over `width` pixels. */
export function overviewScale(horizonMs: VirtualMs, width: number, folding: Folding): TimeScale {
  return createTimeScale({ fromMs: 0, toMs: horizonMs }, width, folding);
}

/** What a press at `x` of the overview takes hold of; edges reach `slop` pixels to both sides. */
export function beginBrush(overview: TimeScale, span: TimeSpan, x: number, slop: number): BrushGesture {
  const [left, right] = [overview.xOf(span.fromMs), overview.xOf(span.toMs)];
  const [toLeft, toRight] = [Math.abs(x - left), Math.abs(x - right)];
  const isAll = left <= 1 && right >= overview.width - 1;
  if (Math.min(toLeft, toRight) <= slop) return { part: toLeft < toRight ? 'from' : 'to', startX: x, span };
  // A window that is everything cannot be moved: the hand draws a new one.
  return { part: x > left && x < right && !isAll ? 'window' : 'new', startX: x, span };
}

/** What is in sight when the hand is at `x`. */
export function brushTo(overview: TimeScale, { part, startX, span }: BrushGesture, x: number): TimeSpan {
  const { toMs: horizonMs } = overview.span;
  const { folding } = overview;
  const atMs = Math.min(horizonMs, Math.max(0, overview.msAt(x)));
  switch (part) {
    case 'from':
    case 'to':
      return stretchSpan(span, part, atMs, horizonMs);
    case 'window': {
      const length = pack(span.toMs, folding) - pack(span.fromMs, folding);
      return panSpan(span, ((x - startX) * overview.msPerPixel) / length, horizonMs, folding);
    }
    case 'new': {
      const startMs = Math.min(horizonMs, Math.max(0, overview.msAt(startX)));
      return startMs < atMs
        ? stretchSpan({ fromMs: startMs, toMs: atMs }, 'to', atMs, horizonMs)
        : stretchSpan({ fromMs: atMs, toMs: startMs }, 'from', atMs, horizonMs);
    }
  }
}

/** `span` with its middle at `x`: what a click beside the window asks for. */
export function centreOn(overview: TimeScale, span: TimeSpan, x: number): TimeSpan {
  const middle = (overview.xOf(span.fromMs) + overview.xOf(span.toMs)) / 2;
  return brushTo(overview, { part: 'window', startX: middle, span }, x);
}
