/** Claims: what must come out of a run, per lane. The zod source of their types. */

import { z } from 'zod';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { RUN_ENDS, SURFACE_STATUSES } from '../protocol/surface-status.ts';

/** `0`, `">0"`, `"<=25"`: what a number of the report must be. */
const numberClaim = z.union([
  z.number(),
  z.string().regex(/^(>=|<=|>|<|=|!=)\s*-?\d+$/, 'must be a number, or a comparison such as ">0" or "<=25"'),
  z.null(),
]);

/** What any value of the report may be held against; only texts that compare are read as comparisons. */
export const claimValue = z.union([z.number(), z.string().min(1).max(60), z.boolean(), z.null()]);

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
export const laneClaims = z
  .object({ agent: agentClaim.optional(), bill: billClaim.optional(), guarantees: guaranteeClaims.optional() })
  .catchall(surfaceClaim)
  .meta({ id: 'laneClaims' });
