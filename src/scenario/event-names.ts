/** The trace events that a script entry may wait for (`after: { event: … }`). */

import type { TraceEventType } from '../protocol/trace-event.ts';

const KNOWN: Readonly<Record<TraceEventType, true>> = {
  'surface.opened': true,
  'surface.closed': true,
  'surface.refreshed': true,
  'surface.hidden': true,
  'surface.shown': true,
  'surface.slept': true,
  'surface.woke': true,
  'prompt.sent': true,
  'stop.pressed': true,
  'action.ignored': true,
  'fault.began': true,
  'fault.ended': true,
  'connection.opening': true,
  'connection.opened': true,
  'connection.closed': true,
  'connection.noticed': true,
  'message.sent': true,
  'message.delivered': true,
  'message.lost': true,
  'tokens.lost': true,
  'run.started': true,
  'token.generated': true,
  'run.aborting': true,
  'run.stalled': true,
  'run.ended': true,
  'stop.arrived': true,
  'stream-id.saved': true,
  'history.saved': true,
  'record.appended': true,
  'status.changed': true,
  'screen.cleared': true,
  'tokens.shown': true,
  'state.entered': true,
};

export const EVENT_NAMES: readonly string[] = Object.keys(KNOWN);
