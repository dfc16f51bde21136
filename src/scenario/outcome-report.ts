/**
 * Outcome report, version 1 (contract): one JSON object for each run. The schema is the source of
 * its types. Counts are in tokens, times in virtual milliseconds.
 */

import { z } from 'zod';
import { BELIEFS, TRUTHS } from '../protocol/belief.ts';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { RUN_ENDS, SURFACE_STATUSES } from '../protocol/surface-status.ts';

const count = z.int().min(0);
const moment = z.int().min(0).nullable();
/** Times against another lane’s may be less than nothing. */
const difference = z.int().nullable();

const eventName = z.string().regex(/^e\d+$/);

export const guaranteeVerdictSchema = z.union([
  z.strictObject({ held: z.literal(true) }),
  z.strictObject({
    held: z.literal(false),
    atMs: z.int().min(0).describe('when it was first broken'),
    event: eventName.describe('the trace event that broke it'),
    surface: z.string().nullable().describe('the surface that it was broken on, null when it is the lane’s'),
    surfaces: z
      .record(z.string(), z.strictObject({ atMs: z.int().min(0), event: eventName }))
      .describe('where it was broken on surfaces, on each the first time'),
  }),
]);

export const surfaceReportSchema = z.strictObject({
  status: z.enum(SURFACE_STATUSES),
  shown: count.describe('distinct tokens of the last answer that are visible'),
  missing: count.describe('tokens generated for the last answer and not visible'),
  duplicated: count.describe('visible repeats'),
  outOfOrder: count.describe('places where a token stands before an earlier one'),
  textMatches: z.boolean().describe('the last answer stands there whole, once and in order'),
  connections: count.describe('connections opened, page loads excluded'),
  recoveredAfterMs: moment.describe('from the path’s healing to being caught up'),
  lastShownAtMs: moment,
});

const billSchema = z.strictObject({
  useful: count.describe('tokens that a surface showed'),
  duplicated: count.describe('visible repeats, on all surfaces'),
  afterStop: count.describe('tokens made after a person pressed stop'),
  unseen: count.describe('tokens that no surface ever showed'),
  messages: count.describe('messages delivered: prompts, tokens, stops, replies; not page loads or saved history'),
  published: count.describe('records appended to a log, and control messages sent that became none'),
  bytes: count.describe('sent to surfaces with live tokens and catch-ups: words in UTF-8 and what frames each piece'),
  logBytes: count.describe('appended to a log as output, words and frames'),
  firstTokenMs: moment.describe('from the first prompt to its first token on the surface that sent it'),
  lagMs: moment.describe('median over tokens shown live, from making to showing'),
  addedFirstTokenMs: difference.describe('firstTokenMs less that of the first plain pipe of the run, null without one'),
  addedLagMs: difference.describe('lagMs less that of the first plain pipe of the run, null without one'),
  connectionMs: count.describe('for how long connections to a session layer were open, summed'),
  channelMs: count.describe('for how long a session was in use'),
  effects: count.describe('effects of tools and approvals that happened'),
  moneyMicroUsd: count.describe('all of it at the prices of the scenario, in millionths of a dollar'),
});

export const beliefReportSchema = z.strictObject({
  belief: z.enum(BELIEFS),
  truth: z.enum(TRUTHS).describe('what is so, of the matter that the belief is about'),
  isTrue: z.boolean(),
  wrongForMs: count.describe('for how long the belief has been wrong without a break, 0 when it is true'),
});

export const laneReportSchema = z.strictObject({
  agent: z.strictObject({
    runs: count,
    generated: count,
    generatedAfterStop: count,
    unseen: count.describe(
      'tokens that were generated and that no surface ever showed; of a token that a run made twice, one making',
    ),
    startedAtMs: moment.describe('arrival of the first prompt at the agent'),
    stoppedAtMs: moment.describe('when the last run ended, null while it goes on'),
    end: z.enum(RUN_ENDS).nullable().describe('how the last run ended, null without a run'),
    effects: count.describe('effects of tools and approvals that happened'),
    adopted: count.describe('times that another process went on with a run'),
    crashed: count.describe('runs that were lost with their process, each time'),
  }),
  surfaces: z.record(z.string(), surfaceReportSchema),
  guarantees: z.strictObject(
    Object.fromEntries(GUARANTEE_IDS.map((id) => [id, guaranteeVerdictSchema])) as Record<
      (typeof GUARANTEE_IDS)[number],
      typeof guaranteeVerdictSchema
    >,
  ),
  bill: billSchema,
  beliefs: z
    .record(z.string(), beliefReportSchema)
    .describe('what each surface, the server, the session and each agent takes for true at the horizon'),
});

export const outcomeReportSchema = z.strictObject({
  report: z.literal(1),
  scenario: z.string(),
  seed: count,
  digest: z.string(),
  events: count,
  lanes: z.record(z.string(), laneReportSchema),
});

export type GuaranteeVerdict = z.output<typeof guaranteeVerdictSchema>;
export type SurfaceReport = z.output<typeof surfaceReportSchema>;
export type BeliefReport = z.output<typeof beliefReportSchema>;
export type LaneReport = z.output<typeof laneReportSchema>;
export type OutcomeReport = z.output<typeof outcomeReportSchema>;
