/**
 * Many worlds that differ in one place, as a view of all the moments at which a fault could strike
 * asks for them: two lanes, two surfaces, an answer that takes most of a minute, and one drop.
 */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { buildScenario } from './build-scenario.ts';

const HORIZON_MS = 60_000;
const DROP = { on: 'laptop', do: 'drop', how: 'reset', forMs: 2_000 } as const;

/** `runs` worlds with seeds of their own, the drop later in each than in the one before. */
export function buildEnsemble(runs: number): readonly CompiledScenario[] {
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
