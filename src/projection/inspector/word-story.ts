/**
 * The story of one word in one lane: when it was made, written down, sent, lost, shown, taken away
 * and brought back, step by step, each step an event to go to. Two runs of an agent that answer the
 * same prompt number the same words alike, so the story tells of both.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorInSentence as the } from '../actor-label.ts';

/** A word of an answer: `token` counts from 1 within the answer of `run`. */
export interface WordName {
  readonly run: number;
  readonly token: number;
}

export type WordStepKind = 'made' | 'logged' | 'sent' | 'lost' | 'shown' | 'replayed' | 'saved' | 'taken-away';

export interface WordStep {
  readonly kind: WordStepKind;
  readonly event: EventId;
  readonly atMs: VirtualMs;
  readonly sentence: string;
  /** The surface it is about, `null` where it is about all. */
  readonly surface: ActorName | null;
}

/** The runs of the same agent for the same prompt, oldest first; `run` is one of them. */
export function runsLike(trace: LaneTrace, run: number): readonly number[] {
  const starts = trace.events.filter((event) => event.type === 'run.started');
  const own = starts.find((start) => start.run === run);
  if (own === undefined) return [];
  return starts.filter(({ actor, turn }) => actor === own.actor && turn === own.turn).map((start) => start.run);
}

/** In the order of time; empty when the word was never made. */
export function wordStory(trace: LaneTrace, { run, token }: WordName): readonly WordStep[] {
  const runs = runsLike(trace, run);
  const steps: WordStep[] = [];
  const onScreen = new Map<ActorName, number>();
  const isSaved = new Set<number>();
  for (const event of trace.events) {
    if (isWordIn(event, runs, token)) {
      const sent = sendingOf(trace, event);
      if (sent !== null) steps.push(sent);
      const step = stepOf(event, runs.length > 1);
      if (step !== null) steps.push(step);
      if (event.type === 'tokens.shown') onScreen.set(event.actor, (onScreen.get(event.actor) ?? 0) + 1);
    } else if (event.type === 'history.saved' && runs.includes(event.run) && event.tokens >= token) {
      if (!isSaved.has(event.run)) steps.push(told('saved', event, null, 'the history keeps it'));
      isSaved.add(event.run);
    } else if (isTakenAway(event, runs) && onScreen.delete(event.actor)) {
      steps.push(told('taken-away', event, event.actor, `it is gone from the screen of ${the(event.actor)}`));
    }
  }
  return steps.toSorted((a, b) => a.atMs - b.atMs);
}

/** Does the event tell of that word by its number? */
export function isWordIn(event: TraceEvent, runs: readonly number[], token: number): boolean {
  const words = wordsOf(event);
  return words !== null && runs.includes(words.run) && words.from <= token && token <= words.to;
}

/** The words that an event tells of, both ends included; `null` for one that tells of none. */
export function wordsOf(
  event: TraceEvent,
): { readonly run: number; readonly from: number; readonly to: number } | null {
  switch (event.type) {
    case 'token.generated':
      return { run: event.run, from: event.token, to: event.token };
    case 'tokens.shown':
    case 'tokens.lost':
      return event;
    case 'record.appended':
      if (event.record !== 'output' || event.run === null) return null;
      return { run: event.run, from: event.from, to: event.to };
    default:
      return null;
  }
}

function stepOf(event: TraceEvent, isOneOfSeveral: boolean): WordStep | null {
  switch (event.type) {
    case 'token.generated': {
      const inRun = isOneOfSeveral ? `, in run ${event.run}` : '';
      return told('made', event, null, `${the(event.actor)} makes it${inRun}`);
    }
    case 'record.appended':
      return told('logged', event, null, `the log takes it, at offset ${event.offset}`);
    case 'tokens.lost':
      return told('lost', event, event.actor, `it is lost on its way to ${the(event.actor)}`);
    case 'tokens.shown':
      if (event.via === 'live') return told('shown', event, event.actor, `it appears on ${the(event.actor)}`);
      return told(
        'replayed',
        event,
        event.actor,
        `it appears on ${the(event.actor)}, from ${event.via === 'history' ? 'the saved history' : 'a replay'}`,
      );
    default:
      return null;
  }
}

/** A word leaves for a surface when it is made, or when the log takes it: what that led to says so. */
function sendingOf(trace: LaneTrace, event: TraceEvent): WordStep | null {
  const isSent = event.type === 'tokens.lost' || (event.type === 'tokens.shown' && event.via === 'live');
  if (!isSent) return null;
  const from = sourceOf(trace, event);
  if (from === undefined) return null;
  const by = from.type === 'record.appended' ? 'the session' : 'the server';
  return told('sent', from, event.actor, `${by} sends it to ${the(event.actor)}`);
}

function sourceOf(trace: LaneTrace, event: TraceEvent): TraceEvent | undefined {
  const cause = event.causedBy === null ? undefined : trace.events[event.causedBy];
  if (cause !== undefined && wordsOf(cause) !== null) return cause;
  // Lost to a fault: the newest of the events that put it on its way.
  const words = wordsOf(event);
  if (words === null) return undefined;
  const isLog = trace.events.some(({ type }) => type === 'record.appended');
  return trace.events.findLast(
    (other) =>
      other.id < event.id &&
      other.type === (isLog ? 'record.appended' : 'token.generated') &&
      isWordIn(other, [words.run], words.from),
  );
}

function isTakenAway(event: TraceEvent, runs: readonly number[]): boolean {
  return event.type === 'screen.cleared' || (event.type === 'answer.discarded' && runs.includes(event.run));
}

function told(kind: WordStepKind, event: TraceEvent, surface: ActorName | null, sentence: string): WordStep {
  return { kind, event: event.id, atMs: event.atMs, sentence, surface };
}
