/** A staircase reduced to pixel columns: what is drawn depends on the width of the picture, never on the number of steps. */

import type { VirtualMs } from '../../protocol/time.ts';
import { widenBy } from './pyramid.ts';
import type { Extent, Pyramid } from './pyramid.ts';
import { stepAt } from './staircase.ts';

export interface TimeSpan {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
}

export interface PixelColumns {
  /** The count at the left edge of the picture. */
  readonly before: number;
  /** Per column: the least and greatest count within it, and the count at its right edge. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  readonly last: Int32Array;
}

/** Reduces the part of a staircase within `span` to `width` columns; O(width), times a small logarithm. */
export function reduceToColumns(pyramid: Pyramid, span: TimeSpan, width: number): PixelColumns {
  const { staircase } = pyramid;
  const { times, counts } = staircase;
  const msPerPixel = (span.toMs - span.fromMs) / width;
  let index = stepAt(staircase, span.fromMs) + 1;
  const before = index > 0 ? (counts[index - 1] ?? 0) : 0;
  const [min, max, last] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  let count = before;
  const extent: Extent = { min: 0, max: 0 };
  for (let column = 0; column < width; column += 1) {
    const end = advance(times, index, span.fromMs + (column + 1) * msPerPixel);
    extent.min = count;
    extent.max = count;
    if (end > index) {
      widenBy(pyramid, index, end, extent);
      count = counts[end - 1] ?? count;
      index = end;
    }
    min[column] = extent.min;
    max[column] = extent.max;
    last[column] = count;
  }
  return { before, min, max, last };
}

/** The first index from `from` on whose time is at or past `untilMs`: gallops, then halves. */
function advance(times: Float64Array, from: number, untilMs: VirtualMs): number {
  const { length } = times;
  if (from >= length || (times[from] ?? 0) >= untilMs) return from;
  let step = 1;
  while (from + step < length && (times[from + step] ?? 0) < untilMs) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(length, from + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < untilMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
