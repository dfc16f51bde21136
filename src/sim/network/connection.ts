/** One connection between a surface and the far end, as each end and the path between them see it. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose, EventId } from '../../protocol/trace-event.ts';
import type { Packet } from './packet.ts';

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
  /** No packet arrives before an earlier one. */
  lastArrivalAtMs: VirtualMs;
}

export interface Connection {
  readonly id: number;
  readonly surface: string;
  readonly purpose: ConnectionPurpose;
  readonly openedAtMs: VirtualMs;
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

export function createConnection(
  id: number,
  surface: string,
  purpose: ConnectionPurpose,
  nowMs: VirtualMs,
): Connection {
  const lane = (): Direction => ({ flights: [], held: [], lastArrivalAtMs: 0 });
  return {
    id,
    surface,
    purpose,
    openedAtMs: nowMs,
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

/** Both ends are over and nothing is under way: the connection can be forgotten. */
export function isSpent(connection: Connection): boolean {
  const { toSurface, toServer } = connection;
  const isQuiet =
    toSurface.flights.length + toSurface.held.length + toServer.flights.length + toServer.held.length === 0;
  return isQuiet && connection.surfaceEnd === 'closed' && connection.serverEnd !== 'open';
}
