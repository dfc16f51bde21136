/**
 * The run log for people, one line an event, as `simulate --trace` prints it and as the golden
 * traces keep it. Columns: time in ms, lane, event id, the id of its cause (`-` for none), actor,
 * type, then `field=value` pairs.
 */

import type { LaneTrace, TraceEvent } from '../protocol/trace-event.ts';
import { TRACE_FIELDS, traceField } from '../protocol/trace-fields.ts';

export function traceText(lanes: readonly LaneTrace[]): string {
  return lanes.flatMap(({ events }) => events.map(traceLine)).join('\n');
}

function traceLine(event: TraceEvent): string {
  const cause = event.causedBy === null ? '-' : `e${event.causedBy}`;
  const fields = TRACE_FIELDS[event.type].map((field: string) => `${field}=${valueText(traceField(event, field))}`);
  const columns = [
    String(event.atMs).padStart(6),
    event.lane,
    `e${event.id}`,
    cause,
    event.actor,
    event.type,
    ...fields,
  ];
  return columns.join(' ');
}

function valueText(value: string | number | boolean | null): string {
  return typeof value === 'string' && !/^[\w.-]+$/.test(value) ? JSON.stringify(value) : String(value);
}
