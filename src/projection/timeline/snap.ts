/** Where a dragged flag comes to rest: on another flag or a word that is near under the finger, else on the grid. */

import type { VirtualMs } from '../../protocol/time.ts';

/** Flags move in steps of this many milliseconds. */
export const GRID_MS = 10;

/** A finger is near what is this many pixels away. */
const NEAR_PIXELS = 5;
/** Words closer together than this would leave no place between them to drop a flag on. */
const APART_PIXELS = 24;

export interface SnapTargets {
  /** Other flags and the ends of faults; unordered. */
  readonly flagsAtMs: readonly VirtualMs[];
  /** When words are made; ascending. */
  readonly wordsAtMs: ArrayLike<VirtualMs>;
}

export interface Snapped {
  readonly atMs: VirtualMs;
  readonly to: 'flag' | 'word' | 'grid';
}

/** The nearest moment on the grid within the run. */
export function snapToGrid(atMs: VirtualMs, horizonMs: VirtualMs): VirtualMs {
  const onGrid = Math.round(atMs / GRID_MS) * GRID_MS;
  return onGrid > horizonMs ? horizonMs : Math.max(0, onGrid);
}

/** `msPerPixel` is the zoom. */
export function snap(atMs: VirtualMs, targets: SnapTargets, msPerPixel: number, horizonMs: VirtualMs): Snapped {
  const nearMs = NEAR_PIXELS * msPerPixel;
  const flag = nearest(targets.flagsAtMs, atMs);
  if (flag !== null && Math.abs(flag - atMs) <= nearMs) return { atMs: flag, to: 'flag' };
  const word = nearest(targets.wordsAtMs, atMs);
  if (word !== null && Math.abs(word - atMs) <= nearMs && areApart(targets.wordsAtMs, msPerPixel)) {
    return { atMs: word, to: 'word' };
  }
  return { atMs: snapToGrid(atMs, horizonMs), to: 'grid' };
}

function areApart(times: ArrayLike<VirtualMs>, msPerPixel: number): boolean {
  const first = times[0] ?? 0;
  const last = times[times.length - 1] ?? 0;
  return times.length < 2 || (last - first) / (times.length - 1) >= APART_PIXELS * msPerPixel;
}

function nearest(times: ArrayLike<VirtualMs>, atMs: VirtualMs): VirtualMs | null {
  let best: VirtualMs | null = null;
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? Infinity;
    if (best === null || Math.abs(time - atMs) < Math.abs(best - atMs)) best = time;
  }
  return best;
}
