/** Random worlds for the laws: every verb, every break, two or three surfaces, faults that end before the horizon. */

import fc from 'fast-check';
import { DROP_FORMS } from '../protocol/fault.ts';

const SURFACES = ['laptop', 'phone', 'desk'] as const;
const HORIZON_MS = 60_000;
/** Faults and actions stay below this, so that every lane has time to settle. */
const BUSY_MS = 12_000;

const atMs = fc.integer({ min: 1, max: BUSY_MS / 10 }).map((tenth) => tenth * 10);
const forMs = fc.integer({ min: 0, max: 8_000 });
const on = fc.constantFrom(...SURFACES);

const linkFault = fc.record({ atMs, on, do: fc.constant('drop' as const), how: fc.constantFrom(...DROP_FORMS), forMs });
const nap = fc.record({ atMs, on, do: fc.constant('sleep' as const), forMs });
const action = fc.record({ atMs, on, do: fc.constantFrom('open', 'close', 'send', 'refresh', 'hide', 'show') });
const stop = fc.record({ atMs, on, do: fc.constant('stop' as const) });

const START = [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 0, on: 'phone', do: 'open' },
  { atMs: 200, on: 'laptop', do: 'send' },
] as const;

const world = {
  seed: fc.nat(1_000_000),
  latencyMs: fc.integer({ min: 0, max: 200 }),
  jitterMs: fc.integer({ min: 0, max: 60 }),
  tokens: fc.integer({ min: 1, max: 60 }),
};

function toParts(
  script: readonly object[],
  { seed, latencyMs, jitterMs, tokens }: { seed: number; latencyMs: number; jitterMs: number; tokens: number },
) {
  return {
    seed,
    horizonMs: HORIZON_MS,
    agent: { answer: { text: 'word' }, tokens },
    network: { latencyMs, jitterMs },
    surfaces: { laptop: {}, phone: { kind: 'device' }, desk: {} },
    script: [...START, ...script],
  };
}

/** Only links break, and they heal: what a durable session promises to survive. */
export const brokenLinks = fc
  .tuple(fc.array(fc.oneof(linkFault, nap), { maxLength: 10 }), fc.record(world))
  .map(([script, parts]) => toParts(script, parts));

/** Anything may happen: links break and heal, people ask, stop, reload and look elsewhere. */
export const anyWorld = fc
  .tuple(fc.array(fc.oneof(linkFault, nap, action, stop), { maxLength: 10 }), fc.record(world))
  .map(([script, parts]) => toParts(script, parts));
