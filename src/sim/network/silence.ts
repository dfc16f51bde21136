/**
 * When nobody says that the other end has gone: how long each end waits, what becomes of bytes that
 * nobody takes, and what a path that works again lets go. Sources: `model.md`, table of links; W
 * packetLossBlackhole.
 */

import { launch } from './flights.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Connection } from './connection.ts';
import { announce, recordLoss } from './network-trace.ts';
import type { Network } from './network.ts';
import type { ToSurfacePacket } from './packet.ts';
import { pathCondition } from './path.ts';
import { SERVER_SILENCE_MS, SURFACE_SILENCE_MS } from './tcp-timing.ts';

/** Arms the end's patience: without a sign of life for so long, it takes the connection for dead. */
export function watchSilence(network: Network, connection: Connection, end: 'surface' | 'server'): void {
  const limitMs = end === 'surface' ? SURFACE_SILENCE_MS : SERVER_SILENCE_MS;
  network.scheduleMoment(connection, limitMs, { at: 'deadline', end, quietSinceMs: network.kernel.nowMs });
}

/** The end's patience is over, unless something came meanwhile. */
export function giveUp(
  network: Network,
  connection: Connection,
  end: 'surface' | 'server',
  quietSinceMs: VirtualMs,
): void {
  if (pathCondition(network.path(connection.surface)) === 'up') return;
  if (end === 'surface') {
    if (connection.heardAtMs <= quietSinceMs) network.endSurface(connection, 'failed', 'nothing came for too long');
    return;
  }
  // Bytes that were taken meanwhile, and lost again later, have a patience of their own.
  const waitsSinceMs = connection.deadWriteAtMs ?? connection.firstLostAtMs;
  if (waitsSinceMs !== null && waitsSinceMs <= quietSinceMs)
    network.serverLearns(connection, 'writes were never acknowledged');
}

/** What was held in a silent path goes on its way, in order; `release` guards against a plan that was overtaken. */
export function releaseHeld(network: Network, connection: Connection, release: number): void {
  if (connection.release !== release) return;
  connection.firstLostAtMs = null;
  for (const direction of [connection.toSurface, connection.toServer]) {
    for (const flight of direction.held.splice(0)) launch(network, connection, direction, flight);
  }
}

/** The surface has gone without a word: the bytes are lost, and the answer to them tells the far end, once the path works. */
export function writeIntoTheVoid(network: Network, connection: Connection, packet: ToSurfacePacket): void {
  const { kernel } = network;
  const path = network.path(connection.surface);
  const { message } = announce(network, connection, connection.toSurface, packet);
  recordLoss(kernel, connection, packet, message, connection.surface);
  if (connection.isServerToldLater || connection.deadWriteAtMs !== null) return;
  connection.deadWriteAtMs = kernel.nowMs;
  if (pathCondition(path) === 'up') {
    connection.isServerToldLater = true;
    network.scheduleMoment(connection, 2 * path.latencyMs, { at: 'server', reason: 'a write was refused' });
  } else {
    watchSilence(network, connection, 'server');
  }
}
