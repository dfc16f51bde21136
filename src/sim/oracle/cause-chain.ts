/** The deed behind an event: what a person or the world did, or where the run of the world began. */

import { assertPresent } from '../../base/assert.ts';
import { causesOf } from '../../protocol/causes.ts';
import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';

/** The last of the chain of causes. */
export function deedOf(events: readonly TraceEvent[], id: EventId): TraceEvent {
  return assertPresent(causesOf(events, id).at(-1), 'a chain holds its own event');
}
