/** Simulates and judges an ensemble, wherever it is called: in a worker of the page, or in Node. */

import { simulate } from '../sim/simulate.ts';
import { buildEnsemble } from '../testing/ensemble-worlds.ts';

/** `runs` worlds one after the other; returns how long they took, and how many words they lack, to compare places by. */
export function runEnsemble(runs: number): { readonly tookMs: number; readonly missing: number } {
  const worlds = buildEnsemble(runs);
  const began = performance.now();
  let missing = 0;
  for (const world of worlds) {
    for (const { surfaces } of Object.values(simulate(world).report.lanes)) missing += surfaces['laptop']?.missing ?? 0;
  }
  return { tookMs: performance.now() - began, missing };
}
