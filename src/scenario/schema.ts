/**
 * Scenario format, version 1: the zod source of its types, of `public/scenario.schema.json` and of
 * the checks that a file must pass. What spans several fields (names that must exist, entries
 * beyond the horizon) is checked in `check.ts`.
 */

import { z } from 'zod';
import { assertPresent } from '../base/assert.ts';
import { LANE_OPTIONS, LANES } from '../sim/lanes/lane-list.ts';
import type { LaneOptionSet } from '../sim/lanes/lane-list.ts';
import { laneClaims } from './claim-schema.ts';
import { afterMs, cut, forMs, scriptEntrySchema } from './entry-schema.ts';
import { lessonSchema } from './lesson/lesson-schema.ts';
import type { OptionValue } from './lane-option-fact.ts';
import { LIMITS } from './limits.ts';
import { pricesSchema } from './prices.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const name = z.string().regex(kebab, 'must be kebab-case: lower-case letters, digits and single hyphens').max(60);

export type ScriptEntry = z.output<typeof scriptEntrySchema>;
export type Verb = ScriptEntry['do'];

/** The options of a lane, checked by the lane's own schema. */
export type LaneOptions = Readonly<Record<string, OptionValue>>;

const laneObjectOf = ({ of, schema }: LaneOptionSet) =>
  z.strictObject({
    lane: z.literal(of.name),
    as: name.optional(),
    // Every option is a switch, a number or a word; the lane's own schema says which.
    options: (schema as z.ZodType<LaneOptions, LaneOptions>).prefault({}),
  });
const [firstLane, ...otherLanes] = LANE_OPTIONS.map(laneObjectOf);
const laneObject = z.discriminatedUnion('lane', [assertPresent(firstLane, 'there is a lane'), ...otherLanes]);
const laneSchema = z.preprocess((value) => (typeof value === 'string' ? { lane: value } : value), laneObject);

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
  lesson: lessonSchema.optional(),
});

/** A scenario as a person writes it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type AgentEntry = Scenario['agent'];
export type LaneEntry = Scenario['lanes'][number];
export type LaneClaims = z.output<typeof laneClaims>;
