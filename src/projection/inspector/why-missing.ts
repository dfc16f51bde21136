/** Why a word that was made is not on a surface: in a clause, with the event that decided it. */

import { causesOf, isDeed } from '../../protocol/causes.ts';
import type { ActorName, ConnectionPurpose, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorInSentence as the } from '../actor-label.ts';

export interface MissingWord {
  /** The runs that would bring it. */
  readonly runs: readonly number[];
  /** Where it was made. */
  readonly made: TraceEvent;
  /** What happened at the surface so far. */
  readonly past: readonly TraceEvent[];
  readonly isWord: (event: TraceEvent) => boolean;
}

interface Reason {
  readonly sentence: string;
  readonly event: EventId | null;
}

type Of<Type extends TraceEvent['type']> = Extract<TraceEvent, { readonly type: Type }>;

/** Purposes of connections by which words come to a page as they are made. */
const WORD_BEARING: readonly ConnectionPurpose[] = ['chat', 'resume', 'session'];

export function whyMissing(trace: LaneTrace, surface: ActorName, word: MissingWord): Reason {
  return takenAway(surface, word) ?? lostOnItsWay(trace, surface, word) ?? neverSent(trace, surface, word);
}

/** It was there, and the page or what it showed has gone since. */
function takenAway(surface: ActorName, { runs, past, isWord }: MissingWord): Reason | null {
  if (!past.some((event) => event.type === 'tokens.shown' && isWord(event))) return null;
  const last = past.findLast(
    (event) => event.type === 'screen.cleared' || (event.type === 'answer.discarded' && runs.includes(event.run)),
  );
  if (last === undefined) return null;
  return last.type === 'screen.cleared'
    ? { sentence: `gone from ${the(surface)} with its page`, event: last.id }
    : { sentence: `taken off ${the(surface)}, to make room for another answer`, event: last.id };
}

function lostOnItsWay(trace: LaneTrace, surface: ActorName, { past, isWord }: MissingWord): Reason | null {
  const lost = past.findLast((event): event is Of<'tokens.lost'> => event.type === 'tokens.lost' && isWord(event));
  const loaded = past.findLast(({ type }) => type === 'screen.cleared');
  if (lost === undefined || lost.id < (loaded?.id ?? -1)) return null;
  return { sentence: `lost on its way to ${the(surface)}`, event: breakBehind(trace, lost) };
}

/** A write into a connection that is over was caused by what was written; why it is over is told elsewhere. */
function breakBehind(trace: LaneTrace, lost: Of<'tokens.lost'>): EventId {
  const [, cause] = causesOf(trace.events, lost.id);
  if (cause === undefined || isDeed(cause) || cause.type.startsWith('connection.')) return lost.id;
  const closed = trace.events.findLast(
    (event) =>
      event.id < lost.id &&
      event.actor === lost.actor &&
      (event.type === 'fault.began' || (event.type === 'connection.closed' && event.connection === lost.connection)),
  );
  return closed?.id ?? lost.id;
}

/** No connection was there to bring it. */
function neverSent(trace: LaneTrace, surface: ActorName, word: MissingWord): Reason {
  const { made, past } = word;
  const loaded = past.findLast(({ type }) => type === 'surface.opened' || type === 'surface.refreshed');
  if (loaded === undefined) return { sentence: `${the(surface)} was not open`, event: null };
  const closed = past.findLast(({ type }) => type === 'surface.closed');
  if (closed !== undefined && closed.id > loaded.id) return { sentence: `${the(surface)} is closed`, event: closed.id };
  const isWay = (event: TraceEvent): event is Of<'connection.opened'> =>
    event.type === 'connection.opened' && WORD_BEARING.includes(event.purpose) && event.id > loaded.id;
  const way = past.findLast((event) => isWay(event) && event.atMs <= made.atMs) ?? past.find(isWay);
  if (way?.type !== 'connection.opened') return withoutStream(surface, word, loaded);
  const nothing = past.findLast(
    (event) => event.type === 'message.delivered' && event.kind === 'nothing' && event.id > way.id,
  );
  if (nothing !== undefined)
    return { sentence: `${the(surface)} asked for the rest and was told that there is nothing`, event: nothing.id };
  if (way.atMs > made.atMs) return { sentence: `made before ${the(surface)} was there`, event: way.id };
  const end = past.find(
    (event): event is Of<'connection.closed'> =>
      event.type === 'connection.closed' && event.connection === way.connection,
  );
  return end === undefined ? heldUp(trace, surface, word) : { sentence: afterEnd(surface, end), event: end.id };
}

function afterEnd(surface: ActorName, { how }: Of<'connection.closed'>): string {
  switch (how) {
    case 'failed':
      return `made for a connection that ${the(surface)} had lost`;
    case 'end':
      return `made after the stream had ended on ${the(surface)}`;
    case 'hung-up':
      return `made after ${the(surface)} had hung up`;
  }
}

/** A page without a stream shows what it was given when it loaded. */
function withoutStream(surface: ActorName, { past }: MissingWord, loaded: TraceEvent): Reason {
  const given = past.findLast(
    (event): event is Of<'tokens.shown'> => event.type === 'tokens.shown' && event.id > loaded.id,
  );
  if (given !== undefined)
    return {
      sentence: `${the(surface)} was given words ${given.from} to ${given.to}, and no stream leads there`,
      event: given.id,
    };
  return { sentence: `no stream leads to ${the(surface)}`, event: loaded.id };
}

/** The connection is there, and the word does not come by it. */
function heldUp(trace: LaneTrace, surface: ActorName, { past }: MissingWord): Reason {
  const now = past.at(-1)?.atMs ?? 0;
  const dropped = trace.events.findLast(
    (event) => event.type === 'continuity.lost' && event.surface === surface && event.atMs <= now,
  );
  if (dropped !== undefined) return { sentence: `dropped for ${the(surface)}, which is too slow`, event: dropped.id };
  const fault = past.findLast(({ type }) => type === 'fault.began' || type === 'surface.slept');
  return { sentence: `held up on its way to ${the(surface)}`, event: fault?.id ?? null };
}
