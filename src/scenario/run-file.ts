/**
 * Run file, version 1 (contract): a run as JSON, for other programs and for this page. The schema is the
 * source of its types. `scenario` is a file of the scenario format with its seed and every option, `report`
 * the outcome report, `lanes` the whole trace; which fields an event has beside those that all have is said
 * by its type. Times are virtual milliseconds.
 */

import { z } from 'zod';
import type { TraceEventType } from '../protocol/trace-event.ts';
import { TRACE_FIELDS } from '../protocol/trace-fields.ts';
import { outcomeReportSchema } from './outcome-report.ts';

export const RUN_FORMAT = 'pull-the-plug/run';

const name = z.string().min(1);
const eventId = z.int().min(0);
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const eventOf = (type: TraceEventType) => {
  const fields: readonly string[] = TRACE_FIELDS[type];
  return z.strictObject({
    id: eventId.describe('its place in the trace of its lane'),
    atMs: z.int().min(0),
    lane: name,
    actor: name.describe('who it happened to'),
    type: z.literal(type),
    causedBy: eventId.nullable().describe('the event of the same lane that led to it'),
    ...Object.fromEntries(fields.map((field) => [field, fieldValue])),
  });
};
// The table has a key for each type and no others.
const [firstEvent, ...otherEvents] = (Object.keys(TRACE_FIELDS) as [TraceEventType, ...TraceEventType[]]).map(eventOf);

const laneSchema = z.strictObject({
  name: name.describe('its name in this run'),
  lane: name.describe('the architecture'),
  title: z.string(),
  subtitle: z.string(),
  events: z.array(z.discriminatedUnion('type', [firstEvent as ReturnType<typeof eventOf>, ...otherEvents])),
});

/** What a reader needs to run it again. The page reads no more than this. */
const headShape = {
  format: z.literal(RUN_FORMAT),
  version: z.literal(1),
  model: z.int().min(1).describe('the version of the model that made it'),
  playheadMs: z.int().min(0).nullable().describe('where its reader looked, null for nowhere in particular'),
  scenario: z.record(z.string(), z.unknown()).describe('a scenario file, see scenario.schema.json'),
};

export const runFileSchema = z.strictObject({
  ...headShape,
  report: outcomeReportSchema,
  lanes: z.array(laneSchema),
});

/** The part that another version of the model writes in the same way: its trace and its report may differ. */
export const runFileHeadSchema = z.looseObject({ ...headShape, report: z.looseObject({ digest: z.string() }) });

export type RunFile = z.output<typeof runFileSchema>;
