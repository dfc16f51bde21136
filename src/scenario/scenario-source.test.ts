import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughWorld } from '../testing/arbitrary-operations.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { loadScenario } from './load.ts';
import { LIMITS } from './limits.ts';
import { scenarioSource } from './scenario-source.ts';

const again = (source: string) => loadScenario(source, { answers: new Map() });

const world = fc.record({
  parts: roughWorld,
  text: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,30}$/),
  proxy: fc.record(
    { idleTimeoutMs: fc.integer({ min: 1, max: 300_000 }), durationCapMs: fc.integer({ min: 1, max: 800_000 }) },
    { requiredKeys: [] },
  ),
  prices: fc.record({ perMillionTokens: fc.nat(100), perGigabyte: fc.nat(100) }, { requiredKeys: [] }),
  mayStop: fc.boolean(),
  lanes: fc.subarray(['naive-sse', 'resumable-sse', 'durable-session'], { minLength: 1 }),
});

test('any scenario written back as a file compiles to itself', () => {
  fc.assert(
    fc.property(world, ({ parts, text, mayStop, ...rest }) => {
      const agent = { ...parts.agent, answer: { text } };
      const surfaces = { ...parts.surfaces, phone: { kind: 'device', mayStop } };
      const compiled = buildScenario({ ...parts, ...rest, agent, surfaces });
      expect(again(scenarioSource(compiled))).toEqual({ ok: true, value: compiled });
    }),
    { numRuns: 200 },
  );
});

test('the longest answer of long words is written, since what repeats is written once', () => {
  const agent = { answer: { text: `${'w'.repeat(200)} ${'v'.repeat(200)}` }, tokens: LIMITS.tokens };
  const compiled = buildScenario({ agent, script: [] });
  const source = scenarioSource(compiled);
  expect(source.length).toBeLessThan(3_000);
  expect(again(source)).toEqual({ ok: true, value: compiled });
});
