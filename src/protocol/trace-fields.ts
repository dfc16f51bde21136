/**
 * The fields of each type of trace event beside id, time, lane, actor, type and cause, in the order
 * in which the digest and the text form take them. Total over the types: a new event does not
 * compile until it is listed here.
 */

import type { TraceEvent, TraceEventType } from './trace-event.ts';

type FieldsOf<Type extends TraceEventType> = readonly Exclude<
  keyof Extract<TraceEvent, { readonly type: Type }>,
  'id' | 'atMs' | 'lane' | 'actor' | 'type' | 'causedBy'
>[];

export const TRACE_FIELDS: { readonly [Type in TraceEventType]: FieldsOf<Type> } = {
  'surface.opened': ['scriptIndex'],
  'surface.closed': ['scriptIndex'],
  'surface.refreshed': ['scriptIndex'],
  'surface.hidden': ['scriptIndex'],
  'surface.shown': ['scriptIndex'],
  'surface.slept': ['scriptIndex', 'forMs'],
  'surface.woke': ['scriptIndex'],
  'prompt.sent': ['scriptIndex', 'turn', 'text'],
  'stop.pressed': ['scriptIndex', 'turn'],
  'retry.pressed': ['scriptIndex', 'turn'],
  'steer.sent': ['scriptIndex', 'turn', 'text'],
  'approval.given': ['scriptIndex', 'turn', 'answer'],
  'person.joined': ['scriptIndex', 'turn'],
  'action.ignored': ['scriptIndex', 'verb', 'reason'],
  'process.crashed': ['scriptIndex', 'process', 'forMs'],
  'process.deployed': ['scriptIndex', 'process', 'forMs'],
  'process.paused': ['scriptIndex', 'process', 'forMs'],
  'process.up': ['process', 'after'],
  'outage.began': ['scriptIndex', 'forMs'],
  'outage.ended': ['scriptIndex'],
  'proxy.set': ['scriptIndex', 'setting', 'valueMs'],
  'proxy.cut': ['connection', 'surface', 'setting'],
  'latency.set': ['scriptIndex', 'latencyMs'],
  'fault.began': ['scriptIndex', 'how', 'forMs'],
  'fault.ended': ['scriptIndex', 'how'],
  'connection.opening': ['connection', 'purpose'],
  'connection.waiting': ['connection', 'purpose'],
  'connection.opened': ['connection', 'purpose'],
  'connection.closed': ['connection', 'purpose', 'how', 'reason'],
  'connection.noticed': ['connection', 'surface', 'reason'],
  'message.sent': ['message', 'kind', 'to', 'connection'],
  'message.delivered': ['message', 'kind', 'from', 'connection'],
  'message.lost': ['message', 'kind', 'to', 'connection'],
  'tokens.lost': ['run', 'from', 'to', 'connection'],
  'run.started': ['run', 'turn', 'process'],
  'run.adopted': ['run', 'epoch', 'from', 'process'],
  'token.generated': ['run', 'token'],
  'tool.started': ['run', 'turn', 'step', 'tool'],
  'effect.applied': ['run', 'turn', 'step', 'tool'],
  'tool.ended': ['run', 'turn', 'step', 'tool'],
  'approval.asked': ['run', 'step', 'approval'],
  'approval.settled': ['run', 'step', 'answer'],
  'steer.consumed': ['run'],
  'run.aborting': ['run'],
  'run.stalled': ['run'],
  'run.ended': ['run', 'end', 'tokens'],
  'steer.arrived': ['run', 'outcome'],
  'approval.arrived': ['run', 'answer', 'outcome'],
  'write.refused': ['run', 'writer', 'reason', 'isTold'],
  'write.usurped': ['run', 'writer'],
  'continuity.lost': ['surface', 'offset'],
  'records.expired': ['before'],
  'presence.changed': ['who', 'isPresent'],
  'stop.arrived': ['run', 'outcome'],
  'stream-id.saved': ['run'],
  'history.saved': ['run', 'tokens', 'whole'],
  'record.appended': ['offset', 'record', 'run', 'turn', 'from', 'to', 'epoch'],
  'status.changed': ['status'],
  'screen.cleared': [],
  'answer.discarded': ['run'],
  'run.learned': ['run', 'what', 'end'],
  'approval.shown': ['run', 'isShown'],
  'presence.learned': ['who', 'isPresent'],
  'catch-up.received': ['run', 'from', 'to', 'parts'],
  'tokens.shown': ['run', 'from', 'to', 'via', 'messages', 'offset'],
  'state.entered': ['machine', 'state', 'run'],
};

/** The value of one listed field. */
export function traceField(event: TraceEvent, field: string): string | number | boolean | null {
  // The table above only names fields that the event's own type has, and all of them are scalars.
  return (event as unknown as Readonly<Record<string, string | number | boolean | null>>)[field] ?? null;
}
