/** Random worlds in which the machines behind fail as well: processes, the session layer, the proxy, the browser. */

import fc from 'fast-check';
import { DROP_FORMS } from '../protocol/fault.ts';

const SURFACES = ['laptop', 'tab', 'phone'] as const;

const PERSON = 'open close send stop refresh hide show retry steer approve reject join'.split(' ');

const atMs = fc.integer({ min: 0, max: 600 }).map((tenth) => tenth * 10);
const forMs = fc.integer({ min: 0, max: 4_000 });
const on = fc.constantFrom(...SURFACES);
const word = (...words: readonly string[]) => fc.constantFrom(...words);

const person = fc.record({ atMs, on, do: word(...PERSON) });
const nap = fc.record({ atMs, on, do: word('sleep'), forMs });
const drop = fc.record({ atMs, on, do: word('drop'), how: fc.constantFrom(...DROP_FORMS), forMs });
const process = fc.record({ atMs, on: word('agent', 'helper'), do: word('crash', 'deploy', 'sleep'), forMs });
const outage = fc.record({ atMs, on: word('session'), do: word('outage'), forMs });
const buffer = fc.record({
  atMs,
  on: word('proxy'),
  do: word('buffer'),
  forMs,
  untilBytes: fc.nat(500).map((n) => n + 1),
});
const limit = fc.record({
  atMs,
  on: word('proxy'),
  do: word('idle-timeout', 'duration-cap'),
  afterMs: fc.integer({ min: 100, max: 5_000 }),
  cut: word('reset', 'close', 'error-page'),
});
const latency = fc.record({ atMs, on: word('network'), do: word('latency'), latencyMs: fc.nat(200) });

const part = fc.oneof(
  fc.record({
    afterToken: fc.nat(20),
    tool: word('charge', 'look-up'),
    forMs: fc.nat(800),
    ignoresAbort: fc.boolean(),
  }),
  fc.record({ afterToken: fc.nat(20), approval: word('refund') }),
);

const agent = fc.record({
  answer: fc.constant({ text: 'word' }),
  tokens: fc.integer({ min: 20, max: 40 }),
  stopLagMs: fc.constantFrom(0, 200),
  parts: fc.array(part, { maxLength: 2 }),
});

/** Everything that the format has a verb or a field for, at once. */
export const roughWorld = fc.record({
  seed: fc.nat(1_000_000),
  horizonMs: fc.constant(15_000),
  agent,
  agents: fc.record({ helper: agent }),
  server: fc.record({ processes: fc.integer({ min: 1, max: 3 }) }),
  browser: fc.record({ protocol: word('http1', 'http2') }),
  network: fc.record({ latencyMs: fc.nat(150), jitterMs: fc.nat(40) }),
  surfaces: fc.constant({ laptop: {}, tab: {}, phone: { kind: 'device' } }),
  script: fc
    .array(fc.oneof(person, nap, drop, process, outage, buffer, limit, latency), { maxLength: 14 })
    .map((entries) => [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 0, on: 'tab', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send' },
      ...entries,
    ]),
});
