/**
 * Outcome report, version 1 (contract): one JSON object for each run. The schema is the source of
 * its types. Counts are in tokens, times in virtual milliseconds.
 */

import { z } from 'zod';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { RUN_ENDS, SURFACE_STATUSES } from '../protocol/surface-status.ts';

const count = z.int().min(0);
const moment = z.int().min(0).nullable();

export const guaranteeVerdictSchema = z.union([
  z.strictObject({ held: z.literal(true) }),
  z.strictObject({
    held: z.literal(false),
    atMs: z.int().min(0).describe('when it was first broken'),
    event: z
      .string()
      .regex(/^e\d+$/)
      .describe('the trace event that broke it'),
    surface: z.string().nullable().describe('the surface that it was broken on, null when it is the lane’s'),
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

export const laneReportSchema = z.strictObject({
  agent: z.strictObject({
    runs: count,
    generated: count,
    generatedAfterStop: count,
    unseen: count.describe('tokens that were generated and that no surface ever showed'),
    startedAtMs: moment.describe('arrival of the first prompt at the agent'),
    stoppedAtMs: moment.describe('when the last run ended, null while it goes on'),
    end: z.enum(RUN_ENDS).nullable().describe('how the last run ended, null without a run'),
  }),
  surfaces: z.record(z.string(), surfaceReportSchema),
  guarantees: z.strictObject(
    Object.fromEntries(GUARANTEE_IDS.map((id) => [id, guaranteeVerdictSchema])) as Record<
      (typeof GUARANTEE_IDS)[number],
      typeof guaranteeVerdictSchema
    >,
  ),
  bill: z.strictObject({ useful: count, duplicated: count, afterStop: count, unseen: count, messages: count }),
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
export type LaneReport = z.output<typeof laneReportSchema>;
export type OutcomeReport = z.output<typeof outcomeReportSchema>;
