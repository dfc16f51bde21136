/**
 * The open sockets of the chat, in the memory of the processes that hold them. A frame goes to who is
 * there; nothing is kept for who is not. Source: F2.8 (broadcasts to all sockets); F1.1.
 */

import type { VirtualMs } from '../../../protocol/time.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { SocketEvent } from './socket-event.ts';
import type { WebsocketOnlyOptions } from './websocket-only-options.ts';

/** By connection, in the order in which they joined. */
export type Sockets = Map<number, { readonly process: number; sentAtMs: VirtualMs }>;

export class Room {
  readonly #world: LaneWorld;
  readonly #sockets: Sockets;
  readonly #options: WebsocketOnlyOptions;

  constructor(world: LaneWorld, sockets: Sockets, options: WebsocketOnlyOptions) {
    this.#world = world;
    this.#sockets = sockets;
    this.#options = options;
  }

  join(connection: Connection, process: number): void {
    this.#sockets.set(connection.id, { process, sentAtMs: this.#world.kernel.nowMs });
    this.#scheduleBeat(connection.id, process, this.#options.heartbeatMs);
  }

  leave(connection: number): void {
    this.#sockets.delete(connection);
  }

  /** What a process holds goes with it. */
  forget(process: number): void {
    for (const [id, socket] of this.#sockets) if (socket.process === process) this.#sockets.delete(id);
  }

  /** Sends from `process` to every socket of the room; one in another process is only in it by the backplane. */
  push(process: number, packet: ToSurfacePacket): void {
    this.deliver(process, packet);
    if (!this.#options.backplane) return;
    const others = new Set([...this.#sockets.values()].map((socket) => socket.process));
    others.delete(process);
    for (const other of others) {
      const event: SocketEvent = { type: 'frame.relayed', for: other, packet };
      this.#world.kernel.schedule(this.#options.backplaneHopMs, 'delivery', { kind: 'lane', event });
    }
  }

  /** Sends to every socket that `process` holds. */
  deliver(process: number, packet: ToSurfacePacket): void {
    for (const [id, socket] of this.#sockets) if (socket.process === process) this.send(id, packet);
  }

  /** Sends to one socket; nothing happens when it has gone. */
  send(id: number, packet: ToSurfacePacket): void {
    const socket = this.#sockets.get(id);
    const connection = this.#world.network.connection(id);
    if (socket === undefined || connection === undefined) return;
    socket.sentAtMs = this.#world.kernel.nowMs;
    this.#world.network.sendToSurface(connection, packet);
  }

  /** A quiet socket gets a sign of life. */
  beat(id: number): void {
    const socket = this.#sockets.get(id);
    if (socket === undefined) return;
    const { heartbeatMs } = this.#options;
    const quietMs = this.#world.kernel.nowMs - socket.sentAtMs;
    if (quietMs >= heartbeatMs) this.send(id, { kind: 'heartbeat' });
    this.#scheduleBeat(id, socket.process, quietMs >= heartbeatMs ? heartbeatMs : heartbeatMs - quietMs);
  }

  #scheduleBeat(connection: number, process: number, delayMs: VirtualMs): void {
    const event: SocketEvent = { type: 'heartbeat.due', for: process, connection };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }
}
