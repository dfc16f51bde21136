/** The laws of a world as a value, where the machines behind fail too; and what the lanes see of it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roughWorld } from '../testing/arbitrary-operations.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { LANES } from './lanes/lane-list.ts';
import { advanceTo, startWorld, traceOf } from './world.ts';
import type { World } from './world.ts';

const seed = Number(process.env['LAW_SEED'] ?? 4711);
const replay = (parts: object): string =>
  `npm run simulate -- FILE, with FILE holding: ${JSON.stringify({ version: 1, id: 'replay', title: 'Replay', ...parts })}`;

function startedWith(parts: Readonly<Record<string, unknown>>): World {
  const scenario = buildScenario(parts);
  const [lane] = scenario.lanes;
  if (lane === undefined) throw new Error('the scenario has a lane');
  return startWorld(scenario, lane);
}

describe('a world as a value', () => {
  test('[K1] any cutting of a span gives the same trace when processes, proxy and session layer fail', () => {
    fc.assert(
      fc.property(roughWorld, fc.array(fc.nat(8_000), { minLength: 1, maxLength: 5 }), (parts, cuts) => {
        const scenario = buildScenario({ ...parts, lanes: LANES.map((lane) => lane.name) });
        for (const lane of scenario.lanes) {
          const whole = traceOf(advanceTo(startWorld(scenario, lane), scenario.horizonMs));
          let world = startWorld(scenario, lane);
          for (const cut of [...cuts.toSorted((a, b) => a - b), scenario.horizonMs]) world = advanceTo(world, cut);
          expect(traceOf(world), replay(parts)).toEqual(whole);
        }
      }),
      { numRuns: 150, seed },
    );
  });

  const ask = [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 100, on: 'laptop', do: 'send' },
  ];

  test.each<readonly [what: string, parts: object, cutAtMs: number]>([
    [
      'a request that waits for a process that stands still',
      { script: [{ atMs: 0, on: 'agent', do: 'sleep', forMs: 2_000 }, ...ask] },
      1_000,
    ],
    [
      'an answer that waits for a frozen surface',
      { script: [...ask, { atMs: 400, on: 'laptop', do: 'sleep', forMs: 9_000 }] },
      3_000,
    ],
    [
      'an answer that a proxy keeps back',
      { script: [...ask, { atMs: 400, on: 'proxy', do: 'buffer', forMs: 2_000 }] },
      1_000,
    ],
  ])('[K2] %s is answered on its own connection after a cut in the middle', (_, parts, cutAtMs) => {
    const start = startedWith({ lanes: ['naive-sse'], ...parts });
    const { horizonMs } = start.scenario;
    const whole = traceOf(advanceTo(start, horizonMs));
    const kept = advanceTo(start, cutAtMs);
    expect(traceOf(advanceTo(kept, horizonMs))).toEqual(whole);
    expect(traceOf(advanceTo(kept, horizonMs))).toEqual(whole);
    const shown = whole.reduce(
      (sum, event) => (event.type === 'tokens.shown' ? sum + event.to - event.from + 1 : sum),
      0,
    );
    expect(shown).toBe(40);
    expect(whole.some((event) => event.type === 'status.changed' && event.status === 'complete')).toBe(true);
  });
});

describe('a moment after an event of a tool', () => {
  const crashAfter = (event: string) => {
    const world = startedWith({
      lanes: ['naive-sse'],
      agent: { answer: { text: 'w' }, tokens: 5, parts: [{ afterToken: 2, tool: 'charge', forMs: 500 }] },
      script: [
        { atMs: 0, on: 'laptop', do: 'open' },
        { atMs: 100, on: 'laptop', do: 'send' },
        { after: { event }, on: 'agent', do: 'crash' },
      ],
    });
    const trace = traceOf(advanceTo(world, 9_000));
    return ['effect.applied', 'tool.ended', 'run.ended'].filter((type) => trace.some((fact) => fact.type === type));
  };

  test.each([
    ['tool.started', ['run.ended']],
    ['effect.applied', ['effect.applied', 'run.ended']],
    ['tool.ended', ['effect.applied', 'tool.ended', 'run.ended']],
  ])('[A3] a crash right after %s leaves %j', (event, left) => {
    expect(crashAfter(event)).toEqual(left);
  });
});

test('[L10] the seventh answer of a browser waits, and nobody is told', () => {
  const tabs = Array.from({ length: 7 }, (_, at) => `tab-${at + 1}`);
  const world = startedWith({
    lanes: ['naive-sse'],
    browser: { protocol: 'http1' },
    surfaces: Object.fromEntries(tabs.map((name) => [name, {}])),
    script: tabs.flatMap((on, at) => [
      { atMs: 0, on, do: 'open' },
      { atMs: 500 + at, on, do: 'send' },
    ]),
  });
  const statusAt = (atMs: number): readonly string[] =>
    [...advanceTo(world, atMs).state.surfaces.values()].map(({ status }) => status);
  expect(statusAt(2_000)).toEqual([...Array.from({ length: 6 }, () => 'streaming'), 'waiting']);
  expect(statusAt(9_000)).toEqual(Array.from({ length: 7 }, () => 'complete'));
});
