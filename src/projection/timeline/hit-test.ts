/** What lies under a pointer. */

import type { FlagBox } from './flag-layout.ts';

export interface FlagHit {
  readonly index: number;
  readonly part: 'body' | 'end';
}

/** How near a pointer must be, in pixels: a fingertip is wider than an arrow. */
export const SLOP = { mouse: 2, pen: 6, touch: 14 } as const;

const END_HALF_WIDTH = 6;

/** The flag of a row under `x` (from the left edge of the plot), the nearest one within `slop`; `null` on empty track. */
export function hitFlag(boxes: readonly FlagBox[], x: number, slop: number): FlagHit | null {
  let best: { readonly hit: FlagHit; readonly distance: number } | null = null;
  const offer = (hit: FlagHit, distance: number): void => {
    // What is nearest wins; of two that are both under the pointer, the one that is drawn on top.
    if (distance <= slop && (best === null || distance <= best.distance)) best = { hit, distance };
  };
  for (const { flag, left, width, gripX } of boxes) {
    offer({ index: flag.index, part: 'body' }, away(x, left, left + width));
    if (gripX === null) continue;
    offer({ index: flag.index, part: 'end' }, away(x, gripX - END_HALF_WIDTH, gripX + END_HALF_WIDTH));
  }
  // The closure hides the assignment from the compiler.
  return (best as { readonly hit: FlagHit } | null)?.hit ?? null;
}

/** The flags whose moment or mark lies between two places of their row, in the order of time. */
export function flagsWithin(boxes: readonly FlagBox[], a: number, b: number): readonly number[] {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return boxes.filter(({ left, width }) => left <= to && left + width >= from).map(({ flag }) => flag.index);
}

function away(x: number, from: number, to: number): number {
  return x < from ? from - x : x > to ? x - to : 0;
}
