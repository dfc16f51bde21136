/** The way back from an event to what a person or the world did. */

import { assertPresent } from '../../base/assert.ts';
import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';

/**
 * The event, its cause, the cause of that, and so on, up to and including the deed that set it going:
 * an entry of the script. A deed may wait for an earlier event; what led to that is another story.
 */
export function causeChain(events: readonly TraceEvent[], id: EventId): readonly TraceEvent[] {
  const chain: TraceEvent[] = [];
  let at: EventId | null = id;
  while (at !== null) {
    const event: TraceEvent = assertPresent(events[at], `the trace has no event e${at}`);
    chain.push(event);
    at = 'scriptIndex' in event ? null : event.causedBy;
  }
  return chain;
}

/** The last of the chain: what a person or the world did, or where the run of the world began. */
export function deedOf(events: readonly TraceEvent[], id: EventId): TraceEvent {
  return assertPresent(causeChain(events, id).at(-1), 'a chain holds its own event');
}
