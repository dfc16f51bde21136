/** Questions to a list of times in ascending order, answered by halving. */

import type { VirtualMs } from '../../protocol/time.ts';

/** How many of `times` are at or before `atMs`. */
export function countUntil(times: ArrayLike<VirtualMs>, atMs: VirtualMs): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of `facts` (ascending in time) at or before `atMs`, `undefined` when all come later. */
export function latestAt<T extends { readonly atMs: VirtualMs }>(facts: readonly T[], atMs: VirtualMs): T | undefined {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return facts[low - 1];
}
