/**
 * What became of one word on one surface by a moment, and the event that decided it. For a word that
 * is missing, that event is where its chain of causes begins: the loss itself, the end of the
 * connection that it would have come by, or what the page was given in its place.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorInSentence as the } from '../actor-label.ts';
import { whyMissing } from './why-missing.ts';
import { isWordIn, runsLike } from './word-story.ts';
import type { WordName } from './word-story.ts';

export type WordFateKind = 'not-made' | 'on-its-way' | 'on-time' | 'late' | 'doubled' | 'missing';

export interface WordFate {
  readonly surface: ActorName;
  readonly kind: WordFateKind;
  /** A clause that can follow the word, such as "lost on its way to the laptop". */
  readonly sentence: string;
  /** What decided it, `null` while nothing has. */
  readonly event: EventId | null;
}

/** What comes after `atMs` is not looked at, but to tell a word that is on its way from one that is not. */
export function wordFate(trace: LaneTrace, surface: ActorName, word: WordName, atMs: VirtualMs): WordFate {
  const runs = runsLike(trace, word.run);
  const isWord = (event: TraceEvent): boolean => isWordIn(event, runs, word.token);
  const made = trace.events.find((event) => event.type === 'token.generated' && isWord(event));
  if (made === undefined || made.atMs > atMs)
    return { surface, kind: 'not-made', sentence: 'not made yet', event: null };
  const own = trace.events.filter(({ actor }) => actor === surface);
  const past = own.filter((event) => event.atMs <= atMs);
  const [first, second] = visible(past, runs, isWord);
  if (second !== undefined) return { surface, kind: 'doubled', sentence: `twice on ${the(surface)}`, event: second.id };
  if (first !== undefined) {
    const isLive = first.via === 'live';
    const sentence = isLive ? `on ${the(surface)}, as it was made` : `on ${the(surface)}, late, from the ${first.via}`;
    return { surface, kind: isLive ? 'on-time' : 'late', sentence, event: first.id };
  }
  const next = own.find((event) => event.atMs > atMs && event.type === 'tokens.shown' && isWord(event));
  if (next?.type === 'tokens.shown' && next.via === 'live' && isMade(trace, { run: next.run, token: word.token }, atMs))
    return { surface, kind: 'on-its-way', sentence: `on its way to ${the(surface)}`, event: next.id };
  return { surface, kind: 'missing', ...whyMissing(trace, surface, { runs, made, past, isWord }) };
}

function isMade(trace: LaneTrace, { run, token }: WordName, atMs: VirtualMs): boolean {
  return trace.events.some(
    (event) => event.type === 'token.generated' && event.run === run && event.token === token && event.atMs <= atMs,
  );
}

type Shown = Extract<TraceEvent, { readonly type: 'tokens.shown' }>;

/** The times that the word came to the screen that is there now, less those that were taken off it. */
function visible(
  past: readonly TraceEvent[],
  runs: readonly number[],
  isWord: (event: TraceEvent) => boolean,
): readonly Shown[] {
  let shown: readonly Shown[] = [];
  for (const event of past) {
    if (event.type === 'screen.cleared') shown = [];
    else if (event.type === 'answer.discarded' && runs.includes(event.run))
      shown = shown.filter(({ run }) => run !== event.run);
    else if (event.type === 'tokens.shown' && isWord(event)) shown = [...shown, event];
  }
  return shown;
}
