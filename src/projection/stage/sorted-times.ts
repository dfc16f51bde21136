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

/** How many of `facts` (ascending in time) are at or before `atMs`. */
export function countFactsUntil(facts: readonly { readonly atMs: VirtualMs }[], atMs: VirtualMs): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of `facts` (ascending in time) at or before `atMs`, `undefined` when all come later. */
export function latestAt<T extends { readonly atMs: VirtualMs }>(facts: readonly T[], atMs: VirtualMs): T | undefined {
  return facts[countFactsUntil(facts, atMs) - 1];
}

/** Those of `facts` (ascending in time, whole milliseconds) at exactly `atMs`. */
export function factsAt<T extends { readonly atMs: VirtualMs }>(facts: readonly T[], atMs: VirtualMs): readonly T[] {
  return facts.slice(countFactsUntil(facts, atMs - 1), countFactsUntil(facts, atMs));
}
