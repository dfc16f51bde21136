/** What lies between the agent and the surfaces of one lane, prepared once: a pipe, a pipe with a buffer, or a log. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose, LaneTrace, RecordKind, TraceEvent } from '../../protocol/trace-event.ts';
import type { AnswerIndex } from './answer-index.ts';
import { indexRides } from './pipe-rides.ts';
import type { RunRides } from './pipe-rides.ts';
import type { ScreenIndex } from './screen-index.ts';

export interface SessionRecord {
  readonly atMs: VirtualMs;
  readonly offset: number;
  readonly record: RecordKind;
}

/** A ride of words that never arrived. */
export interface LostWords {
  readonly atMs: VirtualMs;
  readonly run: number;
  readonly from: number;
  readonly to: number;
}

/** One life of a connection that carries answers, at the surface's end. */
export interface ConnectionLife {
  readonly surface: string;
  readonly purpose: CarryingPurpose;
  readonly openedAtMs: VirtualMs;
  readonly closed: {
    readonly atMs: VirtualMs;
    readonly how: 'end' | 'failed' | 'hung-up';
    readonly event: number;
  } | null;
}

/** What a connection is for that carries answers: `session` ones are there before anything is asked. */
export type CarryingPurpose = Extract<ConnectionPurpose, 'chat' | 'resume' | 'session'>;

export interface ChannelIndex {
  readonly kind: 'pipe' | 'buffered-pipe' | 'session';
  /** The surface that asked, by run: the one whose connection is the pipe. */
  readonly askers: ReadonlyMap<number, string>;
  /** By run: how its words came through that connection. */
  readonly rides: ReadonlyMap<number, RunRides>;
  readonly connections: readonly ConnectionLife[];
  readonly lost: readonly LostWords[];
  readonly records: readonly SessionRecord[];
}

interface LifeDraft {
  readonly surface: string;
  readonly purpose: CarryingPurpose;
  readonly openedAtMs: VirtualMs;
  closed: ConnectionLife['closed'];
}

/** `answers` and `screens` are those of the same trace. */
export function indexChannel(
  trace: LaneTrace,
  answers: readonly AnswerIndex[],
  screens: readonly ScreenIndex[],
): ChannelIndex {
  const askers = new Map<number, string>();
  const askerOfTurn = new Map<number, string>();
  const lives = new Map<number, LifeDraft>();
  const lost: LostWords[] = [];
  const records: SessionRecord[] = [];
  let hasBuffer = false;
  for (const event of trace.events) {
    switch (event.type) {
      case 'prompt.sent':
        askerOfTurn.set(event.turn, event.actor);
        break;
      case 'run.started': {
        const asker = askerOfTurn.get(event.turn);
        if (asker !== undefined) askers.set(event.run, asker);
        break;
      }
      case 'stream-id.saved':
        hasBuffer = true;
        break;
      case 'tokens.lost':
        lost.push(event);
        break;
      case 'record.appended':
        records.push(event);
        break;
      default:
        followConnection(lives, event);
    }
  }
  const kind = records.length > 0 ? 'session' : hasBuffer ? 'buffered-pipe' : 'pipe';
  const rides = indexRides(answers, screens, askers);
  return { kind, askers, rides, connections: [...lives.values()], lost, records };
}

function followConnection(lives: Map<number, LifeDraft>, event: TraceEvent): void {
  if (event.type === 'connection.opening') {
    const { purpose } = event;
    if (purpose !== 'chat' && purpose !== 'resume' && purpose !== 'session') return;
    lives.set(event.connection, {
      surface: event.actor,
      purpose,
      openedAtMs: event.atMs,
      closed: null,
    });
  } else if (event.type === 'connection.closed') {
    const life = lives.get(event.connection);
    if (life !== undefined) life.closed = { atMs: event.atMs, how: event.how, event: event.id };
  }
}
