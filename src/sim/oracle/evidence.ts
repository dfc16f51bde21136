/**
 * What the oracle knows, gathered in one pass over a lane's trace and from nothing else: runs with
 * their words, surfaces with their screens at the horizon, the session's log, and the moments at
 * which something may have gone wrong.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { noteRun, startRun } from './answer-evidence.ts';
import type { AnswerEvidence, RunEvidence } from './answer-evidence.ts';
import type { EventOf } from './event-of.ts';
import { newSurface, noteSurface } from './surface-evidence.ts';
import type { SurfaceEvidence } from './surface-evidence.ts';

export interface Evidence {
  readonly events: readonly TraceEvent[];
  readonly runs: readonly RunEvidence[];
  readonly answers: readonly AnswerEvidence[];
  readonly surfaces: ReadonlyMap<string, SurfaceEvidence>;
  /** The number of the newest prompt that was sent. */
  readonly turns: number;
  /** Whether the newest message with a prompt was not lost. */
  readonly isPromptUnderWay: boolean;
  readonly stops: readonly EventOf<'stop.pressed'>[];
  readonly retries: readonly EventOf<'retry.pressed'>[];
  /** Stops that reached somebody, and disconnects that were noticed. */
  readonly arrivals: readonly EventOf<'stop.arrived' | 'connection.noticed'>[];
  readonly effects: readonly EventOf<'effect.applied'>[];
  readonly catchUps: readonly EventOf<'catch-up.received'>[];
  readonly writes: readonly EventOf<'write.refused' | 'write.usurped'>[];
  /** Runs that the session's log says began, and those that it says ended. */
  readonly log: { readonly began: ReadonlySet<number>; readonly ended: ReadonlySet<number> };
  /** Every beginning and end of an outage of the session layer. */
  readonly outages: readonly EventOf<'outage.began' | 'outage.ended'>[];
}

/** What is gathered, while it grows. */
interface Draft extends Evidence {
  readonly runs: RunEvidence[];
  readonly answers: AnswerEvidence[];
  turns: number;
  isPromptUnderWay: boolean;
  readonly stops: EventOf<'stop.pressed'>[];
  readonly retries: EventOf<'retry.pressed'>[];
  readonly arrivals: EventOf<'stop.arrived' | 'connection.noticed'>[];
  readonly effects: EventOf<'effect.applied'>[];
  readonly catchUps: EventOf<'catch-up.received'>[];
  readonly writes: EventOf<'write.refused' | 'write.usurped'>[];
  readonly log: { readonly began: Set<number>; readonly ended: Set<number> };
  readonly outages: EventOf<'outage.began' | 'outage.ended'>[];
}

/** Reads `events`; `onEvent` sees what is known after each. `surfaces` names those that the scenario has, in its order. */
export function gatherEvidence(
  events: readonly TraceEvent[],
  surfaces: readonly string[],
  onEvent: ((event: TraceEvent, evidence: Evidence) => void) | null = null,
): Evidence {
  const bySurface = new Map(surfaces.map((name) => [name, newSurface(name)]));
  const evidence: Draft = {
    events,
    runs: [],
    answers: [],
    surfaces: bySurface,
    turns: 0,
    isPromptUnderWay: false,
    stops: [],
    retries: [],
    arrivals: [],
    effects: [],
    catchUps: [],
    writes: [],
    log: { began: new Set<number>(), ended: new Set<number>() },
    outages: [],
  };
  for (const event of events) {
    const surface = bySurface.get(event.actor);
    if (surface !== undefined) noteSurface(surface, event, evidence.runs);
    note(evidence, event);
    onEvent?.(event, evidence);
  }
  return evidence;
}

/** Notes what is not a surface’s own. */
function note(evidence: Draft, event: TraceEvent): void {
  const { runs, answers, log } = evidence;
  switch (event.type) {
    case 'run.started':
      startRun(runs, answers, event);
      break;
    case 'run.adopted':
    case 'token.generated':
    case 'run.aborting':
    case 'run.stalled':
    case 'run.ended': {
      const run = runs[event.run - 1];
      if (run !== undefined) noteRun(run, event);
      break;
    }
    case 'prompt.sent':
      evidence.turns = event.turn;
      evidence.isPromptUnderWay = true;
      break;
    case 'message.sent':
    case 'message.lost':
      if (event.kind === 'prompt') evidence.isPromptUnderWay = event.type === 'message.sent';
      break;
    case 'stop.pressed':
      evidence.stops.push(event);
      break;
    case 'retry.pressed':
      evidence.retries.push(event);
      break;
    case 'stop.arrived':
    case 'connection.noticed':
      evidence.arrivals.push(event);
      break;
    case 'effect.applied':
      evidence.effects.push(event);
      break;
    case 'catch-up.received':
      evidence.catchUps.push(event);
      break;
    case 'write.refused':
    case 'write.usurped':
      evidence.writes.push(event);
      break;
    case 'record.appended':
      if (event.run !== null && event.record === 'run-start') log.began.add(event.run);
      if (event.run !== null && event.record === 'run-end') log.ended.add(event.run);
      break;
    case 'outage.began':
    case 'outage.ended':
      evidence.outages.push(event);
      break;
    default:
      break;
  }
}

/** Surfaces that are open and awake at the horizon, over a path that works to a far end that is there. */
export function presentSurfaces({ surfaces, outages }: Evidence): readonly SurfaceEvidence[] {
  if (outages.at(-1)?.type === 'outage.began') return [];
  return [...surfaces.values()].filter(({ isOpen, faults, sleeps }) => isOpen && faults === 0 && sleeps === 0);
}

/** When the session layer came back for the last time, 0 when it was never out. */
export function backAtMs({ outages }: Evidence): VirtualMs {
  return outages.at(-1)?.atMs ?? 0;
}

/** The answers to the newest prompt that anybody works or worked on, one for each agent. */
export function lastAnswers({ answers }: Evidence): readonly AnswerEvidence[] {
  const turn = Math.max(0, ...answers.map((answer) => answer.turn));
  return answers.filter((answer) => answer.turn === turn);
}
