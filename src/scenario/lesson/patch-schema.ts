/** A change of a scenario as data: what a variant of a lesson is, and the recorded solution of its challenge. */

import { z } from 'zod';
import { scriptEntrySchema } from '../entry-schema.ts';
import { LIMITS } from '../limits.ts';

export const patchShape = {
  set: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('Fields by their path, as in --set: lanes.LANE.options.drained, script.2.atMs, horizonMs.'),
  remove: z
    .array(z.int().min(0).max(LIMITS.scriptEntries))
    .default([])
    .describe('Entries of the script that go, counted from 0, after `set`.'),
  add: z
    .array(scriptEntrySchema)
    .max(LIMITS.scriptEntries)
    .default([])
    .describe('Entries that come to the end of the script.'),
};

export const patchSchema = z.strictObject(patchShape);

export type ScenarioPatch = z.output<typeof patchSchema>;
