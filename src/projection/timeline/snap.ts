/** Where a dragged flag or the end of a measure comes to rest: on what is near under the finger, else on the grid. */

import type { VirtualMs } from '../../protocol/time.ts';

/** Flags move in steps of this many milliseconds. */
export const GRID_MS = 10;

/** A finger is near what is this many pixels away. */
const NEAR_PIXELS = 5;
/** Words closer together than this would leave no place between them to drop a flag on. */
const APART_PIXELS = 24;

export interface SnapTargets {
  /** Other flags and the ends of what lasts; unordered. */
  readonly flagsAtMs: readonly VirtualMs[];
  /** What happens in the lanes; unordered. */
  readonly eventsAtMs: readonly VirtualMs[];
  /** When words are made; ascending. */
  readonly wordsAtMs: ArrayLike<VirtualMs>;
}

export interface Snapped {
  readonly atMs: VirtualMs;
  readonly to: 'flag' | 'event' | 'word' | 'grid';
}

/** The nearest moment on the grid within the run. */
export function snapToGrid(atMs: VirtualMs, horizonMs: VirtualMs): VirtualMs {
  const onGrid = Math.round(atMs / GRID_MS) * GRID_MS;
  return onGrid > horizonMs ? horizonMs : Math.max(0, onGrid);
}

/** `msPerPixel` is the zoom. */
export function snap(atMs: VirtualMs, targets: SnapTargets, msPerPixel: number, horizonMs: VirtualMs): Snapped {
  return snapToTarget(atMs, targets, msPerPixel) ?? { atMs: snapToGrid(atMs, horizonMs), to: 'grid' };
}

/** What attracts at this place, `null` when nothing is near: flags before events, events before words. */
export function snapToTarget(atMs: VirtualMs, targets: SnapTargets, msPerPixel: number): Snapped | null {
  const nearMs = NEAR_PIXELS * msPerPixel;
  const isNear = (found: VirtualMs | null): found is VirtualMs => found !== null && Math.abs(found - atMs) <= nearMs;
  const flag = nearest(targets.flagsAtMs, atMs);
  if (isNear(flag)) return { atMs: flag, to: 'flag' };
  const event = nearest(targets.eventsAtMs, atMs);
  if (isNear(event)) return { atMs: event, to: 'event' };
  const word = areApart(targets.wordsAtMs, msPerPixel) ? nearest(targets.wordsAtMs, atMs) : null;
  return isNear(word) ? { atMs: word, to: 'word' } : null;
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
