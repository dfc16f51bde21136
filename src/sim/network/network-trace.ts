/** What the trace tells of packets: control messages one by one, tokens when they are lost. */

import type { EventId } from '../../protocol/trace-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Connection, Direction } from './connection.ts';
import type { Network } from './network.ts';
import { messageKindOf } from './packet.ts';
import type { Packet } from './packet.ts';

/** Records that a packet was sent; gives its message number, and the fact that its arrival will be caused by. */
export function announce(
  { kernel, state }: Network,
  connection: Connection,
  direction: Direction,
  packet: Packet,
): { readonly message: number | null; readonly cause: EventId | null } {
  const kind = messageKindOf(packet);
  if (kind === null) return { message: null, cause: kernel.cause };
  state.lastMessage += 1;
  const message = state.lastMessage;
  const isToSurface = direction === connection.toSurface;
  const cause = kernel.record({
    type: 'message.sent',
    actor: isToSurface ? 'server' : connection.surface,
    message,
    kind,
    to: isToSurface ? connection.surface : 'server',
    connection: connection.id,
  });
  return { message, cause };
}

/** Records that a message arrived; what it leads to is caused by that. */
export function recordDelivery(
  kernel: Kernel,
  connection: Connection,
  toward: 'surface' | 'server',
  packet: Packet,
  message: number,
): void {
  const kind = messageKindOf(packet);
  if (kind === null) return;
  const [actor, from] = toward === 'surface' ? [connection.surface, 'server'] : ['server', connection.surface];
  kernel.cause = kernel.record({ type: 'message.delivered', actor, message, kind, from, connection: connection.id });
}

/** Records that a packet will never arrive, and which tokens were in it. */
export function recordLoss(
  kernel: Kernel,
  connection: Connection,
  packet: Packet,
  message: number | null,
  to: string,
): void {
  const { surface, id } = connection;
  const kind = messageKindOf(packet);
  if (kind !== null && message !== null) {
    kernel.record({ type: 'message.lost', actor: 'network', message, kind, to, connection: id });
  }
  if (packet.kind === 'tokens') {
    kernel.record({
      type: 'tokens.lost',
      actor: surface,
      run: packet.run,
      from: packet.from,
      to: packet.to,
      connection: id,
    });
  } else if (packet.kind === 'records') {
    for (const { record, run, from, to: last } of packet.records) {
      if (record !== 'output' || run === null) continue;
      kernel.record({ type: 'tokens.lost', actor: surface, run, from, to: last, connection: id });
    }
  }
}
