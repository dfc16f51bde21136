/** A staircase reduced to pixel columns: what is drawn depends on the width of the picture, never on the number of steps. */

import type { VirtualMs } from '../../protocol/time.ts';
import { widenBy } from './pyramid.ts';
import type { Extent, Pyramid } from './pyramid.ts';
import { stepAt } from './staircase.ts';
import type { TimeScale } from './time-scale.ts';

export interface PixelColumns {
  /** The count at the left edge of the picture. */
  readonly before: number;
  /** Per column: the least and greatest count within it, and the count at its right edge. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  readonly last: Int32Array;
}

/** The moments at the edges of `columns` columns over the width of `scale`, one more than there are columns. */
export function columnEdges(scale: TimeScale, columns: number): Float64Array {
  const columnWidth = scale.width / columns;
  return Float64Array.from({ length: columns + 1 }, (_, column) => scale.msAt(column * columnWidth));
}

/** Reduces a staircase to the columns between `edges`; O(columns), times a small logarithm. */
export function reduceToColumns(pyramid: Pyramid, edges: Float64Array): PixelColumns {
  const { staircase } = pyramid;
  const { times, counts } = staircase;
  const width = edges.length - 1;
  let index = stepAt(staircase, edges[0] ?? 0) + 1;
  const before = index > 0 ? (counts[index - 1] ?? 0) : 0;
  const [min, max, last] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  let count = before;
  const extent: Extent = { min: 0, max: 0 };
  for (let column = 0; column < width; column += 1) {
    const end = advance(times, index, edges[column + 1] ?? Infinity);
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
