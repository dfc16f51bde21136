/** The lane with a socket alone over random worlds, with everything that people and operators can do in it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DROP_FORMS } from '../../../protocol/fault.ts';
import { buildScenario } from '../../../testing/build-scenario.ts';
import { simulate } from '../../simulate.ts';

const RUNS = { numRuns: 80, seed: Number(process.env['LAW_SEED'] ?? 4711) };

const atMs = fc.integer({ min: 1, max: 1_200 }).map((tenth) => tenth * 10);
const on = fc.constantFrom('laptop', 'phone', 'desk');
const forMs = fc.integer({ min: 0, max: 8_000 });
const link = fc.record({ atMs, on, do: fc.constant('drop'), how: fc.constantFrom(...DROP_FORMS), forMs });
const nap = fc.record({ atMs, on, do: fc.constant('sleep'), forMs });
const page = fc.record({ atMs, on, do: fc.constantFrom('open', 'close', 'send', 'refresh', 'hide', 'show') });
const control = fc.record({ atMs, on, do: fc.constantFrom('stop', 'approve', 'reject', 'steer', 'join', 'retry') });
const operation = fc.record({ atMs, on: fc.constant('agent'), do: fc.constantFrom('crash', 'sleep', 'deploy'), forMs });

const parts = [
  { afterToken: 5, tool: 'search', forMs: 300 },
  { afterToken: 9, approval: 'refund' },
];
const base = {
  latencyMs: fc.integer({ min: 0, max: 200 }),
  jitterMs: fc.integer({ min: 0, max: 60 }),
  seed: fc.nat(1_000_000),
  processes: fc.integer({ min: 1, max: 3 }),
  tokens: fc.integer({ min: 10, max: 60 }),
  backplane: fc.boolean(),
  fanOut: fc.constantFrom('room', 'connection'),
};

/** A world of one lane in which `entry` happens up to twelve times. */
const socketWorlds = (entry: fc.Arbitrary<object>, more: { onClose: string; parts: object[] }) =>
  fc
    .tuple(fc.array(entry, { maxLength: 12 }), fc.record(base))
    .map(([script, { latencyMs, jitterMs, seed, processes, tokens, ...options }]) => ({
      seed,
      horizonMs: 60_000,
      agent: { answer: { text: 'word' }, tokens, parts: more.parts },
      agents: { checker: { answer: { text: 'word' }, tokens: 20 } },
      network: { latencyMs, jitterMs },
      server: { processes },
      surfaces: { laptop: {}, phone: { kind: 'device' }, desk: {} },
      lanes: [{ lane: 'websocket-only', options: { ...options, onClose: more.onClose } }],
      script: [
        { atMs: 0, on: 'laptop', do: 'open' },
        { atMs: 0, on: 'phone', do: 'open' },
        { atMs: 200, on: 'laptop', do: 'send' },
        ...script,
      ],
    }));

const guaranteesOf = (world: Readonly<Record<string, unknown>>) =>
  simulate(buildScenario(world)).report.lanes['websocket-only']?.guarantees;
const replay = (world: object): string =>
  `npm run simulate -- FILE, with FILE holding: ${JSON.stringify({ version: 1, id: 'replay', title: 'Replay', ...world })}`;

test('[B2] whatever happens, no word is shown twice or out of order: there is nothing to show it again from', () => {
  const anything = socketWorlds(fc.oneof(link, nap, page, control, operation), { onClose: 'cancel', parts });
  fc.assert(
    fc.property(anything, (world) => {
      expect(guaranteesOf(world), replay(world)).toMatchObject({ G2: { held: true }, G3: { held: true } });
    }),
    RUNS,
  );
});

test('[B5] by default nothing that happens to a link or a page ends a run', () => {
  const noStop = socketWorlds(fc.oneof(link, nap, page), { onClose: 'run-on', parts: [] });
  fc.assert(
    fc.property(noStop, (world) => {
      expect(guaranteesOf(world)?.G6, replay(world)).toEqual({ held: true });
    }),
    RUNS,
  );
});
