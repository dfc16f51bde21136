import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { runNamed } from '../testing/home-run.ts';
import { anyWorld } from '../testing/worlds/arbitrary-world.ts';
import { evaluateClaims } from './claims.ts';
import { expectOf, proposeClaims } from './propose-claims.ts';
import { validateScenario } from './validate.ts';

test('every proposed claim holds of its run, is a claim of the format, and is proposed once', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { scenario, report } = simulate(buildScenario(world));
      const proposed = proposeClaims(scenario, report);
      const expected = expectOf(proposed);
      const results = evaluateClaims(expected, report);
      expect(results.filter(({ holds }) => !holds)).toEqual([]);
      expect(results).toHaveLength(proposed.length);
      const file = { version: 1, id: 'built', title: 'Built', ...world, expect: expected };
      expect(validateScenario(file)).toMatchObject({ ok: true });
    }),
    { numRuns: 60 },
  );
});

const blip = runNamed('wifi-blip');
const bare = { ...blip.scenario, expect: {} };
const proposed = proposeClaims(bare, blip.report);
const of = (lane: string) =>
  proposed
    .filter((claim) => claim.lane === lane)
    .map(({ part, field, expected }) => `${part}.${field}: ${String(expected)}`);

test('what broke comes first, then what was lost', () => {
  const [first, ...rest] = of('naive-sse');
  expect(first).toBe('guarantees.G1: false');
  expect(rest.slice(0, 6)).toContain('laptop.missing: >0');
  expect(rest.slice(0, 6)).toContain('laptop.status: error');
});

test('what held in one lane is telling where another lane broke it', () => {
  const telling = proposed.filter(({ lane, isTelling }) => lane === 'durable-session' && isTelling);
  const named = telling.map(({ part, field }) => `${part}.${field}`);
  expect(named).toContain('guarantees.G1');
  expect(named).toContain('laptop.missing');
  // Nobody broke it here: that it held says nothing.
  expect(named).not.toContain('guarantees.G2');
});

test('a recovery is bounded outward, and its absence is a claim where others recovered', () => {
  const actual = blip.report.lanes['durable-session']?.surfaces['laptop']?.recoveredAfterMs ?? 0;
  const bound = proposed.find(
    ({ lane, field }) => lane === 'durable-session' && field === 'recoveredAfterMs',
  )?.expected;
  const most = Number(String(bound).replace('<=', ''));
  expect(most).toBeGreaterThanOrEqual(actual);
  expect(most - actual).toBeLessThan(actual / 10);
  expect(of('naive-sse')).toContain('laptop.recoveredAfterMs: null');
});

test('a claim that the scenario makes already stands as it was written, and one that fails is left out', () => {
  const claimed = { 'naive-sse': { laptop: { missing: '!=0', shown: 0 } } };
  const found = proposeClaims({ ...bare, expect: claimed }, blip.report).filter(
    ({ lane, part }) => lane === 'naive-sse' && part === 'laptop',
  );
  expect(found.filter(({ field }) => field === 'missing')).toEqual([
    expect.objectContaining({ expected: '!=0', isClaimed: true }),
  ]);
  expect(found.map(({ field }) => field)).not.toContain('shown');
});

test('a stop that came to nothing is told apart from one that worked', () => {
  const { scenario, report } = runNamed('stop-or-refresh');
  const overshoot = proposeClaims({ ...scenario, expect: {} }, report).filter(
    ({ field }) => field === 'generatedAfterStop',
  );
  const said = new Map(overshoot.map(({ lane, expected }) => [lane, expected]));
  expect(said.get('durable-session')).toBe('<=1');
  expect(said.get('pipe-that-runs-on')).toMatch(/^>[1-9]/);
});
