/**
 * Scenario format, version 1: the zod source of its types, of `public/scenario.schema.json` and of
 * the checks that a file must pass. What spans several fields (names that must exist, entries
 * beyond the horizon) is checked in `check.ts`.
 */

import { z } from 'zod';
import { DROP_FORMS } from '../protocol/fault.ts';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { LANE_NAMES } from '../protocol/lane-name.ts';
import { RUN_ENDS, SURFACE_STATUSES } from '../protocol/surface-status.ts';
import { LANE_OPTION_SCHEMAS } from './lane-options.ts';
import { LIMITS } from './limits.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = z.string().regex(kebab, 'must be kebab-case: lower-case letters, digits and single hyphens').max(60);

const atMs = z.int().min(0).max(LIMITS.horizonMs);
const forMs = z.int().min(0).max(LIMITS.horizonMs);

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

const surfaceName = z.string().min(1).max(60);
const entry = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...momentShape, on: surfaceName, ...shape });

export const scriptEntrySchema = z.discriminatedUnion('do', [
  entry({ do: z.literal('open') }),
  entry({ do: z.literal('close') }),
  entry({ do: z.literal('send'), text: z.string().max(LIMITS.answerCharacters).default('') }),
  entry({ do: z.literal('stop') }),
  entry({ do: z.literal('refresh') }),
  entry({ do: z.literal('hide') }),
  entry({ do: z.literal('show') }),
  entry({ do: z.literal('sleep'), forMs: forMs.optional() }),
  entry({ do: z.literal('drop'), how: z.enum(DROP_FORMS), forMs: forMs.optional() }),
]);

export type ScriptEntry = z.output<typeof scriptEntrySchema>;
export type Verb = ScriptEntry['do'];

const laneObject = z.discriminatedUnion('lane', [
  z.strictObject({
    lane: z.literal('naive-sse'),
    as: name.optional(),
    options: LANE_OPTION_SCHEMAS['naive-sse'].prefault({}),
  }),
  z.strictObject({
    lane: z.literal('resumable-sse'),
    as: name.optional(),
    options: LANE_OPTION_SCHEMAS['resumable-sse'].prefault({}),
  }),
  z.strictObject({
    lane: z.literal('durable-session'),
    as: name.optional(),
    options: LANE_OPTION_SCHEMAS['durable-session'].prefault({}),
  }),
]);
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
});

const billClaim = z.strictObject({
  useful: numberClaim.optional(),
  duplicated: numberClaim.optional(),
  afterStop: numberClaim.optional(),
  unseen: numberClaim.optional(),
  messages: numberClaim.optional(),
});

const guaranteeClaims = z.strictObject(Object.fromEntries(GUARANTEE_IDS.map((id) => [id, z.boolean().optional()])));

/** Claims of one lane: `agent`, `bill` and `guarantees` have their own shape, every other key is a surface. */
const laneClaims = z
  .object({ agent: agentClaim.optional(), bill: billClaim.optional(), guarantees: guaranteeClaims.optional() })
  .catchall(surfaceClaim);

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
    .prefault([...LANE_NAMES]),
  agent: z
    .strictObject({
      answer: z
        .union([name, z.strictObject({ text: z.string().min(1).max(LIMITS.answerCharacters) })])
        .default('dosage'),
      tokens: z.int().min(1).max(LIMITS.tokens).optional(),
      firstTokenMs: z.int().min(0).max(LIMITS.horizonMs).default(200),
      tokenIntervalMs: z.int().min(1).max(60_000).default(50),
      stopLagMs: z.int().min(0).max(60_000).default(0),
    })
    .prefault({}),
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
        network: z
          .strictObject({
            latencyMs: z.int().min(0).max(LIMITS.latencyMs).optional(),
            jitterMs: z.int().min(0).max(LIMITS.latencyMs).optional(),
          })
          .optional(),
      }),
    )
    .default({ laptop: { kind: 'tab' } }),
  script: z.array(scriptEntrySchema).max(LIMITS.scriptEntries),
  expect: z.record(z.string(), laneClaims).optional(),
});

/** A scenario as a person writes it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type LaneEntry = Scenario['lanes'][number];
export type LaneClaims = z.output<typeof laneClaims>;
