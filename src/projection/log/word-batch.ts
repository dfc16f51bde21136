/** Words that were made, shown, written down or lost one right after the other, told as one. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { actorInSentence as the } from '../actor-label.ts';
import { narrateEvent } from '../narrate-event.ts';
import { countUntil } from '../stage/sorted-times.ts';

export interface WordBatch {
  /** What it says once the words until `atMs` have come; at least the first piece has. */
  readonly textUntil: (atMs: VirtualMs) => string;
}

type WordEvent = Extract<
  TraceEvent,
  { readonly type: 'token.generated' | 'tokens.shown' | 'tokens.lost' | 'record.appended' }
>;

class OpenBatch implements WordBatch {
  readonly #first: WordEvent;
  readonly #from: number;
  readonly #times: VirtualMs[] = [];
  readonly #to: number[] = [];

  constructor(first: WordEvent) {
    this.#first = first;
    this.#from = spanOf(first).from;
    this.add(first);
  }

  /** The word that would go on with it. */
  get next(): number {
    return (this.#to.at(-1) ?? 0) + 1;
  }

  add(event: WordEvent): void {
    this.#times.push(event.atMs);
    this.#to.push(spanOf(event).to);
  }

  textUntil(atMs: VirtualMs): string {
    const pieces = Math.max(1, countUntil(this.#times, atMs));
    return batchText(this.#first, this.#from, this.#to[pieces - 1] ?? this.#from);
  }
}

/** The batches of one lane that are still open. */
export class WordBatches {
  #open = new Map<string, OpenBatch>();

  /** `joined` when the event went on with an open batch, the batch that it began, or `null` for what is no word. */
  take(event: TraceEvent): WordBatch | 'joined' | null {
    if (!isOfWords(event)) return null;
    const key = `${event.type} ${event.actor} ${event.run} ${event.type === 'tokens.shown' ? event.via : ''}`;
    const open = this.#open.get(key);
    if (open?.next === spanOf(event).from) {
      open.add(event);
      return 'joined';
    }
    const begun = new OpenBatch(event);
    this.#open.set(key, begun);
    return begun;
  }

  /** Something happened that stands between the words before it and those after it. */
  close(): void {
    this.#open = new Map();
  }
}

function isOfWords(event: TraceEvent): event is WordEvent {
  if (event.type === 'record.appended') return event.record === 'output';
  return event.type === 'token.generated' || event.type === 'tokens.shown' || event.type === 'tokens.lost';
}

function spanOf(event: WordEvent): { readonly from: number; readonly to: number } {
  return event.type === 'token.generated' ? { from: event.token, to: event.token } : event;
}

function batchText(first: WordEvent, from: number, to: number): string {
  if (from === to) return narrateEvent(first);
  switch (first.type) {
    case 'token.generated':
      return `${the(first.actor)} makes words ${from} to ${to}`;
    case 'record.appended':
      return `the log takes words ${from} to ${to}, from offset ${first.offset} on`;
    default:
      return narrateEvent({ ...first, to });
  }
}
