/**
 * What a fault does to the connections on a path, and what its end does. The rows of the table of
 * links in `model.md`, one function each.
 */

import { loseFlights } from './flights.ts';
import type { DropForm } from '../../protocol/fault.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { assertNever } from '../../base/assert.ts';
import type { Connection } from './connection.ts';
import type { Network } from './network.ts';
import { farHalfMs, nearHalfMs, pathCondition } from './path.ts';
import { watchSilence } from './silence.ts';
import { connectedAtMs, retransmittedAtMs } from './tcp-timing.ts';

/** Begins a fault on the path of `surface`; `forMs` is `null` for one that never ends. */
export function beginFault(
  network: Network,
  surface: string,
  index: number,
  how: DropForm,
  forMs: VirtualMs | null,
): void {
  const { kernel } = network;
  const began = kernel.record({ type: 'fault.began', actor: surface, scriptIndex: index, how, forMs });
  network.path(surface).faults.push({ index, how, beganAtMs: kernel.nowMs });
  kernel.because(began, () => {
    for (const connection of network.connectionsOf(surface)) breakConnection(network, connection, how);
    if (forMs !== null) kernel.schedule(forMs, 'fault', { kind: 'fault.end', surface, index });
  });
}

/** Ends a fault; returns its form when the path works again, which it does once no other fault is left. */
export function endFault(network: Network, surface: string, index: number): DropForm | null {
  const { kernel } = network;
  const path = network.path(surface);
  const at = path.faults.findIndex((fault) => fault.index === index);
  const [ended] = path.faults.splice(at, 1);
  if (ended === undefined) return null;
  kernel.cause = kernel.record({ type: 'fault.ended', actor: surface, scriptIndex: index, how: ended.how });
  if (pathCondition(path) !== 'up') return null;
  for (const connection of network.connectionsOf(surface)) healConnection(network, connection);
  return ended.how;
}

function breakConnection(network: Network, connection: Connection, how: DropForm): void {
  // A request that waits in the browser has nothing on the path yet; only the browser itself can end it.
  if (connection.waiting !== null) {
    if (how === 'offline') network.endSurface(connection, 'failed', 'no network');
    return;
  }
  switch (how) {
    case 'close':
      return closeInTheMiddle(network, connection);
    case 'reset':
      return resetInTheMiddle(network, connection);
    case 'offline':
      return takeOffline(network, connection);
    case 'silent':
      return silence(network, connection);
    default:
      assertNever(how);
  }
}

/** Ended properly: what is past the break arrives, then a normal end; the rest is lost. */
export function closeInTheMiddle(network: Network, connection: Connection): void {
  const { nowMs } = network.kernel;
  const path = network.path(connection.surface);
  const nearMs = nearHalfMs(path);
  loseFlights(
    network,
    connection,
    connection.toSurface,
    (flight) => flight.arriveAtMs - nearMs > nowMs || flight.arriveAtMs === 0,
  );
  if (connection.surfaceEnd === 'open') {
    network.scheduleMoment(connection, nearMs, { at: 'surface', how: 'end', reason: 'ended on the way' });
  }
  cutTowardServer(network, connection);
}

/** An error at once; bytes in flight are lost. */
export function resetInTheMiddle(network: Network, connection: Connection, reason = 'connection reset'): void {
  loseFlights(network, connection, connection.toSurface, () => true);
  cutTowardServer(network, connection);
  network.endSurface(connection, 'failed', reason);
}

/** The far end's half of a cut: what is past the break arrives, then the far end sees the close. */
export function cutTowardServer(network: Network, connection: Connection): void {
  const { nowMs } = network.kernel;
  const farMs = farHalfMs(network.path(connection.surface));
  loseFlights(
    network,
    connection,
    connection.toServer,
    (flight) => flight.arriveAtMs - farMs > nowMs || flight.arriveAtMs === 0,
  );
  connection.isCut = true;
  connection.isServerToldLater = true;
  network.scheduleMoment(connection, farMs, { at: 'server', reason: 'closed on the way' });
}

/** The surface knows at once, the far end is not told; bytes in flight are lost. */
function takeOffline(network: Network, connection: Connection): void {
  const hasUnacknowledged = connection.toSurface.flights.length + connection.toSurface.held.length > 0;
  loseFlights(network, connection, connection.toSurface, () => true);
  loseFlights(network, connection, connection.toServer, () => true);
  // A hang-up that was under way is among the bytes lost.
  if (connection.surfaceEnd === 'closed') connection.isServerToldLater = false;
  if (hasUnacknowledged && !connection.isServerToldLater && connection.deadWriteAtMs === null) {
    connection.deadWriteAtMs = network.kernel.nowMs;
    watchSilence(network, connection, 'server');
  }
  network.endSurface(connection, 'failed', 'no network');
  if (connection.serverEnd === 'unborn') network.forget(connection);
}

/** Nobody is told: what is under way is held back, to be sent again once the path works. */
function silence(network: Network, connection: Connection): void {
  const { nowMs } = network.kernel;
  connection.release += 1;
  const hadHeld = connection.toSurface.held.length > 0;
  for (const direction of [connection.toSurface, connection.toServer]) {
    const underWay = direction.flights.splice(0);
    if (underWay.length === 0) continue;
    direction.held.unshift(...underWay.map((flight) => ({ ...flight, arriveAtMs: 0 })));
    connection.firstLostAtMs ??= nowMs;
  }
  if (!hadHeld && connection.toSurface.held.length > 0) watchSilence(network, connection, 'server');
  if (connection.surfaceEnd === 'open') watchSilence(network, connection, 'surface');
}

function healConnection(network: Network, connection: Connection): void {
  const { nowMs } = network.kernel;
  const { latencyMs } = network.path(connection.surface);
  if (connection.deadWriteAtMs !== null && !connection.isServerToldLater) {
    connection.isServerToldLater = true;
    const resentAtMs = retransmittedAtMs(connection.deadWriteAtMs, nowMs);
    network.scheduleMoment(connection, resentAtMs - nowMs + 2 * latencyMs, {
      at: 'server',
      reason: 'a write was refused',
    });
  }
  if (connection.firstLostAtMs === null) return;
  connection.release += 1;
  const movesAtMs =
    connection.serverEnd === 'unborn'
      ? connectedAtMs(connection.firstLostAtMs, nowMs)
      : retransmittedAtMs(connection.firstLostAtMs, nowMs);
  if (movesAtMs === null) return;
  network.scheduleMoment(connection, movesAtMs - nowMs, { at: 'path', release: connection.release });
}
