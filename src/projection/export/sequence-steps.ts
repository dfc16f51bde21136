/** What a sequence diagram of a lane shows, in the order in which it is read. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { narrateEvent } from '../narrate-event.ts';

export type SequenceStep =
  | { readonly kind: 'note'; readonly atMs: VirtualMs; readonly actor: ActorName; readonly text: string }
  | {
      readonly kind: 'message';
      readonly atMs: VirtualMs;
      readonly from: ActorName;
      readonly to: ActorName;
      /** `underway`: neither here nor lost when the run was over. */
      readonly outcome: 'arrived' | 'lost' | 'underway';
      readonly text: string;
    };

type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { readonly type: Type }>;
type WordsEvent = EventOf<'token.generated' | 'tokens.shown' | 'tokens.lost'>;

export function sequenceSteps({ events }: LaneTrace, horizonMs: VirtualMs): readonly SequenceStep[] {
  const steps: SequenceStep[] = [];
  const sent = new Map<number, EventOf<'message.sent'>>();
  let words: WordsEvent[] = [];
  const tellWords = () => {
    steps.push(...wordSteps(words));
    words = [];
  };
  for (const event of events) {
    if (isOfWords(event)) {
      words.push(event);
      continue;
    }
    if (event.type === 'message.sent') sent.set(event.message, event);
    const step = stepOf(event, sent);
    if (step === null) continue;
    tellWords();
    steps.push(step);
  }
  tellWords();
  return [...steps, ...[...sent.values()].map((message) => messageStep(message, 'underway', horizonMs))];
}

function isOfWords(event: TraceEvent): event is WordsEvent {
  return event.type === 'token.generated' || event.type === 'tokens.shown' || event.type === 'tokens.lost';
}

function stepOf(event: TraceEvent, sent: Map<number, EventOf<'message.sent'>>): SequenceStep | null {
  if (event.type === 'message.delivered' || event.type === 'message.lost') {
    const message = sent.get(event.message);
    sent.delete(event.message);
    if (message === undefined) return null;
    return messageStep(message, event.type === 'message.lost' ? 'lost' : 'arrived', event.atMs);
  }
  if (!isTold(event)) return null;
  return { kind: 'note', atMs: event.atMs, actor: event.actor, text: noteText(event) };
}

function messageStep(
  { actor: from, to, kind, atMs: sentAtMs }: EventOf<'message.sent'>,
  outcome: Extract<SequenceStep, { readonly kind: 'message' }>['outcome'],
  atMs: VirtualMs,
): SequenceStep {
  const text = outcome === 'arrived' ? kind : outcome === 'lost' ? `${kind}, lost` : `${kind}, still on its way`;
  return { kind: 'message', atMs, from, to, outcome, text: sentAtMs === atMs ? text : `${text} (sent ${sentAtMs} ms)` };
}

/** A person's words are quoted, everything else is told. */
function noteText(event: TraceEvent): string {
  const told = narrateEvent(event);
  return (event.type === 'prompt.sent' || event.type === 'steer.sent') && event.text !== ''
    ? `${told}: “${event.text}”`
    : told;
}

/** Machines, screens and transports tell the same in smaller steps. */
function isTold({ type }: TraceEvent): boolean {
  switch (type) {
    case 'state.entered':
    case 'status.changed':
    case 'connection.opening':
    case 'connection.opened':
    case 'message.sent':
    case 'record.appended':
    case 'run.learned':
    case 'presence.learned':
    case 'screen.cleared':
      return false;
    default:
      return true;
  }
}

/** One note for each actor, run and way, in the order of their first words. */
function wordSteps(events: readonly WordsEvent[]): readonly SequenceStep[] {
  const groups = Map.groupBy(events, ({ actor, type, run }) => `${actor} ${type} ${run}`);
  return [...groups.values()].flatMap((group): readonly SequenceStep[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { atMs, actor } = first;
    return [{ kind: 'note', atMs, actor, text: wordsText(first, rangesOf(group), group.at(-1)?.atMs ?? atMs) }];
  });
}

function wordsText(first: WordsEvent, ranges: readonly Range[], untilMs: VirtualMs): string {
  const [range] = ranges;
  const isOne = ranges.length === 1 && range?.from === range?.to;
  const words = `${isOne ? 'word' : 'words'} ${ranges.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ')}`;
  const until = untilMs === first.atMs ? '' : `, until ${untilMs} ms`;
  switch (first.type) {
    case 'token.generated':
      return `run ${first.run} makes ${words}${until}`;
    case 'tokens.shown':
      return `shows ${words}${first.via === 'live' ? '' : ` from the ${first.via}`}${until}`;
    default:
      return `${words} ${isOne ? 'is' : 'are'} lost on the way${until}`;
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Words that follow each other as one range, in the order in which they came. */
function rangesOf(events: readonly WordsEvent[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const event of events) {
    const { from, to } = event.type === 'token.generated' ? { from: event.token, to: event.token } : event;
    const last = ranges.at(-1);
    if (last?.to === from - 1) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}
