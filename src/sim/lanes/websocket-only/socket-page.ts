/** What a page keeps in its memory, and loses with it. */

import type { EventId } from '../../../protocol/trace-event.ts';
import type { SocketMessage } from './socket-event.ts';

export interface SocketPage {
  connection: number | null;
  /** Tries to open a socket that failed since the last one that opened. */
  failures: number;
  /** The newest prompt that it knows of. */
  turn: number;
  /** The newest run that it was told of since that prompt: what a stop from here names. */
  run: number | null;
  /** Runs that it was told of, and not of their end. */
  readonly underWay: Set<number>;
  /** Messages that wait for a socket that is being opened, with what asked for them. */
  readonly outbox: { readonly message: SocketMessage; readonly cause: EventId }[];
}

export function createSocketPage(): SocketPage {
  return { connection: null, failures: 0, turn: 0, run: null, underWay: new Set(), outbox: [] };
}
