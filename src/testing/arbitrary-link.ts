/** Share links for property tests: anything that the types allow and the limits permit. */

import fc from 'fast-check';
import { DROP_FORMS } from '../protocol/fault.ts';
import { EVENT_NAMES } from '../scenario/event-names.ts';
import type { ScriptEntry } from '../scenario/schema.ts';
import type { ShareLink } from '../scenario/share-link.ts';

const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const time = fc.integer({ min: 0, max: 3_600_000 });
const text = fc.string({ unit: 'binary', maxLength: 40 });
const duration = fc.option(
  time.map((forMs) => ({ forMs })),
  { nil: {} },
);
const moment = fc.oneof(
  time.map((atMs) => ({ atMs })),
  fc.integer({ min: 1, max: 5000 }).map((token) => ({ after: { token } })),
  fc.constantFrom(...EVENT_NAMES).map((event) => ({ after: { event } })),
);

const entry: fc.Arbitrary<ScriptEntry> = fc.tuple(moment, name).chain(([when, on]) =>
  fc.oneof(
    fc
      .constantFrom('open', 'close', 'stop', 'refresh', 'hide', 'show', 'retry', 'approve', 'reject', 'join')
      .map((verb) => ({ ...when, on, do: verb })),
    fc.tuple(fc.constantFrom('send', 'steer'), text).map(([verb, words]) => ({ ...when, on, do: verb, text: words })),
    fc
      .tuple(fc.constantFrom('sleep', 'crash', 'outage'), duration)
      .map(([verb, forMs]) => ({ ...when, on, do: verb, ...forMs })),
    time.map((forMs) => ({ ...when, on, do: 'deploy' as const, forMs })),
    fc
      .tuple(duration, fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: undefined }))
      .map(([forMs, untilBytes]) => ({
        ...when,
        on,
        do: 'buffer' as const,
        ...forMs,
        ...(untilBytes === undefined ? {} : { untilBytes }),
      })),
    fc
      .tuple(
        fc.constantFrom('idle-timeout', 'duration-cap'),
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.constantFrom('reset', 'close', 'error-page'),
      )
      .map(([verb, afterMs, cut]) => ({ ...when, on, do: verb, afterMs, cut })),
    fc.integer({ min: 0, max: 60_000 }).map((latencyMs) => ({ ...when, on, do: 'latency' as const, latencyMs })),
    fc
      .tuple(fc.constantFrom(...DROP_FORMS), duration)
      .map(([how, forMs]) => ({ ...when, on, do: 'drop' as const, how, ...forMs })),
  ),
);

const common = {
  model: fc.integer({ min: 1, max: 9 }),
  seed: fc.option(fc.integer({ min: 0, max: 4_294_967_295 })),
  playheadMs: fc.option(time),
  script: fc.option(fc.array(entry, { maxLength: 120 })),
  surfaces: fc.array(fc.record({ name, kind: fc.constantFrom('tab' as const, 'device' as const) }), { maxLength: 3 }),
  options: fc.array(
    fc.record({
      lane: name,
      option: fc.constantFrom('drained', 'rollupMs', 'replay'),
      value: fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 3_600_000 }), fc.constantFrom('cursor', 'by-run')),
    }),
    { maxLength: 3 },
  ),
  view: fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), text, { maxKeys: 3 }),
};

export const shareLinks: fc.Arbitrary<ShareLink> = fc.oneof(
  fc.record({ ...common, scenario: name, source: fc.constant(null) }),
  fc.record({
    ...common,
    scenario: fc.constant(null),
    source: fc.string({ unit: 'binary', minLength: 1, maxLength: 3000 }),
  }),
);
