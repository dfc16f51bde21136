/** Entries of a random script, by who or what does them. Each shrinks away without the others. */

import fc from 'fast-check';
import { DROP_FORMS } from '../../protocol/fault.ts';

/** Faults and actions stay below this, so that every lane has time to settle. */
const BUSY_MS = 12_000;
/** The first answer is under way until about then. */
const ANSWERING_MS = 4_000;
const LONGEST_MS = 8_000;

/** A script entry as a person writes it, before its names and tokens are fitted to a world. */
export interface EntryParts {
  readonly atMs?: number;
  readonly after?: { readonly token: number } | { readonly event: string };
  readonly on: string;
  readonly do: string;
}

export const SURFACE_NAMES = ['laptop', 'phone', 'desk'] as const;
export const AGENT_NAMES = ['agent', 'helper', 'checker'] as const;

const MOMENTS = [
  'run.started',
  'run.ended',
  'tool.started',
  'effect.applied',
  'approval.asked',
  'fault.ended',
] as const;

const upTo = (mostMs: number) => fc.integer({ min: 1, max: mostMs / 10 }).map((tenth) => ({ atMs: tenth * 10 }));

const when = fc.oneof(
  { weight: 4, arbitrary: upTo(ANSWERING_MS) },
  { weight: 2, arbitrary: upTo(BUSY_MS) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }).map((token) => ({ after: { token } })) },
  { weight: 1, arbitrary: fc.constantFrom(...MOMENTS).map((event) => ({ after: { event } })) },
);
const surface = fc.constantFrom(...SURFACE_NAMES);
const agent = fc.constantFrom(...AGENT_NAMES);
const forMs = fc.integer({ min: 0, max: LONGEST_MS });
/** Never over, one time in four. */
const maybeForMs = fc.option(forMs, { freq: 3, nil: null });

type Entry = fc.Arbitrary<EntryParts>;

function entry(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, on: fc.Arbitrary<string>): Entry {
  return fc
    .tuple(when, on, fc.record(fields))
    .map(([moment, name, rest]) => ({ ...moment, on: name, ...withoutNulls(rest) }) as EntryParts); // `fields` names the verb
}

function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

const verb = (...verbs: readonly [string, ...string[]]) => fc.constantFrom(...verbs);

/** Links break and heal; surfaces freeze and wake. */
export const linkEntry: Entry = fc.oneof(
  entry({ do: verb('drop'), how: fc.constantFrom(...DROP_FORMS), forMs }, surface),
  entry({ do: verb('sleep'), forMs }, surface),
);

/** Links that may never heal. */
export const lastingLinkEntry: Entry = fc.oneof(
  entry({ do: verb('drop'), how: fc.constantFrom(...DROP_FORMS), forMs: maybeForMs }, surface),
  entry({ do: verb('sleep'), forMs: maybeForMs }, surface),
);

/** What people do. */
export const personEntry: Entry = fc.oneof(
  entry({ do: verb('open', 'close', 'refresh', 'hide', 'show') }, surface),
  entry({ do: verb('send', 'stop', 'retry') }, surface),
  entry({ do: verb('approve', 'reject', 'steer', 'join') }, surface),
);

/** Prompts and stops in quick succession, over links that break: stops that come late, or for nothing. */
export const stopEntry: Entry = fc.oneof(
  { weight: 4, arbitrary: entry({ do: verb('send', 'stop') }, surface) },
  { weight: 3, arbitrary: linkEntry },
  { weight: 1, arbitrary: personEntry },
);

/** What happens to processes, the session layer, the proxy and the network at large. */
export const operationEntry: Entry = fc.oneof(
  entry({ do: verb('crash'), forMs: maybeForMs }, agent),
  entry({ do: verb('deploy'), forMs }, agent),
  entry({ do: verb('sleep'), forMs: maybeForMs }, agent),
  entry({ do: verb('outage'), forMs: maybeForMs }, fc.constant('session')),
  entry(
    { do: verb('buffer'), forMs: maybeForMs, untilBytes: fc.option(fc.integer({ min: 1, max: 4_000 }), { nil: null }) },
    fc.constant('proxy'),
  ),
  entry(
    {
      do: verb('idle-timeout', 'duration-cap'),
      afterMs: fc.integer({ min: 100, max: LONGEST_MS }),
      cut: fc.constantFrom('reset', 'close', 'error-page'),
    },
    fc.constant('proxy'),
  ),
  entry({ do: verb('latency'), latencyMs: fc.integer({ min: 0, max: 400 }) }, fc.constant('network')),
);
