/**
 * Many runs of one world, as a view of all the places where a fault could strike asks for them: two
 * lanes, two surfaces, an answer that takes most of a minute, and one drop that is elsewhere in each run.
 */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from '../testing/build-scenario.ts';

const HORIZON_MS = 60_000;
const DROP = { on: 'laptop', do: 'drop', how: 'reset', forMs: 2_000 } as const;

/** The worlds of an ensemble; each has a seed of its own. */
function ensembleOf(runs: number): readonly CompiledScenario[] {
  const base = buildScenario({
    id: 'ensemble',
    title: 'Ensemble',
    horizonMs: HORIZON_MS,
    lanes: ['naive-sse', 'durable-session'],
    agent: { answer: { text: 'word' }, tokens: 400, firstTokenMs: 200, tokenIntervalMs: 140 },
    network: { latencyMs: 20, jitterMs: 10 },
    surfaces: { laptop: { kind: 'tab' }, phone: { kind: 'device' } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 500, on: 'laptop', do: 'send', text: 'Go on.' },
    ],
  });
  return Array.from({ length: runs }, (_, index) => ({
    ...base,
    seed: index,
    script: [...base.script, { ...DROP, atMs: 1_000 + Math.floor((index * (HORIZON_MS - 5_000)) / runs) }],
  }));
}

/** Simulates and judges `runs` worlds one after the other; returns how long it took and how many words got lost. */
export function runEnsemble(runs: number): { readonly tookMs: number; readonly missing: number } {
  const worlds = ensembleOf(runs);
  const began = performance.now();
  let missing = 0;
  for (const world of worlds) {
    for (const { surfaces } of Object.values(simulate(world).report.lanes)) missing += surfaces['laptop']?.missing ?? 0;
  }
  return { tookMs: performance.now() - began, missing };
}
