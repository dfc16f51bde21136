/** How high a count stands in a plot. */

import type { Band } from './timeline-geometry.ts';

/** Half of the thickest curve, so that it lies on the base line and not across it. */
const BASE = 1.5;
const HEADROOM = 3;

export type CountScale = (count: number) => number;

/** Pixels from the top of the picture; `most` reaches the top of `plot`, less a little air. */
export function countScale(plot: Band, most: number): CountScale {
  const base = plot.top + plot.height - BASE;
  const rise = (plot.height - BASE - HEADROOM) / most;
  return (count) => base - count * rise;
}
