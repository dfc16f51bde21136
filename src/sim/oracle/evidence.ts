/**
 * What the oracle knows, gathered in one pass over a lane's trace and from nothing else: runs with
 * their tokens, surfaces with their screens at the horizon, stops, and the first moments at which
 * something went wrong.
 */

import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';

export interface RunEvidence {
  readonly run: number;
  readonly turn: number;
  readonly startedAtMs: VirtualMs;
  /** When token k was generated, at index k - 1. */
  readonly generatedAtMs: VirtualMs[];
  end: RunEnd;
  endedAtMs: VirtualMs | null;
  /** The event that ended or stalled it. */
  endEvent: EventId | null;
  isStalled: boolean;
  /** The highest token that any surface ever showed, and which were. */
  readonly everShown: Set<number>;
}

export interface SurfaceEvidence {
  readonly name: string;
  status: SurfaceStatus;
  isOpen: boolean;
  /** Faults on its path that have not ended. */
  faults: number;
  lastHealedAtMs: VirtualMs | null;
  /** What is on the screen: tokens of each run, in the order in which they stand there. */
  screen: Map<number, number[]>;
  connections: number;
  lastShownAtMs: VirtualMs | null;
  /** For each run, when each number of tokens was first reached since the last cleared screen. */
  readonly shownMoments: { readonly atMs: VirtualMs; readonly run: number; readonly to: number }[];
  lastEvent: EventId;
  firstDouble: TraceEvent | null;
  firstDisorder: TraceEvent | null;
}

export interface StopEvidence {
  readonly event: Extract<TraceEvent, { readonly type: 'stop.pressed' }>;
}

export interface Evidence {
  readonly events: readonly TraceEvent[];
  readonly runs: readonly RunEvidence[];
  readonly surfaces: ReadonlyMap<string, SurfaceEvidence>;
  readonly stops: readonly StopEvidence[];
  /** Prompts that were sent, newest last. */
  readonly turns: number;
  readonly messages: number;
}

/** Reads `events`; `surfaces` names those that the scenario has, in its order. */
export function gatherEvidence(events: readonly TraceEvent[], surfaces: readonly string[]): Evidence {
  const runs: RunEvidence[] = [];
  const bySurface = new Map(surfaces.map((name) => [name, newSurface(name)]));
  const stops: StopEvidence[] = [];
  let turns = 0;
  let messages = 0;
  for (const event of events) {
    const surface = bySurface.get(event.actor);
    if (surface !== undefined) noteSurface(surface, event);
    switch (event.type) {
      case 'run.started':
        runs.push(newRun(event.run, event.turn, event.atMs));
        break;
      case 'token.generated':
        runs[event.run - 1]?.generatedAtMs.push(event.atMs);
        break;
      case 'run.ended':
      case 'run.stalled':
        noteEnd(runs[event.run - 1], event);
        break;
      case 'tokens.shown':
        messages += event.messages;
        for (let token = event.from; token <= event.to; token += 1) runs[event.run - 1]?.everShown.add(token);
        break;
      case 'message.delivered':
        if (event.kind !== 'load' && event.kind !== 'history' && event.kind !== 'hang-up') messages += 1;
        break;
      case 'prompt.sent':
        turns = event.turn;
        break;
      case 'stop.pressed':
        stops.push({ event });
        break;
      default:
        break;
    }
  }
  return { events, runs, surfaces: bySurface, stops, turns, messages };
}

function newRun(run: number, turn: number, startedAtMs: VirtualMs): RunEvidence {
  return {
    run,
    turn,
    startedAtMs,
    generatedAtMs: [],
    end: 'running',
    endedAtMs: null,
    endEvent: null,
    isStalled: false,
    everShown: new Set(),
  };
}

function noteEnd(
  run: RunEvidence | undefined,
  event: Extract<TraceEvent, { readonly type: 'run.ended' | 'run.stalled' }>,
): void {
  if (run === undefined) return;
  run.endEvent = event.id;
  if (event.type === 'run.stalled') run.isStalled = true;
  else Object.assign(run, { end: event.end, endedAtMs: event.atMs });
}

function newSurface(name: string): SurfaceEvidence {
  return {
    name,
    status: 'closed',
    isOpen: false,
    faults: 0,
    lastHealedAtMs: null,
    screen: new Map(),
    connections: 0,
    lastShownAtMs: null,
    shownMoments: [],
    lastEvent: 0,
    firstDouble: null,
    firstDisorder: null,
  };
}

function noteSurface(surface: SurfaceEvidence, event: TraceEvent): void {
  surface.lastEvent = event.id;
  switch (event.type) {
    case 'surface.opened':
      surface.isOpen = true;
      break;
    case 'surface.closed':
      surface.isOpen = false;
      break;
    case 'status.changed':
      surface.status = event.status;
      break;
    case 'screen.cleared':
      surface.screen = new Map();
      break;
    case 'fault.began':
      surface.faults += 1;
      break;
    case 'fault.ended':
      surface.faults -= 1;
      surface.lastHealedAtMs = event.atMs;
      break;
    case 'connection.opened':
      if (event.purpose !== 'load') surface.connections += 1;
      break;
    case 'tokens.shown':
      noteShown(surface, event);
      break;
    default:
      break;
  }
}

function noteShown(surface: SurfaceEvidence, event: Extract<TraceEvent, { readonly type: 'tokens.shown' }>): void {
  const tokens = surface.screen.get(event.run) ?? [];
  surface.screen.set(event.run, tokens);
  surface.lastShownAtMs = event.atMs;
  const last = tokens.at(-1) ?? 0;
  if (event.from <= last) {
    if (tokens.includes(event.from)) surface.firstDouble ??= event;
    else surface.firstDisorder ??= event;
  }
  for (let token = event.from; token <= event.to; token += 1) tokens.push(token);
  surface.shownMoments.push({ atMs: event.atMs, run: event.run, to: event.to });
}
