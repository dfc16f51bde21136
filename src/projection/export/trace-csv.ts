/**
 * The trace as a table (CSV, RFC 4180), version 1: one row an event, in the order of each lane's trace,
 * lanes one after the other. The first six columns are those of the run log; each field of an event has a
 * column of its own, empty where the event has no such field or nothing in it.
 */

import { TRACE_FIELDS, traceField } from '../../protocol/trace-fields.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { csvCell } from '../csv-cell.ts';

const COLUMNS = ['atMs', 'lane', 'event', 'cause', 'actor', 'type'] as const;
const END_OF_RECORD = '\r\n';

export function traceCsv({ lanes }: Run): string {
  const events = lanes.flatMap((lane) => lane.events);
  const fields = fieldsOf(events);
  const rows = events.map((event) => [
    String(event.atMs),
    csvCell(event.lane),
    `e${event.id}`,
    event.causedBy === null ? '' : `e${event.causedBy}`,
    csvCell(event.actor),
    event.type,
    ...fields.map((field) => csvCell(traceField(event, field))),
  ]);
  return [[...COLUMNS, ...fields], ...rows].map((row) => `${row.join(',')}${END_OF_RECORD}`).join('');
}

/** The fields that any of the events has, in the order in which they first come. */
function fieldsOf(events: readonly TraceEvent[]): readonly string[] {
  const types = new Set(events.map(({ type }) => type));
  return [...new Set([...types].flatMap((type): readonly string[] => TRACE_FIELDS[type]))];
}
