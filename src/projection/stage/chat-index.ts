/** What people say to the agents of one lane, and what they are asked, prepared once: prompts, steers, questions. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, ApprovalAnswer, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';

export interface PromptIndex {
  readonly atMs: VirtualMs;
  readonly surface: ActorName;
  readonly turn: number;
  readonly text: string;
  /** When an agent began to answer it, `null` when none ever did. */
  readonly startedAtMs: VirtualMs | null;
}

export interface SteerIndex {
  readonly atMs: VirtualMs;
  readonly surface: ActorName;
  readonly turn: number | null;
  readonly text: string;
  /** When it reached somebody who could act on it; `too-late` when there was nothing to add to. */
  readonly arrived: { readonly atMs: VirtualMs; readonly outcome: 'kept' | 'too-late' } | null;
  readonly consumedAtMs: VirtualMs | null;
}

export interface QuestionIndex {
  readonly turn: number;
  /** What the person is asked to approve. */
  readonly name: string;
  readonly askedAtMs: VirtualMs;
  readonly settled: { readonly atMs: VirtualMs; readonly answer: ApprovalAnswer; readonly by: ActorName | null } | null;
  readonly given: readonly GivenAnswer[];
  /** By surface: whether the question stands there, from each moment on. */
  readonly shown: ReadonlyMap<ActorName, readonly { readonly atMs: VirtualMs; readonly isShown: boolean }[]>;
}

export interface GivenAnswer {
  readonly surface: ActorName;
  readonly atMs: VirtualMs;
  readonly answer: ApprovalAnswer;
  readonly arrived: { readonly atMs: VirtualMs; readonly outcome: 'applied' | 'too-late' } | null;
}

export interface ChatIndex {
  readonly prompts: readonly PromptIndex[];
  readonly steers: readonly SteerIndex[];
  readonly questions: readonly QuestionIndex[];
  /** When anything of this changed, ascending. */
  readonly changesAtMs: readonly VirtualMs[];
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type GivenDraft = Draft<GivenAnswer>;
interface QuestionDraft extends Draft<QuestionIndex> {
  readonly run: number;
  readonly given: GivenDraft[];
  readonly shown: Map<ActorName, { atMs: VirtualMs; isShown: boolean }[]>;
}

export function indexChat(trace: LaneTrace): ChatIndex {
  const prompts: Draft<PromptIndex>[] = [];
  const steers = new Map<EventId, Draft<SteerIndex>>();
  const answers = new Map<EventId, GivenDraft>();
  const questions: QuestionDraft[] = [];
  const turns = new Map<number, number>();
  const changesAtMs: VirtualMs[] = [];
  const openQuestion = (turn: number | null) => questions.findLast((question) => question.turn === turn);
  for (const event of trace.events) {
    const { atMs, actor } = event;
    switch (event.type) {
      case 'prompt.sent':
        prompts.push({ atMs, surface: actor, turn: event.turn, text: event.text, startedAtMs: null });
        break;
      case 'run.started': {
        turns.set(event.run, event.turn);
        const prompt = prompts.find(({ turn }) => turn === event.turn);
        if (prompt !== undefined) prompt.startedAtMs ??= atMs;
        break;
      }
      case 'steer.sent':
        steers.set(event.id, {
          atMs,
          surface: actor,
          turn: event.turn,
          text: event.text,
          arrived: null,
          consumedAtMs: null,
        });
        break;
      case 'steer.arrived': {
        const steer = steers.get(rootOf(trace, event, 'steer.sent'));
        if (steer !== undefined) steer.arrived ??= { atMs, outcome: event.outcome };
        break;
      }
      case 'steer.consumed':
        for (const steer of steers.values()) {
          if (steer.turn === turns.get(event.run) && steer.arrived?.outcome === 'kept') steer.consumedAtMs ??= atMs;
        }
        break;
      case 'approval.asked':
        questions.push({
          run: event.run,
          turn: turns.get(event.run) ?? 0,
          name: event.approval,
          askedAtMs: atMs,
          settled: null,
          given: [],
          shown: new Map(),
        });
        break;
      case 'approval.shown': {
        const question = questions.findLast(({ run }) => run === event.run);
        const shown = question?.shown.get(actor) ?? [];
        shown.push({ atMs, isShown: event.isShown });
        question?.shown.set(actor, shown);
        break;
      }
      case 'approval.given': {
        const given: GivenDraft = { surface: actor, atMs, answer: event.answer, arrived: null };
        answers.set(event.id, given);
        openQuestion(event.turn)?.given.push(given);
        break;
      }
      case 'approval.arrived': {
        const given = answers.get(rootOf(trace, event, 'approval.given'));
        if (given !== undefined) given.arrived ??= { atMs, outcome: event.outcome };
        break;
      }
      case 'approval.settled': {
        const question = questions.findLast(({ run }) => run === event.run);
        const by = answers.get(rootOf(trace, event, 'approval.given'))?.surface ?? null;
        if (question !== undefined) question.settled ??= { atMs, answer: event.answer, by };
        break;
      }
      default:
        continue;
    }
    changesAtMs.push(atMs);
  }
  return { prompts, steers: [...steers.values()], questions, changesAtMs };
}

/** The event of a type that led to this one, -1 when none did. */
function rootOf(trace: LaneTrace, event: TraceEvent, type: TraceEvent['type']): EventId {
  let fact: TraceEvent | undefined = event;
  while (fact !== undefined && fact.type !== type)
    fact = fact.causedBy === null ? undefined : trace.events[fact.causedBy];
  return fact?.id ?? -1;
}
