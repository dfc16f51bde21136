/** How a trace is walked back: from an event to what a person or the world did. */

import { assertPresent } from '../base/assert.ts';
import type { EventId, TraceEvent } from './trace-event.ts';

/**
 * The event, its cause, the cause of that, and so on, up to and including the deed that set it going:
 * an entry of the script, or the start. A deed may wait for an earlier event; what led to that is
 * another story.
 */
export function causesOf(events: readonly TraceEvent[], id: EventId): readonly TraceEvent[] {
  const chain: TraceEvent[] = [];
  let at: EventId | null = id;
  while (at !== null) {
    const event: TraceEvent = assertPresent(events[at], `the trace has no event e${at}`);
    chain.push(event);
    at = isDeed(event) ? null : event.causedBy;
  }
  return chain;
}

/** What a person, the network or an operation did: an entry of the script. */
export function isDeed(event: TraceEvent): boolean {
  return 'scriptIndex' in event;
}
