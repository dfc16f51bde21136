/** What the trace tells beside an event that its bytes need: words, prompts, how far a surface has read. */

import { assertPresent } from '../../../base/assert.ts';
import type { ActorName, ConnectionPurpose, EventId, LaneTrace } from '../../../protocol/trace-event.ts';
import { wordsOfRun } from '../words-of-run.ts';
import type { EventOf, WireContext } from './wire.ts';

/** Words `from` to `to` of a run, as its agent has them. */
export function textOf({ trace, scenario }: WireContext, run: number, from: number, to: number): readonly string[] {
  return wordsOfRun(trace, scenario, run).slice(from - 1, to);
}

/** The prompt of a surface that was newest by then; `null` for none. */
export function promptBefore({ trace }: WireContext, surface: ActorName, id: EventId): EventOf<'prompt.sent'> | null {
  const prompt = trace.events
    .slice(0, id + 1)
    .findLast((event) => event.type === 'prompt.sent' && event.actor === surface);
  return prompt?.type === 'prompt.sent' ? prompt : null;
}

/** What a person did that led to an event: the nearest of these types among its causes; `null` for none. */
export function actOf<Type extends 'prompt.sent' | 'retry.pressed' | 'stop.pressed' | 'steer.sent' | 'approval.given'>(
  trace: LaneTrace,
  id: EventId,
  types: readonly Type[],
): EventOf<Type> | null {
  let at: EventId | null = id;
  while (at !== null) {
    const event: LaneTrace['events'][number] = assertPresent(trace.events[at], 'a cause');
    // Narrowed by the list that the caller gave.
    if (types.some((type) => type === event.type)) return event as EventOf<Type>;
    at = event.causedBy;
  }
  return null;
}

/** The last word of `run`, or of the newest answer, that the surface had by then, with the offset that it had read. */
export function readBefore({ trace }: WireContext, surface: ActorName, id: EventId): EventOf<'tokens.shown'> | null {
  const shown = trace.events
    .slice(0, id + 1)
    .findLast((event) => event.type === 'tokens.shown' && event.actor === surface);
  return shown?.type === 'tokens.shown' ? shown : null;
}

/** What a connection is for; `null` for a message without one. */
export function purposeOf({ trace }: WireContext, connection: number | null): ConnectionPurpose | null {
  const opening = trace.events.find((event) => event.type === 'connection.opening' && event.connection === connection);
  return opening?.type === 'connection.opening' ? opening.purpose : null;
}

/** What follows directly from an event at the same moment, such as the words that a saved history shows. */
export function shownBy({ trace }: WireContext, id: EventId): readonly EventOf<'tokens.shown'>[] {
  return trace.events.flatMap((event) => (event.type === 'tokens.shown' && event.causedBy === id ? [event] : []));
}

/** Where a message that was sent is delivered; the event itself when it is that. `null` when it never is. */
export function deliveryOf({ trace }: WireContext, message: number): EventId | null {
  return trace.events.find((event) => event.type === 'message.delivered' && event.message === message)?.id ?? null;
}
