/** What this lane puts into the queue: signs of life, and what goes from one process to another over the backplane. */

import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';

/** A message from a page that is not for the connection itself. */
export type SocketMessage = Extract<ToServerPacket, { readonly kind: 'publish' }>;

/** Who sent a message, so that it can be answered on the same socket. */
export interface Sender {
  readonly connection: number;
  readonly surface: string;
}

export type SocketEvent = LaneEvent &
  (
    | { readonly type: 'silence.check'; readonly surface: string; readonly connection: number }
    /** What is `for` a process waits while that stands still. */
    | { readonly type: 'heartbeat.due'; readonly for: number; readonly connection: number }
    | { readonly type: 'frame.relayed'; readonly for: number; readonly packet: ToSurfacePacket }
    | {
        readonly type: 'message.relayed';
        readonly for: number;
        readonly sender: Sender;
        readonly message: SocketMessage;
      }
  );
