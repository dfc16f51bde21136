/**
 * Scenario format, version 1: the zod source of its types, of `public/scenario.schema.json` and of
 * the checks that a file must pass. What spans several fields (names that must exist, entries
 * beyond the horizon) is checked in `check.ts`.
 */

import { z } from 'zod';
import { assertPresent } from '../base/assert.ts';
import { DROP_FORMS } from '../protocol/fault.ts';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { RUN_ENDS, SURFACE_STATUSES } from '../protocol/surface-status.ts';
import { LANES } from '../sim/lanes/lane-list.ts';
import type { RegisteredLane } from '../sim/lanes/lane-list.ts';
import type { OptionValue } from './lane-option-fact.ts';
import { LIMITS } from './limits.ts';
import { pricesSchema } from './prices.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = z.string().regex(kebab, 'must be kebab-case: lower-case letters, digits and single hyphens').max(60);

const atMs = z.int().min(0).max(LIMITS.horizonMs);
const forMs = z.int().min(0).max(LIMITS.horizonMs);
const afterMs = z.int().min(1).max(LIMITS.horizonMs);

/** When an entry happens: a clock time, or the moment after the n-th generated token or after a first event of the lane. */
const momentShape = {
  atMs: atMs.optional(),
  after: z
    .union([
      z.strictObject({ token: z.int().min(1).max(LIMITS.tokens) }),
      z.strictObject({ event: z.string().min(1).max(60) }),
    ])
    .optional(),
};

/** A surface, an agent, `session`, `proxy` or `network`: which verbs go where is checked in `check.ts`. */
const actorName = z.string().min(1).max(60);
const entry = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...momentShape, on: actorName, ...shape });
const words = z.string().max(LIMITS.answerCharacters).default('');

/** How a proxy ends a connection: `error-page` stands in for an answer of which nothing has passed yet, else it is a reset. */
const cut = z
  .enum(['reset', 'close', 'error-page'])
  .describe('How the proxy ends it: an error page can only stand in for an answer of which nothing has passed. [F2.9]');

export const scriptEntrySchema = z.discriminatedUnion('do', [
  entry({ do: z.literal('open') }),
  entry({ do: z.literal('close') }),
  entry({ do: z.literal('send'), text: words }),
  entry({ do: z.literal('stop') }),
  entry({ do: z.literal('refresh') }),
  entry({ do: z.literal('hide') }),
  entry({ do: z.literal('show') }),
  entry({ do: z.literal('sleep'), forMs: forMs.optional() }),
  entry({ do: z.literal('drop'), how: z.enum(DROP_FORMS), forMs: forMs.optional() }),
  entry({ do: z.literal('retry') }),
  entry({ do: z.literal('steer'), text: words }),
  entry({ do: z.literal('approve') }),
  entry({ do: z.literal('reject') }),
  entry({ do: z.literal('join') }),
  entry({ do: z.literal('crash'), forMs: forMs.optional() }),
  entry({ do: z.literal('deploy'), forMs: forMs.default(0) }),
  entry({ do: z.literal('outage'), forMs: forMs.optional() }),
  entry({ do: z.literal('buffer'), forMs: forMs.optional(), untilBytes: z.int().min(1).max(10_000_000).optional() }),
  entry({ do: z.literal('idle-timeout'), afterMs: afterMs.default(60_000), cut: cut.default('reset') }),
  entry({ do: z.literal('duration-cap'), afterMs: afterMs.default(300_000), cut: cut.default('reset') }),
  entry({ do: z.literal('latency'), latencyMs: z.int().min(0).max(LIMITS.latencyMs) }),
]);

export type ScriptEntry = z.output<typeof scriptEntrySchema>;
export type Verb = ScriptEntry['do'];

/** The options of a lane, checked by the lane's own schema. */
export type LaneOptions = Readonly<Record<string, OptionValue>>;

const laneObjectOf = (lane: RegisteredLane) =>
  z.strictObject({
    lane: z.literal(lane.name),
    as: name.optional(),
    // Every option is a switch, a number or a word; the lane's own schema says which.
    options: (lane.options as z.ZodType<LaneOptions, LaneOptions>).prefault({}),
  });
const [firstLane, ...otherLanes] = LANES.map(laneObjectOf);
const laneObject = z.discriminatedUnion('lane', [assertPresent(firstLane, 'there is a lane'), ...otherLanes]);
const laneSchema = z.preprocess((value) => (typeof value === 'string' ? { lane: value } : value), laneObject);

/** `0`, `">0"`, `"<=25"`: what a number of the report must be. */
const numberClaim = z.union([
  z.number(),
  z.string().regex(/^(>=|<=|>|<|=|!=)\s*-?\d+$/, 'must be a number, or a comparison such as ">0" or "<=25"'),
  z.null(),
]);

const surfaceClaim = z.strictObject({
  status: z.enum(SURFACE_STATUSES).optional(),
  shown: numberClaim.optional(),
  missing: numberClaim.optional(),
  duplicated: numberClaim.optional(),
  outOfOrder: numberClaim.optional(),
  textMatches: z.boolean().optional(),
  connections: numberClaim.optional(),
  recoveredAfterMs: numberClaim.optional(),
  lastShownAtMs: numberClaim.optional(),
});

const agentClaim = z.strictObject({
  runs: numberClaim.optional(),
  generated: numberClaim.optional(),
  generatedAfterStop: numberClaim.optional(),
  unseen: numberClaim.optional(),
  startedAtMs: numberClaim.optional(),
  stoppedAtMs: numberClaim.optional(),
  end: z.enum(RUN_ENDS).optional(),
  effects: numberClaim.optional(),
  adopted: numberClaim.optional(),
  crashed: numberClaim.optional(),
});

const billClaim = z.strictObject({
  useful: numberClaim.optional(),
  duplicated: numberClaim.optional(),
  afterStop: numberClaim.optional(),
  unseen: numberClaim.optional(),
  messages: numberClaim.optional(),
  published: numberClaim.optional(),
  bytes: numberClaim.optional(),
  logBytes: numberClaim.optional(),
  firstTokenMs: numberClaim.optional(),
  addedFirstTokenMs: numberClaim.optional(),
  lagMs: numberClaim.optional(),
  addedLagMs: numberClaim.optional(),
  connectionMs: numberClaim.optional(),
  channelMs: numberClaim.optional(),
  effects: numberClaim.optional(),
  moneyMicroUsd: numberClaim.optional(),
});

const guaranteeClaims = z.strictObject(Object.fromEntries(GUARANTEE_IDS.map((id) => [id, z.boolean().optional()])));

/** Claims of one lane: `agent`, `bill` and `guarantees` have their own shape, every other key is a surface. */
const laneClaims = z
  .object({ agent: agentClaim.optional(), bill: billClaim.optional(), guarantees: guaranteeClaims.optional() })
  .catchall(surfaceClaim);

const afterToken = z.int().min(0).max(LIMITS.tokens).describe('After how many words it comes; 0 is before the first.');

/** Something within an answer that is not a word, after `afterToken` words: a tool call, or a question to a person. */
const partSchema = z.union([
  z.strictObject({
    afterToken,
    tool: name.describe('What is called; two calls of the same tool are two steps.'),
    forMs: forMs.default(1_000).describe('How long the tool takes; nothing is written meanwhile.'),
    effect: z.boolean().default(true).describe('Does it change something in the world, at its end?'),
    ignoresAbort: z.boolean().default(false).describe('Does it run to its end when the run is aborted?'),
  }),
  z.strictObject({
    afterToken,
    approval: name.describe('What the run asks a person to approve; it waits for `approve` or `reject`.'),
    effect: z.boolean().default(true).describe('Does an approval change something in the world?'),
  }),
]);

const agentSchema = z.strictObject({
  answer: z.union([name, z.strictObject({ text: z.string().min(1).max(LIMITS.answerCharacters) })]).default('dosage'),
  tokens: z.int().min(1).max(LIMITS.tokens).optional(),
  firstTokenMs: z.int().min(0).max(LIMITS.horizonMs).default(200),
  tokenIntervalMs: z.int().min(1).max(60_000).default(50),
  stopLagMs: z.int().min(0).max(60_000).default(0),
  parts: z
    .array(partSchema)
    .max(LIMITS.parts)
    .default([])
    .describe('Tool calls and questions to a person, between the words.'),
});

export const scenarioSchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only version there is'),
  id: name,
  title: z.string().min(1).max(120),
  summary: z.string().max(600).optional(),
  seed: z.int().min(0).max(4_294_967_295).default(4711),
  horizonMs: z.int().min(1).max(LIMITS.horizonMs).default(20_000),
  lanes: z
    .array(laneSchema)
    .min(1)
    .max(LIMITS.lanes)
    .prefault(LANES.filter((lane) => lane.isDefault).map((lane) => lane.name)),
  agent: agentSchema.prefault({}),
  agents: z
    .record(name, agentSchema)
    .default({})
    .describe('Further agents, by name: each answers every prompt beside the first one.'),
  server: z
    .strictObject({
      processes: z
        .int()
        .min(1)
        .max(LIMITS.processes)
        .default(1)
        .describe('How many processes of the first agent there are; requests go round them.'),
    })
    .prefault({}),
  browser: z
    .strictObject({
      protocol: z
        .enum(['http1', 'http2'])
        .default('http2')
        .describe(
          'Tabs share one browser: six connections to an origin over HTTP/1.1, 100 streams over HTTP/2. [F2.2]',
        ),
    })
    .prefault({}),
  proxy: z
    .strictObject({
      idleTimeoutMs: afterMs
        .optional()
        .describe('Ends a connection that has been quiet for so long. [F2.9: 60 s, 100 s, 300 s]'),
      durationCapMs: afterMs
        .optional()
        .describe('Ends a connection that is so old, heartbeats or not. [F2.9: 120 s, 300 s, 800 s]'),
      cut: cut.default('reset'),
    })
    .prefault({}),
  prices: pricesSchema.prefault({}),
  network: z
    .strictObject({
      latencyMs: z.int().min(0).max(LIMITS.latencyMs).default(20),
      jitterMs: z.int().min(0).max(LIMITS.latencyMs).default(0),
    })
    .prefault({}),
  surfaces: z
    .record(
      z.string().regex(kebab, 'must be kebab-case: lower-case letters, digits and single hyphens').max(40),
      z.strictObject({
        kind: z.enum(['tab', 'device']).default('tab'),
        mayStop: z
          .boolean()
          .default(true)
          .describe('Is a stop from here allowed? Lanes with a stop of their own check it.'),
        network: z
          .strictObject({
            latencyMs: z.int().min(0).max(LIMITS.latencyMs).optional(),
            jitterMs: z.int().min(0).max(LIMITS.latencyMs).optional(),
          })
          .optional(),
      }),
    )
    .default({ laptop: { kind: 'tab', mayStop: true } }),
  script: z.array(scriptEntrySchema).max(LIMITS.scriptEntries),
  expect: z.record(z.string(), laneClaims).optional(),
});

/** A scenario as a person writes it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type AgentEntry = Scenario['agent'];
export type LaneEntry = Scenario['lanes'][number];
export type LaneClaims = z.output<typeof laneClaims>;
