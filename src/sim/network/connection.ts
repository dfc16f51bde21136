/** One connection between a surface and the far end, as each end and the path between them see it. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose, EventId } from '../../protocol/trace-event.ts';
import type { Packet, ToServerPacket } from './packet.ts';

/** A packet under way. `cause` is the fact that it was sent for, `message` its number if the trace tells it. */
export interface Flight {
  readonly id: number;
  readonly packet: Packet;
  readonly cause: EventId | null;
  readonly message: number | null;
  readonly arriveAtMs: VirtualMs;
}

export interface Direction {
  /** Under way, in order of arrival. */
  readonly flights: Flight[];
  /** Sent into a silent path: to be sent again, in order. */
  readonly held: Flight[];
  /** Kept back by a proxy that buffers, in order. */
  readonly buffered: Omit<Flight, 'arriveAtMs'>[];
  /** No packet arrives before an earlier one. */
  lastArrivalAtMs: VirtualMs;
}

/** What a connection speaks: HTTP takes one of the browser's places and can be buffered on the way, a WebSocket neither. */
export type Transport = 'http' | 'websocket';

export interface Connection {
  readonly id: number;
  readonly surface: string;
  readonly purpose: ConnectionPurpose;
  readonly transport: Transport;
  /** The first packet, while it waits for one of the browser's places; `null` once it is under way. */
  waiting: ToServerPacket | null;
  /** The process that serves it; `null` before it arrives, and where no process does. */
  process: number | null;
  /** What has passed the proxy in the middle, either way; `null` before the first packet does. */
  passed: Passage | null;
  /** When the proxy looks at it next, for each of its limits. */
  readonly looks: Record<'idle-timeout' | 'duration-cap', VirtualMs | null>;
  /** Nothing passes the middle any more. */
  isCut: boolean;
  /** Packets and ends that arrived and were not taken yet, since the surface is frozen or the process stands still. */
  untaken: number;
  surfaceEnd: 'open' | 'closed';
  /** `unborn` until the request arrives, `open` while the far end believes in it, `done` once it has sent all. */
  serverEnd: 'unborn' | 'open' | 'done' | 'closed';
  readonly toSurface: Direction;
  readonly toServer: Direction;
  heardAtMs: VirtualMs;
  /** When the first byte was lost to a silent path, `null` when none is. */
  firstLostAtMs: VirtualMs | null;
  /** Grows whenever the plan to send held packets again changes. */
  release: number;
  /** The first write into a path whose surface has gone without a word. */
  deadWriteAtMs: VirtualMs | null;
  isServerToldLater: boolean;
}

export interface Passage {
  readonly firstAtMs: VirtualMs;
  readonly lastAtMs: VirtualMs;
  /** When the first of the answer passed. */
  readonly answeredAtMs: VirtualMs | null;
}

export function createConnection(
  id: number,
  surface: string,
  purpose: ConnectionPurpose,
  transport: Transport,
  nowMs: VirtualMs,
): Connection {
  const lane = (): Direction => ({ flights: [], held: [], buffered: [], lastArrivalAtMs: 0 });
  return {
    id,
    surface,
    purpose,
    transport,
    waiting: null,
    process: null,
    passed: null,
    looks: { 'idle-timeout': null, 'duration-cap': null },
    isCut: false,
    untaken: 0,
    surfaceEnd: 'open',
    serverEnd: 'unborn',
    toSurface: lane(),
    toServer: lane(),
    heardAtMs: nowMs,
    firstLostAtMs: null,
    release: 0,
    deadWriteAtMs: null,
    isServerToldLater: false,
  };
}

/** Something passes the middle at `atMs`; `isAnswer` when it is part of the answer and goes on from there. */
export function notePassage(connection: Connection, atMs: VirtualMs, isAnswer: boolean): void {
  const { passed } = connection;
  connection.passed = {
    firstAtMs: passed?.firstAtMs ?? atMs,
    lastAtMs: Math.max(passed?.lastAtMs ?? 0, atMs),
    answeredAtMs: passed?.answeredAtMs ?? (isAnswer ? atMs : null),
  };
}

/** Both ends are over, nothing is under way and all is taken: the connection can be forgotten. */
export function isSpent(connection: Connection): boolean {
  // Asked after every packet: what is nearly always so comes first.
  if (connection.surfaceEnd === 'open' || connection.serverEnd === 'open') return false;
  return connection.untaken === 0 && isQuiet(connection.toSurface) && isQuiet(connection.toServer);
}

function isQuiet({ flights, held, buffered }: Direction): boolean {
  return flights.length + held.length + buffered.length === 0;
}
