/**
 * How a connection begins: it may have to wait for a place in the browser, and it fails at once
 * where there is no network.
 */

import type { ConnectionPurpose } from '../../protocol/trace-event.ts';
import { hasPlace, hasPlaceAtOnce, offerPlace } from './browser-pool.ts';
import { createConnection } from './connection.ts';
import type { Connection, Transport } from './connection.ts';
import type { Network } from './network.ts';
import type { ToServerPacket } from './packet.ts';
import { nearHalfMs, pathCondition } from './path.ts';
import { watchConnection } from './proxy.ts';
import { PAGE_START_MS } from './tcp-timing.ts';

/** Opens a connection with its first packet; returns its number. */
export function openConnection(
  network: Network,
  surface: string,
  purpose: ConnectionPurpose,
  packet: ToServerPacket,
  transport: Transport,
): number {
  const { state, kernel } = network;
  state.lastConnection += 1;
  const id = state.lastConnection;
  const connection = createConnection(id, surface, purpose, transport, kernel.nowMs);
  const begins = transport === 'websocket' || hasPlaceAtOnce(network, surface);
  state.connections.set(id, connection);
  const opening = kernel.record({ type: 'connection.opening', actor: surface, connection: id, purpose });
  kernel.because(opening, () => {
    if (begins) return begin(network, connection, packet);
    connection.waiting = packet;
    kernel.record({ type: 'connection.waiting', actor: surface, connection: id, purpose });
  });
  return id;
}

/** A request that waited begins, if its browser has a place for it; so may the next one. */
export function takePlace(network: Network, connection: Connection): void {
  const { waiting, surface } = connection;
  if (waiting === null || !hasPlace(network, surface)) return;
  connection.waiting = null;
  begin(network, connection, waiting);
  offerPlace(network, surface);
}

function begin(network: Network, connection: Connection, packet: ToServerPacket): void {
  const path = network.path(connection.surface);
  switch (pathCondition(path)) {
    case 'offline':
      return network.scheduleMoment(connection, 0, { at: 'surface', how: 'failed', reason: 'no network' });
    case 'refusing': {
      const reason = 'refused on the way';
      return network.scheduleMoment(connection, 2 * nearHalfMs(path), { at: 'surface', how: 'failed', reason });
    }
    default:
      network.send(connection, connection.toServer, packet, packet.kind === 'load' ? PAGE_START_MS : 0);
      watchConnection(network, connection);
  }
}
