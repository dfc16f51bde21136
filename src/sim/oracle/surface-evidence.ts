/** What a surface showed, was told and had to live through. */

import { assertPresent } from '../../base/assert.ts';
import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose, EventId, TraceEvent } from '../../protocol/trace-event.ts';
import type { AnswerEvidence, RunEvidence } from './answer-evidence.ts';
import type { EventOf } from './event-of.ts';
import { emptyScreen, putOnScreen, takeOffScreen } from './screen.ts';
import type { AnswerOnScreen } from './screen.ts';

export interface SurfaceEvidence {
  readonly name: string;
  status: SurfaceStatus;
  isOpen: boolean;
  /** Sleeps that have not ended. */
  sleeps: number;
  /** Faults on its path that have not ended, and every beginning and end of one. */
  faults: number;
  readonly faultMoments: EventOf<'fault.began' | 'fault.ended'>[];
  /** Since when it is as it is: opened, loaded, awake, its path working. */
  settledAtMs: VirtualMs;
  screen: Map<AnswerEvidence, AnswerOnScreen>;
  /** What changed the screen, in order. */
  readonly screenMoments: ScreenMoment[];
  /** What the page was told of each run since it was loaded; an end tells of the beginning too. */
  learned: Map<number, { readonly end: RunEnd | null }>;
  readonly lost: EventOf<'tokens.lost'>[];
  connections: number;
  /** Connections that carry answers and whose end at the surface is open. */
  readonly reading: Set<number>;
  lastEvent: EventId;
  firstDouble: TraceEvent | null;
  firstDisorder: TraceEvent | null;
}

export type ScreenMoment = EventOf<'tokens.shown' | 'answer.discarded' | 'screen.cleared'>;

const READING: ReadonlySet<ConnectionPurpose> = new Set<ConnectionPurpose>(['chat', 'resume', 'session']);

export function newSurface(name: string): SurfaceEvidence {
  return {
    name,
    status: 'closed',
    isOpen: false,
    sleeps: 0,
    faults: 0,
    faultMoments: [],
    settledAtMs: 0,
    screen: new Map(),
    screenMoments: [],
    learned: new Map(),
    lost: [],
    connections: 0,
    reading: new Set(),
    lastEvent: 0,
    firstDouble: null,
    firstDisorder: null,
  };
}

/** Notes an event that happened at the surface; `runs` are all that began so far. */
export function noteSurface(surface: SurfaceEvidence, event: TraceEvent, runs: readonly RunEvidence[]): void {
  surface.lastEvent = event.id;
  switch (event.type) {
    case 'surface.opened':
      surface.isOpen = true;
      surface.settledAtMs = event.atMs;
      return;
    case 'surface.closed':
      surface.isOpen = false;
      return;
    case 'surface.slept':
      surface.sleeps += 1;
      return;
    case 'surface.woke':
      surface.sleeps -= 1;
      surface.settledAtMs = event.atMs;
      return;
    case 'status.changed':
      surface.status = event.status;
      return;
    case 'fault.began':
    case 'fault.ended':
      surface.faults += event.type === 'fault.began' ? 1 : -1;
      surface.faultMoments.push(event);
      surface.settledAtMs = event.atMs;
      return;
    case 'connection.opened':
      if (event.purpose !== 'load') surface.connections += 1;
      if (READING.has(event.purpose)) surface.reading.add(event.connection);
      return;
    case 'connection.closed':
      surface.reading.delete(event.connection);
      return;
    case 'tokens.lost':
      surface.lost.push(event);
      return;
    case 'run.learned':
      surface.learned.set(event.run, { end: event.end });
      return;
    case 'screen.cleared':
      surface.screen = new Map();
      surface.learned = new Map();
      surface.settledAtMs = event.atMs;
      surface.screenMoments.push(event);
      return;
    case 'answer.discarded':
      discard(surface, event, runOf(runs, event.run));
      return;
    case 'tokens.shown':
      show(surface, event, runOf(runs, event.run));
      return;
    default:
  }
}

function runOf(runs: readonly RunEvidence[], run: number): RunEvidence {
  return assertPresent(runs[run - 1], `the trace shows words of run ${run}, which never began`);
}

function discard(surface: SurfaceEvidence, event: EventOf<'answer.discarded'>, withdrawn: RunEvidence): void {
  const { answer, run } = withdrawn;
  const screen = surface.screen.get(answer);
  if (screen !== undefined) surface.screen.set(answer, takeOffScreen(screen, run));
  withdrawn.isWithdrawn = true;
  surface.screenMoments.push(event);
}

function show(surface: SurfaceEvidence, event: EventOf<'tokens.shown'>, run: RunEvidence): void {
  const screen = surface.screen.get(run.answer) ?? emptyScreen();
  surface.screen.set(run.answer, screen);
  surface.screenMoments.push(event);
  const { isDouble, isEarlier } = putOnScreen(screen, event);
  if (isDouble) surface.firstDouble ??= event;
  if (isEarlier) surface.firstDisorder ??= event;
  for (let token = event.from; token <= event.to; token += 1) {
    if (run.seen[token - 1] === true) continue;
    run.seen[token - 1] = true;
    run.seenWords += 1;
  }
}
