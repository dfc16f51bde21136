/**
 * Level of detail: the least and greatest count of every 16, 256, 4096 … steps, so that the extent
 * of any stretch is found by looking at a few dozen numbers, however many steps it has.
 */

import type { Staircase } from './staircase.ts';

const BRANCH_BITS = 4;

interface Level {
  readonly min: Int32Array;
  readonly max: Int32Array;
}

export interface Pyramid {
  readonly staircase: Staircase;
  /** `levels[0]` is the counts themselves; each further level covers 16 times as many. */
  readonly levels: readonly Level[];
}

export interface Extent {
  min: number;
  max: number;
}

export function buildPyramid(staircase: Staircase): Pyramid {
  const levels: Level[] = [{ min: staircase.counts, max: staircase.counts }];
  for (let below = levels[0]; below !== undefined && below.min.length > 1 << BRANCH_BITS; below = levels.at(-1)) {
    levels.push(coarser(below));
  }
  return { staircase, levels };
}

/** Widens `extent` by the counts from index `from` up to but without `to`. */
export function widenBy({ levels }: Pyramid, from: number, to: number, extent: Extent): void {
  let low = from;
  let high = to;
  for (const { min, max } of levels) {
    // Here the ends that do not fill a cell of the next level; what lies between is left to it.
    const isShort = high - low <= 2 << BRANCH_BITS;
    const inner = isShort ? high : Math.ceil(low / (1 << BRANCH_BITS)) << BRANCH_BITS;
    const outer = isShort ? high : (high >> BRANCH_BITS) << BRANCH_BITS;
    for (let index = low; index < inner; index += 1) widen(extent, min, max, index);
    for (let index = outer; index < high; index += 1) widen(extent, min, max, index);
    if (inner >= outer) return;
    low = inner >> BRANCH_BITS;
    high = outer >> BRANCH_BITS;
  }
}

function widen(extent: Extent, min: Int32Array, max: Int32Array, index: number): void {
  const least = min[index] ?? 0;
  const most = max[index] ?? 0;
  if (least < extent.min) extent.min = least;
  if (most > extent.max) extent.max = most;
}

function coarser(below: Level): Level {
  const length = Math.ceil(below.min.length / (1 << BRANCH_BITS));
  const min = new Int32Array(length).fill(0x7fffffff);
  const max = new Int32Array(length).fill(-0x80000000);
  below.min.forEach((value, index) => {
    const cell = index >> BRANCH_BITS;
    if (value < (min[cell] ?? 0)) min[cell] = value;
    const most = below.max[index] ?? 0;
    if (most > (max[cell] ?? 0)) max[cell] = most;
  });
  return { min, max };
}
