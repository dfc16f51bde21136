/**
 * The smallest broken world: one tab, one answer, one cut of its link. Small enough for what the tab
 * will show to be worked out by hand.
 */

import fc from 'fast-check';
import type { DropForm } from '../../protocol/fault.ts';
import { DROP_FORMS } from '../../protocol/fault.ts';
import { HORIZON_MS } from './arbitrary-world.ts';
import type { WorldParts } from './arbitrary-world.ts';

export interface SingleCut {
  readonly seed: number;
  readonly latencyMs: number;
  readonly tokens: number;
  readonly firstTokenMs: number;
  readonly tokenIntervalMs: number;
  readonly how: DropForm;
  /** When the link breaks, counted from the prompt's arrival. */
  readonly sinceMs: number;
  readonly forMs: number;
}

const SENT_AT_MS = 500;

export const singleCut: fc.Arbitrary<SingleCut> = fc.record({
  seed: fc.nat(1_000_000),
  latencyMs: fc.integer({ min: 0, max: 300 }),
  tokens: fc.integer({ min: 1, max: 40 }),
  firstTokenMs: fc.integer({ min: 0, max: 500 }),
  tokenIntervalMs: fc.integer({ min: 1, max: 120 }),
  how: fc.constantFrom(...DROP_FORMS),
  sinceMs: fc.integer({ min: 1, max: 6_000 }),
  forMs: fc.integer({ min: 0, max: 8_000 }),
});

export function cutWorld(lane: string, cut: SingleCut): WorldParts {
  const { seed, latencyMs, tokens, firstTokenMs, tokenIntervalMs, how, forMs } = cut;
  const agent = { answer: { text: 'word' }, tokens, firstTokenMs, tokenIntervalMs, parts: [] };
  return {
    seed,
    horizonMs: HORIZON_MS,
    lanes: [{ lane, options: {} }],
    agent,
    agents: {},
    surfaces: { laptop: { network: { latencyMs } } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: SENT_AT_MS, on: 'laptop', do: 'send' },
      { atMs: cutAtMs(cut), on: 'laptop', do: 'drop', how, forMs } as WorldParts['script'][number],
    ],
  };
}

/** The same, and the tab is loaded again so long after the link has healed. */
export function cutWorldWithReload(lane: string, cut: SingleCut, laterMs: number): WorldParts {
  const world = cutWorld(lane, cut);
  const atMs = cutAtMs(cut) + cut.forMs + laterMs;
  return { ...world, script: [...world.script, { atMs, on: 'laptop', do: 'refresh' }] };
}

/** How many tokens pass before the cut, by the table of links in `model.md`. */
export function tokensThatPass(cut: SingleCut): number {
  const { tokens, latencyMs, firstTokenMs, tokenIntervalMs, how } = cut;
  // Silence that heals in time delays, and loses nothing.
  if (how === 'silent') return tokens;
  const atMs = cutAtMs(cut);
  const nearMs = Math.floor(latencyMs / 2);
  return Array.from({ length: tokens }, (_, index) => {
    const madeAtMs = SENT_AT_MS + latencyMs + firstTokenMs + index * tokenIntervalMs;
    const arrivesAtMs = madeAtMs + latencyMs;
    // A proper end lets through what was past the middle; the others lose what has not arrived.
    return how === 'close' ? madeAtMs < atMs && arrivesAtMs - nearMs <= atMs : arrivesAtMs < atMs;
  }).filter(Boolean).length;
}

function cutAtMs({ latencyMs, sinceMs }: SingleCut): number {
  return SENT_AT_MS + latencyMs + sinceMs;
}
