/**
 * The world that re-runs are measured with: three lanes, 400 tokens, four surfaces, six faults. Its
 * first drop can be moved, as a finger on the timeline moves it.
 */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { buildScenario } from './build-scenario.ts';

const SURFACES = {
  laptop: { kind: 'tab' },
  desk: { kind: 'tab', network: { latencyMs: 15 } },
  phone: { kind: 'device', network: { latencyMs: 60 } },
  tablet: { kind: 'device', network: { latencyMs: 35 } },
};

/** `dropAtMs`: when the laptop’s connection is reset, between 1,000 and 6,000. */
export function buildReferenceWorld(dropAtMs: number): CompiledScenario {
  return buildScenario({
    id: 'reference-world',
    title: 'Reference world',
    horizonMs: 40_000,
    agent: { answer: { text: 'word' }, tokens: 400, firstTokenMs: 200, tokenIntervalMs: 50 },
    network: { latencyMs: 20 },
    surfaces: SURFACES,
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 0, on: 'desk', do: 'open' },
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 0, on: 'tablet', do: 'open' },
      { atMs: 500, on: 'laptop', do: 'send', text: 'Go on.' },
      { atMs: dropAtMs, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_500 },
      { atMs: 7_000, on: 'phone', do: 'drop', how: 'offline', forMs: 3_000 },
      { atMs: 8_000, on: 'desk', do: 'drop', how: 'close', forMs: 500 },
      { atMs: 9_000, on: 'laptop', do: 'refresh' },
      { atMs: 11_000, on: 'tablet', do: 'drop', how: 'silent', forMs: 2_000 },
      { atMs: 13_000, on: 'laptop', do: 'sleep', forMs: 2_500 },
      { atMs: 15_000, on: 'desk', do: 'refresh' },
      { atMs: 16_000, on: 'phone', do: 'drop', how: 'reset', forMs: 1_000 },
    ],
  });
}
