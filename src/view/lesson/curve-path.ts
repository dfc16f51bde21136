/** Lines of words over time as paths of SVG. */

import { momentOf } from '../../projection/lesson/drawn-curve.ts';
import type { DrawnCurve } from '../../projection/lesson/drawn-curve.ts';
import type { Staircase } from '../../projection/timeline/staircase.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import type { VirtualMs } from '../../protocol/time.ts';

type HeightOf = (words: number) => number;

/** Straight from place to place; empty where nothing was drawn. */
export function drawnPath(curve: DrawnCurve, horizonMs: VirtualMs, scale: TimeScale, yOf: HeightOf): string {
  return curve
    .flatMap((words, column) =>
      words === null ? [] : [`${round(scale.xOf(momentOf(column, horizonMs)))} ${round(yOf(words))}`],
    )
    .map((place, at) => `${at === 0 ? 'M' : 'L'}${place}`)
    .join('');
}

/** Level between steps, up to the end of the picture. */
export function staircasePath(
  { times, counts }: Staircase,
  horizonMs: VirtualMs,
  scale: TimeScale,
  yOf: HeightOf,
): string {
  const steps = Array.from(times, (atMs, at) => `H${round(scale.xOf(atMs))}V${round(yOf(counts[at] ?? 0))}`);
  return `M0 ${round(yOf(0))}${steps.join('')}H${round(scale.xOf(horizonMs))}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
