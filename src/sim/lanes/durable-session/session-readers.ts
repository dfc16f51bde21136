/**
 * Those who read a session: who is told of each record, how one that comes catches up, and what
 * becomes of one that is too slow. Sources: `model.md`, durable-session; F1.6, F2.7, F2.8; W D1, D1s,
 * D2.
 */

import type { VirtualMs } from '../../../protocol/time.ts';
import type { Connection } from '../../network/connection.ts';
import type { SessionRecord, ToServerPacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import { accumulate } from './accumulate.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import type { SessionLog } from './session-log.ts';

/** A second, in which so many live records may go to one surface. */
const RATE_WINDOW_MS = 1_000;

interface Reader {
  readonly surface: string;
  /** A poll is answered once; others are told of everything until they go. */
  readonly isPoll: boolean;
  sentAtMs: VirtualMs;
  windowFromMs: VirtualMs;
  sentInWindow: number;
  /** The first offset that was dropped in this window, `null` when none was. */
  droppedFrom: number | null;
}

export interface ReadersState {
  readonly readers: Map<number, Reader>;
  /** The last offset sent to each surface: what the session counts as read. */
  readonly cursors: Map<string, number>;
}

type Attach = Extract<ToServerPacket, { readonly kind: 'attach' | 'poll' }>;

export class SessionReaders {
  readonly #world: LaneWorld;
  readonly #state: ReadersState;
  readonly #options: DurableOptions;
  readonly #log: SessionLog;

  constructor(world: LaneWorld, state: ReadersState, options: DurableOptions, log: SessionLog) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
    this.#log = log;
  }

  /** Subscribes first, then gives what was missed up to this moment: no record falls between the two. */
  attach(connection: Connection, packet: Attach): void {
    const { kernel } = this.#world;
    const isPoll = packet.kind === 'poll';
    const { surface } = connection;
    const known = this.#state.readers.get(connection.id);
    if (known === undefined && !this.#takeOver(connection)) return;
    const { nowMs } = kernel;
    const fresh = { surface, isPoll, sentAtMs: nowMs, windowFromMs: nowMs, sentInWindow: 0, droppedFrom: null };
    const reader = known ?? fresh;
    Object.assign(reader, { droppedFrom: null, windowFromMs: nowMs, sentInWindow: 0 });
    this.#state.readers.set(connection.id, reader);
    if (known === undefined)
      this.#schedule(this.#options.heartbeatMs, isPoll ? 'poll.over' : 'heartbeat.due', connection);
    const caughtUp = this.#catchUp(connection, packet);
    if (isPoll && caughtUp) this.#state.readers.delete(connection.id);
  }

  /** The accumulated state, once. */
  read(connection: Connection): void {
    const records = accumulate(this.#log.since(0));
    this.#world.network.respond(connection, { kind: 'attached', catchUp: 'state', records, upTo: this.#last() });
  }

  onReaderGone(connection: number): void {
    this.#state.readers.delete(connection);
  }

  /** The session layer is out: nobody reads any more. */
  dropAll(): void {
    this.#state.readers.clear();
  }

  /** Hands a new record to everyone who reads. */
  tell(record: SessionRecord): void {
    const { network } = this.#world;
    for (const [id, reader] of this.#state.readers) {
      const connection = network.connection(id);
      if (connection === undefined) continue;
      if (reader.isPoll) {
        this.#state.readers.delete(id);
        this.#noteSent(reader, record.offset);
        network.respond(connection, { kind: 'records', records: [record], via: 'live' });
      } else if (this.#hasRoom(connection, reader, record)) {
        this.#noteSent(reader, record.offset);
        network.sendToSurface(connection, { kind: 'records', records: [record], via: 'live' });
      }
    }
  }

  /** Something that is not in the log, for everyone who is there now. */
  mention(packet: { readonly kind: 'presence'; readonly who: string; readonly isPresent: boolean }): void {
    for (const [id, { isPoll }] of this.#state.readers) {
      const connection = this.#world.network.connection(id);
      if (connection !== undefined && !isPoll) this.#world.network.sendToSurface(connection, packet);
    }
  }

  /** A quiet connection gets a sign of life. */
  beat(id: number): void {
    const { kernel, network } = this.#world;
    const reader = this.#state.readers.get(id);
    const connection = network.connection(id);
    if (reader === undefined || connection === undefined) return;
    const quietMs = kernel.nowMs - reader.sentAtMs;
    const isDue = quietMs >= this.#options.heartbeatMs;
    if (isDue) {
      network.sendToSurface(connection, { kind: 'heartbeat' });
      reader.sentAtMs = kernel.nowMs;
    }
    this.#schedule(
      isDue ? this.#options.heartbeatMs : this.#options.heartbeatMs - quietMs,
      'heartbeat.due',
      connection,
    );
  }

  /** A poll that waited long enough is answered with nothing. */
  endPoll(id: number): void {
    const connection = this.#world.network.connection(id);
    if (!this.#state.readers.delete(id) || connection === undefined) return;
    this.#world.network.respond(connection, { kind: 'records', records: [], via: 'live' });
  }

  /** The second in which records were dropped is over: the reader is told that there is a hole. */
  endWindow(id: number): void {
    const reader = this.#state.readers.get(id);
    const connection = this.#world.network.connection(id);
    if (connection === undefined || reader === undefined || reader.droppedFrom === null) return;
    this.#world.network.sendToSurface(connection, { kind: 'continuity-lost' });
  }

  #catchUp(connection: Connection, packet: Attach): boolean {
    const { network } = this.#world;
    const isPoll = packet.kind === 'poll';
    const upTo = this.#last();
    // An empty log has nothing to give to a poll but the wait.
    if (isPoll && packet.waits && upTo === null) return false;
    const after = this.#readUpTo(connection.surface, packet);
    const isWithin = after !== null && packet.awayMs <= this.#options.resumeWindowMs && after + 1 >= this.#log.oldest();
    const isState = packet.kind === 'attach' && (packet.catchUp === 'state' || packet.catchUp === 'now');
    if (isWithin && !isState) {
      const missed = this.#log.since(after + 1);
      if (isPoll) {
        if (missed.length === 0 && packet.waits) return false;
        network.respond(connection, { kind: 'attached', catchUp: 'records', records: missed, upTo });
      } else {
        network.sendToSurface(connection, { kind: 'attached', catchUp: 'records', records: missed, upTo });
      }
    } else {
      const isNow = packet.kind === 'attach' && packet.catchUp === 'now';
      const records = isNow ? [] : accumulate(this.#log.since(0));
      const answer = { kind: 'attached', catchUp: 'state', records, upTo } as const;
      if (isPoll) network.respond(connection, answer);
      else network.sendToSurface(connection, answer);
    }
    if (upTo !== null) this.#state.cursors.set(connection.surface, upTo);
    return true;
  }

  /** Up to where a surface has read: by its own word, or by what the session has sent it. */
  #readUpTo(surface: string, packet: Attach): number | null {
    const { after } = packet;
    if (after === null || this.#options.cursor === 'surface') return after;
    if (packet.kind === 'attach' && packet.catchUp === 'from') return after;
    return Math.max(after, this.#state.cursors.get(surface) ?? -1);
  }

  #hasRoom(connection: Connection, reader: Reader, { offset }: SessionRecord): boolean {
    const { kernel } = this.#world;
    if (kernel.nowMs - reader.windowFromMs >= RATE_WINDOW_MS && reader.droppedFrom === null) {
      reader.windowFromMs = kernel.nowMs;
      reader.sentInWindow = 0;
    }
    reader.sentInWindow += 1;
    if (reader.sentInWindow <= this.#options.rateLimitPerSecond && reader.droppedFrom === null) return true;
    if (reader.droppedFrom === null) {
      reader.droppedFrom = offset;
      const { surface } = reader;
      kernel.record({ type: 'continuity.lost', actor: 'session', surface, offset });
      this.#schedule(Math.max(0, reader.windowFromMs + RATE_WINDOW_MS - kernel.nowMs), 'rate.window-over', connection);
    }
    return false;
  }

  /** A surface has one link: a new one takes the place of those that it left without a word, a late one of none. */
  #takeOver(connection: Connection): boolean {
    for (const [id, { surface }] of this.#state.readers) {
      const other = this.#world.network.connection(id);
      if (surface !== connection.surface || other === undefined) continue;
      if (id > connection.id) return false;
      this.#state.readers.delete(id);
      this.#world.network.abandon(other);
    }
    return true;
  }

  #noteSent(reader: Reader, offset: number): void {
    reader.sentAtMs = this.#world.kernel.nowMs;
    this.#state.cursors.set(reader.surface, offset);
  }

  #last(): number | null {
    return this.#log.tail === 0 ? null : this.#log.tail - 1;
  }

  #schedule(delayMs: VirtualMs, type: 'heartbeat.due' | 'poll.over' | 'rate.window-over', { id }: Connection): void {
    const event: SessionEvent = { type, connection: id };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }
}
