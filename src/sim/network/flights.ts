/** Packets under way: put on a path, or taken off it for good. */

import { notePassage } from './connection.ts';
import type { Connection, Direction, Flight } from './connection.ts';
import { recordLoss } from './network-trace.ts';
import type { Network } from './network.ts';
import { farHalfMs, nearHalfMs } from './path.ts';

/** Puts a flight on its way; it arrives after everything that was sent before it. */
export function launch(
  network: Network,
  connection: Connection,
  direction: Direction,
  flight: Omit<Flight, 'arriveAtMs'>,
  extraMs = 0,
): void {
  const { kernel } = network;
  const path = network.path(connection.surface);
  const { latencyMs, jitterMs } = path;
  const toward = direction === connection.toSurface ? 'surface' : 'server';
  const jitter = jitterMs === 0 ? 0 : kernel.draw(`link/${connection.surface}/${toward}`, 0, jitterMs);
  const arriveAtMs = Math.max(direction.lastArrivalAtMs, kernel.nowMs + latencyMs + jitter + extraMs);
  direction.lastArrivalAtMs = arriveAtMs;
  const isToSurface = toward === 'surface';
  const fromMiddleMs = isToSurface ? nearHalfMs(path) : farHalfMs(path);
  notePassage(connection, arriveAtMs - fromMiddleMs, isToSurface && flight.packet.kind !== 'reset');
  direction.flights.push({ ...flight, arriveAtMs });
  kernel.schedule(arriveAtMs - kernel.nowMs, 'delivery', {
    kind: 'arrival',
    connection: connection.id,
    toward,
    flight: flight.id,
  });
}

/** What a proxy kept back is lost with its connection. */
export function loseBuffered({ kernel }: Network, connection: Connection): void {
  for (const { packet, message } of connection.toSurface.buffered.splice(0))
    recordLoss(kernel, connection, packet, message, connection.surface);
}

/** Takes the flights that are `doomed` off the path and records them as lost. */
export function loseFlights(
  network: Network,
  connection: Connection,
  direction: Direction,
  doomed: (flight: Flight) => boolean,
): void {
  if (direction === connection.toSurface) loseBuffered(network, connection);
  const lost = [...direction.flights, ...direction.held].filter(doomed);
  for (const kept of [direction.flights, direction.held])
    kept.splice(0, kept.length, ...kept.filter((flight) => !doomed(flight)));
  const to = direction === connection.toSurface ? connection.surface : 'server';
  for (const { packet, message } of lost) recordLoss(network.kernel, connection, packet, message, to);
}
