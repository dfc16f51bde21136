import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { idleFolding } from './idle-stretches.ts';
import { createTimeScale, UNFOLDED } from './time-scale.ts';
import type { Folding } from './time-scale.ts';

const HORIZON_MS = 60_000;

/** Stretches in order, each longer than what it is pressed to. */
const anyFolding: fc.Arbitrary<Folding> = fc
  .uniqueArray(fc.nat(HORIZON_MS / 1_000), { maxLength: 10 })
  .map((seconds) => seconds.toSorted((a, b) => a - b))
  .map((edges) => ({
    packedMs: 200,
    stretches: edges.flatMap((edge, at) => {
      const next = edges[at + 1];
      return at % 2 === 0 && next !== undefined ? [{ fromMs: edge * 1_000, toMs: next * 1_000 }] : [];
    }),
  }));

test('a place and its moment are inverse, in folds and beside them', () => {
  fc.assert(
    fc.property(anyFolding, fc.nat(HORIZON_MS), fc.integer({ min: 100, max: 2_000 }), (folding, atMs, width) => {
      const scale = createTimeScale({ fromMs: 500, toMs: HORIZON_MS }, width, folding);
      expect(scale.msAt(scale.xOf(atMs))).toBeCloseTo(atMs, 4);
    }),
    { seed: 4711 },
  );
});

test('what comes later stands further to the right, and the span fills the width', () => {
  fc.assert(
    fc.property(anyFolding, fc.nat(HORIZON_MS - 1), (folding, atMs) => {
      const scale = createTimeScale({ fromMs: 0, toMs: HORIZON_MS }, 800, folding);
      expect(scale.xOf(atMs + 1)).toBeGreaterThan(scale.xOf(atMs));
      expect(scale.xOf(0)).toBe(0);
      expect(scale.xOf(HORIZON_MS)).toBeCloseTo(800, 6);
    }),
    { seed: 4711 },
  );
});

test('time beside folds runs at one pace', () => {
  const folding = { stretches: [{ fromMs: 2_000, toMs: 9_000 }], packedMs: 500 };
  const scale = createTimeScale({ fromMs: 0, toMs: 10_000 }, 700, folding);
  expect(scale.xOf(1_000) - scale.xOf(0)).toBeCloseTo(scale.xOf(10_000) - scale.xOf(9_000), 6);
  expect(scale.msPerPixel).toBe(5);
});

test('a quiet minute between two questions is folded, what happens around it is not', () => {
  const run = simulate(
    buildScenario({
      horizonMs: 90_000,
      agent: { answer: { text: 'word' }, tokens: 20, firstTokenMs: 200, tokenIntervalMs: 50 },
      lanes: ['naive-sse'],
      script: [
        { atMs: 0, on: 'laptop', do: 'open' },
        { atMs: 500, on: 'laptop', do: 'send' },
        { atMs: 62_000, on: 'laptop', do: 'refresh' },
      ],
    }),
  );
  const { stretches, packedMs } = idleFolding(run);
  expect(stretches).toHaveLength(1);
  const [fold] = stretches;
  expect(fold?.fromMs).toBeLessThan(4_000);
  expect(fold?.toMs).toBeGreaterThan(61_000);
  for (const { events } of run.lanes) {
    expect(events.filter(({ atMs }) => atMs > (fold?.fromMs ?? 0) && atMs < (fold?.toMs ?? 0))).toEqual([]);
  }
  expect(packedMs).toBeLessThan(2_000);
});

test('a run without rest has nothing to fold', () => {
  const run = simulate(buildScenario({ horizonMs: 1_000, script: [{ atMs: 0, on: 'laptop', do: 'open' }] }));
  expect(idleFolding(run).stretches).toEqual(UNFOLDED.stretches);
});
