/** Who is told what comes out of the network. */

import type { Connection } from './connection.ts';
import type { ToServerPacket, ToSurfacePacket } from './packet.ts';

export interface NetworkSink {
  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void;
  /** The surface's end is over: `end` looks like a proper end, `failed` is an error. Not called for a hang-up of its own. */
  onSurfaceEnd(connection: Connection, how: 'end' | 'failed', reason: string): void;
  onServerPacket(connection: Connection, packet: ToServerPacket): void;
  /** The far end learns that the surface has gone. */
  onServerEnd(connection: Connection): void;
  /** A connection arrives: who serves it? Nobody when the answer is `refused`. */
  admit(connection: Connection): { readonly process: number | null } | 'refused';
}
