/** The way back from an event to what a person or the network did. */

import { assertPresent } from '../../base/assert.ts';
import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';

/** The event, its cause, the cause of that, and so on; the last has no cause within the run. */
export function causeChain(events: readonly TraceEvent[], id: EventId): readonly TraceEvent[] {
  const chain: TraceEvent[] = [];
  let at: EventId | null = id;
  while (at !== null) {
    const event: TraceEvent = assertPresent(events[at], `the trace has no event e${at}`);
    chain.push(event);
    at = event.causedBy;
  }
  return chain;
}
