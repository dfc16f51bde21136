/** One event as the inspector heads it: what it is, when, who, its fields, and its neighbours at the same actor. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorLabel } from '../actor-label.ts';
import { narrateEvent } from '../narrate-event.ts';
import { durationText } from '../seconds.ts';
import { wordsOf } from './word-story.ts';

export interface EventCard {
  readonly event: EventId;
  readonly fact: TraceEvent;
  readonly atMs: VirtualMs;
  readonly actor: ActorName;
  readonly actorLabel: string;
  /** A clause without time and lane. */
  readonly sentence: string;
  readonly type: TraceEvent['type'];
  readonly fields: readonly EventField[];
  /** The words that it is about, `null` for an event without words. */
  readonly words: { readonly run: number; readonly from: number; readonly to: number } | null;
  /** The neighbours among the events of the same actor. */
  readonly previous: EventId | null;
  readonly next: EventId | null;
}

export interface EventField {
  readonly name: string;
  readonly value: string;
}

/** What every event has, and what only leads back to the script's text. */
const UNTOLD = ['id', 'atMs', 'lane', 'actor', 'type', 'causedBy', 'scriptIndex'];

/** `null` when the trace has no such event. */
export function eventCard(trace: LaneTrace, id: EventId): EventCard | null {
  const event = trace.events[id];
  if (event === undefined) return null;
  const own = trace.events.filter(({ actor }) => actor === event.actor);
  const at = own.indexOf(event);
  return {
    event: id,
    fact: event,
    atMs: event.atMs,
    actor: event.actor,
    actorLabel: actorLabel(event.actor),
    sentence: narrateEvent(event),
    type: event.type,
    fields: Object.entries<string | number | boolean | null>({ ...event })
      .filter(([name]) => !UNTOLD.includes(name))
      .map(([name, value]) => field(name, value)),
    words: wordsOf(event),
    previous: own[at - 1]?.id ?? null,
    next: own[at + 1]?.id ?? null,
  };
}

function field(name: string, value: string | number | boolean | null): EventField {
  const said = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^is /, '');
  if (name.endsWith('Ms') && typeof value === 'number')
    return { name: said.replace(/ ms$/, ''), value: durationText(value) };
  if (name.endsWith('Ms')) return { name: said.replace(/ ms$/, ''), value: 'no end' };
  if (value === null) return { name: said, value: 'none' };
  if (typeof value === 'boolean') return { name: said, value: value ? 'yes' : 'no' };
  return { name: said, value: String(value) };
}
