/**
 * Random worlds for the laws. What is drawn is a scenario as a person would write it, so that a
 * failing one can be kept as a file. Faults with an end end before the horizon.
 */

import fc from 'fast-check';
import {
  AGENT_NAMES,
  SURFACE_NAMES,
  lastingLinkEntry,
  linkEntry,
  operationEntry,
  personEntry,
  stopEntry,
} from './arbitrary-entries.ts';
import type { EntryParts } from './arbitrary-entries.ts';
import { anyLanes, defaultLanes, onlyLane } from './arbitrary-lanes.ts';
import type { LaneParts } from './arbitrary-lanes.ts';

export const HORIZON_MS = 60_000;
const MOST_TOKENS = 60;
const MOST_ENTRIES = 10;

interface AgentParts {
  readonly tokens: number;
  readonly parts: readonly { readonly afterToken: number }[];
}

/** The parts of a scenario beside its name. */
export interface WorldParts {
  readonly seed: number;
  readonly horizonMs: number;
  readonly lanes: readonly LaneParts[];
  readonly agent: AgentParts;
  readonly agents: Readonly<Record<string, AgentParts>>;
  readonly surfaces: Readonly<Record<string, object>>;
  readonly script: readonly EntryParts[];
}

const toolPart = fc.record({
  afterToken: fc.nat(MOST_TOKENS),
  tool: fc.constantFrom('search', 'charge'),
  forMs: fc.integer({ min: 0, max: 3_000 }),
  effect: fc.boolean(),
  ignoresAbort: fc.boolean(),
});
const approvalPart = fc.record({
  afterToken: fc.nat(MOST_TOKENS),
  approval: fc.constant('refund'),
  effect: fc.boolean(),
});

export const anyPart = fc.oneof(toolPart, approvalPart);

function agentOf(part: fc.Arbitrary<{ readonly afterToken: number }>): fc.Arbitrary<AgentParts> {
  return fc
    .record({
      tokens: fc.integer({ min: 1, max: MOST_TOKENS }),
      firstTokenMs: fc.integer({ min: 0, max: 600 }),
      tokenIntervalMs: fc.integer({ min: 1, max: 150 }),
      stopLagMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      parts: fc.oneof(
        { weight: 3, arbitrary: fc.array(part, { maxLength: 0 }) },
        { weight: 2, arbitrary: fc.array(part, { maxLength: 3 }) },
      ),
    })
    .map((agent) => ({
      answer: { text: 'word' },
      ...agent,
      parts: agent.parts.map((other) => within(other, agent.tokens)),
    }));
}

/** A part that would come after the end of the answer comes with its end. */
function within<Part extends { readonly afterToken: number }>(part: Part, tokens: number): Part {
  return { ...part, afterToken: Math.min(part.afterToken, tokens) };
}

const latencyMs = fc.integer({ min: 0, max: 200 });
const jitterMs = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }));
const surface = fc.record({
  kind: fc.constantFrom('tab', 'device'),
  mayStop: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  network: fc.option(fc.record({ latencyMs, jitterMs }), { nil: undefined }),
});

interface Ingredients {
  readonly lanes: fc.Arbitrary<readonly LaneParts[]>;
  readonly entry: fc.Arbitrary<EntryParts>;
  readonly part: fc.Arbitrary<{ readonly afterToken: number }>;
}

/** Worlds of these lanes, entries and parts of an answer. */
export function worldOf({ lanes, entry, part }: Ingredients): fc.Arbitrary<WorldParts> {
  const world = fc.record({
    seed: fc.nat(1_000_000),
    lanes,
    network: fc.record({ latencyMs, jitterMs }),
    agent: agentOf(part),
    others: fc.oneof(
      { weight: 3, arbitrary: fc.array(agentOf(part), { maxLength: 0 }) },
      { weight: 1, arbitrary: fc.array(agentOf(part), { maxLength: 2 }) },
    ),
    processes: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3 })),
    protocol: fc.constantFrom('http2', 'http1'),
    surfaces: fc.array(surface, { minLength: 1, maxLength: SURFACE_NAMES.length }),
    script: fc.array(entry, { maxLength: MOST_ENTRIES, size: 'max' }),
  });
  return world.map(({ others, surfaces, processes, protocol, script, agent, ...rest }) => {
    const agents = Object.fromEntries(others.map((other, index) => [AGENT_NAMES[index + 1] ?? '', other]));
    const named = Object.fromEntries(
      surfaces.map((made, index) => [SURFACE_NAMES[index] ?? '', withoutUndefined(made)]),
    );
    const fit = fitTo(Object.keys(named), ['agent', ...Object.keys(agents)], agent.tokens);
    return {
      horizonMs: HORIZON_MS,
      ...rest,
      agent,
      agents,
      server: { processes },
      browser: { protocol },
      surfaces: named,
      script: [
        ...Object.keys(named)
          .slice(0, 2)
          .map((on) => ({ atMs: 0, on, do: 'open' })),
        { atMs: 200, on: 'laptop', do: 'send' },
        ...script.map(fit),
      ],
    };
  });
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Gives entries for what a world does not have to what it has: surfaces, agents, tokens. */
function fitTo(surfaces: readonly string[], agents: readonly string[], tokens: number) {
  const among = (all: readonly string[], own: readonly string[], on: string): string =>
    all.includes(on) ? (own[all.indexOf(on) % own.length] ?? on) : on;
  return (entry: EntryParts): EntryParts => {
    const { after } = entry;
    const on = among(AGENT_NAMES, agents, among(SURFACE_NAMES, surfaces, entry.on));
    return after !== undefined && 'token' in after
      ? { ...entry, on, after: { token: Math.min(after.token, tokens) } }
      : { ...entry, on };
  };
}

/** Only links break, and they heal, in every lane as it is by default. */
export const brokenLinks = worldOf({ lanes: defaultLanes, entry: linkEntry, part: toolPart });

/** The same for one lane. */
export const brokenLinksIn = (lane: string): fc.Arbitrary<WorldParts> =>
  worldOf({ lanes: onlyLane(lane), entry: linkEntry, part: toolPart });

/** The same with one agent and nothing that makes others wait for it. */
export const simpleLinksIn = (lane: string): fc.Arbitrary<WorldParts> =>
  brokenLinksIn(lane).map((world) => ({ ...world, agents: {} }));

/** Links break and heal, and people ask, stop, reload, answer and look elsewhere. */
export const peopleIn = (lane: string): fc.Arbitrary<WorldParts> =>
  worldOf({ lanes: onlyLane(lane), entry: fc.oneof(linkEntry, personEntry), part: anyPart });

/** People ask and stop, again and again, over links that break and heal. */
export const stopsIn = (lane: string): fc.Arbitrary<WorldParts> =>
  worldOf({ lanes: onlyLane(lane), entry: stopEntry, part: toolPart });

/** Anything that the format can say: every lane, every option, every verb, faults that never end. */
export const anyWorld = worldOf({
  lanes: anyLanes,
  entry: fc.oneof(lastingLinkEntry, personEntry, operationEntry),
  part: anyPart,
});
