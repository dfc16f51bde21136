/** How far the lanes are apart at each moment, in words on the screen of the same surface. */

import type { VirtualMs } from '../../protocol/time.ts';
import { createSteps } from './staircase.ts';
import type { Staircase } from './staircase.ts';

/** Lanes that differ by fewer words are on their way: another hop, another batch, a little jitter. */
export const SAME_WITHIN_WORDS = 3;

export interface DifferenceBand {
  /** The greatest difference between any two lanes on any one surface. */
  readonly words: Staircase;
  /** The first moment from which lanes are apart by more than their delays explain, `null` when they never are. */
  readonly partedAtMs: VirtualMs | null;
}

/** `curves[lane][surface]`: the words on each screen, the surfaces in the same order in every lane. */
export function differenceBand(curves: readonly (readonly Staircase[])[]): DifferenceBand {
  const flat = curves.flatMap((surfaces, lane) => surfaces.map((curve, surface) => ({ curve, lane, surface })));
  const next = flat.map(() => 0);
  const counts: number[][] = curves.map((surfaces) => surfaces.map(() => 0));
  const steps = createSteps();
  let partedAtMs: VirtualMs | null = null;
  let words = 0;
  for (;;) {
    const atMs = flat.reduce(
      (least, { curve }, at) => Math.min(least, curve.times[next[at] ?? 0] ?? Infinity),
      Infinity,
    );
    if (atMs === Infinity) return { words: steps.finish(), partedAtMs };
    flat.forEach(({ curve, lane, surface }, at) => {
      const index = next[at] ?? 0;
      const row = counts[lane];
      if (curve.times[index] !== atMs || row === undefined) return;
      row[surface] = curve.counts[index] ?? 0;
      next[at] = index + 1;
    });
    const apart = greatestSpread(counts);
    if (apart === words) continue;
    words = apart;
    steps.add(atMs, words);
    if (words >= SAME_WITHIN_WORDS) partedAtMs ??= atMs;
  }
}

function greatestSpread(counts: readonly (readonly number[])[]): number {
  const surfaces = counts[0]?.length ?? 0;
  let greatest = 0;
  for (let surface = 0; surface < surfaces; surface += 1) {
    let [least, most] = [Infinity, 0];
    for (const row of counts) {
      const count = row[surface] ?? 0;
      if (count < least) least = count;
      if (count > most) most = count;
    }
    if (most - least > greatest) greatest = most - least;
  }
  return greatest;
}
