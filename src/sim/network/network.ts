/**
 * The network between the surfaces and the far end: first in, first out on each connection, with
 * the latency and jitter of the surface's path. What a broken path does is in `path-faults.ts`.
 * Sources: `model.md`, table of links; `wire-truth.json`, `parameters.detection`.
 */

import { assertPresent } from '../../base/assert.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose } from '../../protocol/trace-event.ts';
import type { ConnectionMoment, SimEvent } from '../kernel/sim-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { createConnection, isSpent } from './connection.ts';
import type { Connection, Direction, Flight } from './connection.ts';
import { announce, recordDelivery, recordLoss } from './network-trace.ts';
import type { Packet, ToServerPacket, ToSurfacePacket } from './packet.ts';
import { nearHalfMs, pathCondition } from './path.ts';
import type { PathState } from './path.ts';
import { PAGE_START_MS, SERVER_SILENCE_MS, SURFACE_SILENCE_MS, TAB_CLOSE_DELAY_MS } from './tcp-timing.ts';

export interface NetworkState {
  readonly paths: Map<string, PathState>;
  readonly connections: Map<number, Connection>;
  lastConnection: number;
  lastFlight: number;
  lastMessage: number;
}

/** Who is told what arrives. */
export interface NetworkSink {
  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void;
  /** The surface's end is over: `end` looks like a proper end, `failed` is an error. Not called for a hang-up of its own. */
  onSurfaceEnd(connection: Connection, how: 'end' | 'failed', reason: string): void;
  onServerPacket(connection: Connection, packet: ToServerPacket): void;
  /** The far end learns that the surface has gone. */
  onServerEnd(connection: Connection): void;
}

export type HangUp = 'by-page' | 'by-tab';

export class Network {
  readonly state: NetworkState;
  readonly kernel: Kernel;
  readonly #sink: NetworkSink;

  constructor(state: NetworkState, kernel: Kernel, sink: NetworkSink) {
    this.state = state;
    this.kernel = kernel;
    this.#sink = sink;
  }

  path(surface: string): PathState {
    return assertPresent(this.state.paths.get(surface), `there is no path for surface "${surface}"`);
  }

  connection(id: number): Connection | undefined {
    return this.state.connections.get(id);
  }

  connectionsOf(surface: string): readonly Connection[] {
    return [...this.state.connections.values()].filter((connection) => connection.surface === surface);
  }

  /** Opens a connection from a surface with its first packet; returns its number. */
  open(surface: string, purpose: ConnectionPurpose, packet: ToServerPacket): number {
    const { state, kernel } = this;
    state.lastConnection += 1;
    const connection = createConnection(state.lastConnection, surface, purpose, kernel.nowMs);
    state.connections.set(connection.id, connection);
    const opening = kernel.record({ type: 'connection.opening', actor: surface, connection: connection.id, purpose });
    kernel.because(opening, () => this.#begin(connection, packet));
    return connection.id;
  }

  sendToServer(connection: Connection, packet: ToServerPacket): void {
    if (connection.surfaceEnd === 'open') this.#send(connection, connection.toServer, packet);
  }

  /** Sends from the far end; into a connection whose surface has gone, the packet is lost. */
  sendToSurface(connection: Connection, packet: ToSurfacePacket): void {
    if (connection.serverEnd !== 'open') return;
    if (connection.surfaceEnd === 'open') this.#send(connection, connection.toSurface, packet);
    else this.#writeIntoTheVoid(connection, packet);
  }

  /** Sends the last packet of a response: the far end has done its part. */
  respond(connection: Connection, packet: ToSurfacePacket): void {
    this.sendToSurface(connection, packet);
    if (connection.serverEnd === 'open') connection.serverEnd = 'done';
  }

  /** The surface closes its end; the far end learns of it one way later, of a tab's end a little later still. */
  hangUp(connection: Connection, how: HangUp): void {
    if (connection.surfaceEnd === 'closed') return;
    const reason = how === 'by-page' ? 'hung up by the page' : 'the page went away';
    this.closeSurfaceEnd(connection, 'hung-up', reason);
    this.loseFlights(connection, connection.toSurface, () => true);
    if (connection.serverEnd === 'done' || connection.serverEnd === 'closed') return this.forget(connection);
    connection.isServerToldLater ||= pathCondition(this.path(connection.surface)) === 'up';
    this.#send(connection, connection.toServer, { kind: 'hang-up' }, how === 'by-tab' ? TAB_CLOSE_DELAY_MS : 0);
  }

  /** The far end drops a connection on its own account, without a word to the surface. */
  abandon(connection: Connection): void {
    connection.serverEnd = 'closed';
  }

  handle(event: Extract<SimEvent, { readonly kind: 'arrival' | 'connection' }>): void {
    const connection = this.state.connections.get(event.connection);
    if (connection === undefined) return;
    if (event.kind === 'arrival') this.#arrive(connection, event.toward, event.flight);
    else this.#reach(connection, event.what);
    if (isSpent(connection)) this.forget(connection);
  }

  closeSurfaceEnd(connection: Connection, how: 'end' | 'failed' | 'hung-up', reason: string): void {
    const { id, purpose, surface } = connection;
    connection.surfaceEnd = 'closed';
    this.kernel.record({ type: 'connection.closed', actor: surface, connection: id, purpose, how, reason });
  }

  /** Ends the surface's end now and tells the surface. */
  endSurface(connection: Connection, how: 'end' | 'failed', reason: string): void {
    if (connection.surfaceEnd === 'closed') return;
    this.closeSurfaceEnd(connection, how, reason);
    this.#sink.onSurfaceEnd(connection, how, reason);
  }

  scheduleMoment(connection: Connection, delayMs: VirtualMs, what: ConnectionMoment): void {
    this.kernel.schedule(delayMs, 'delivery', { kind: 'connection', connection: connection.id, what });
  }

  /** Takes the flights that are `doomed` off the path and records them as lost. */
  loseFlights(connection: Connection, direction: Direction, doomed: (flight: Flight) => boolean): void {
    const lost = [...direction.flights, ...direction.held].filter(doomed);
    for (const kept of [direction.flights, direction.held])
      kept.splice(0, kept.length, ...kept.filter((flight) => !doomed(flight)));
    const to = direction === connection.toSurface ? connection.surface : 'server';
    for (const { packet, message } of lost) recordLoss(this.kernel, connection, packet, message, to);
  }

  /** Puts a flight on its way; it arrives after everything that was sent before it. */
  launch(connection: Connection, direction: Direction, flight: Omit<Flight, 'arriveAtMs'>, extraMs = 0): void {
    const { kernel } = this;
    const { latencyMs, jitterMs } = this.path(connection.surface);
    const toward = direction === connection.toSurface ? 'surface' : 'server';
    const jitter = jitterMs === 0 ? 0 : kernel.draw(`link/${connection.surface}/${toward}`, 0, jitterMs);
    const arriveAtMs = Math.max(direction.lastArrivalAtMs, kernel.nowMs + latencyMs + jitter + extraMs);
    direction.lastArrivalAtMs = arriveAtMs;
    direction.flights.push({ ...flight, arriveAtMs });
    kernel.schedule(arriveAtMs - kernel.nowMs, 'delivery', {
      kind: 'arrival',
      connection: connection.id,
      toward,
      flight: flight.id,
    });
  }

  /** Arms the end's patience: without a sign of life for so long, it takes the connection for dead. */
  watchSilence(connection: Connection, end: 'surface' | 'server'): void {
    const limitMs = end === 'surface' ? SURFACE_SILENCE_MS : SERVER_SILENCE_MS;
    this.scheduleMoment(connection, limitMs, { at: 'deadline', end, quietSinceMs: this.kernel.nowMs });
  }

  forget(connection: Connection): void {
    this.state.connections.delete(connection.id);
  }

  #begin(connection: Connection, packet: ToServerPacket): void {
    const path = this.path(connection.surface);
    const condition = pathCondition(path);
    if (condition === 'offline') {
      this.scheduleMoment(connection, 0, { at: 'surface', how: 'failed', reason: 'no network' });
    } else if (condition === 'refusing') {
      this.scheduleMoment(connection, 2 * nearHalfMs(path), {
        at: 'surface',
        how: 'failed',
        reason: 'refused on the way',
      });
    } else {
      this.#send(connection, connection.toServer, packet, packet.kind === 'load' ? PAGE_START_MS : 0);
    }
  }

  #send(connection: Connection, direction: Direction, packet: Packet, extraMs = 0): void {
    const { kernel, state } = this;
    state.lastFlight += 1;
    const { message, cause } = announce(this, connection, direction, packet);
    const flight = { id: state.lastFlight, packet, cause, message };
    const condition = pathCondition(this.path(connection.surface));
    if (condition === 'silent' || direction.held.length > 0) {
      direction.held.push({ ...flight, arriveAtMs: 0 });
      connection.firstLostAtMs ??= kernel.nowMs;
      if (direction === connection.toSurface && direction.held.length === 1) this.watchSilence(connection, 'server');
    } else if (condition === 'up' || direction === connection.toSurface) {
      this.launch(connection, direction, flight, extraMs);
    } else {
      // A hang-up into a path that is down: nobody hears it, and the far end finds out when it writes.
      recordLoss(this.kernel, connection, packet, message, 'server');
    }
  }

  #arrive(connection: Connection, toward: 'surface' | 'server', id: number): void {
    const direction = toward === 'surface' ? connection.toSurface : connection.toServer;
    const flight = direction.flights[0];
    if (flight === undefined || flight.id !== id) return;
    if (toward === 'surface' && connection.surfaceEnd === 'closed') {
      return this.loseFlights(connection, direction, (other) => other === flight);
    }
    direction.flights.shift();
    this.kernel.cause = flight.cause;
    if (flight.message !== null) recordDelivery(this.kernel, connection, toward, flight.packet, flight.message);
    if (toward === 'surface') this.#arriveAtSurface(connection, flight.packet as ToSurfacePacket);
    else this.#arriveAtServer(connection, flight.packet as ToServerPacket);
  }

  #arriveAtSurface(connection: Connection, packet: ToSurfacePacket): void {
    connection.heardAtMs = this.kernel.nowMs;
    this.#sink.onSurfacePacket(connection, packet);
    const { flights, held } = connection.toSurface;
    const isLast = connection.serverEnd === 'done' && flights.length + held.length === 0;
    if (isLast && connection.surfaceEnd === 'open') this.closeSurfaceEnd(connection, 'end', 'the response is over');
  }

  #arriveAtServer(connection: Connection, packet: ToServerPacket): void {
    const { kernel } = this;
    if (packet.kind === 'hang-up') return this.#serverLearns(connection, 'the surface hung up');
    if (connection.serverEnd === 'unborn') {
      connection.serverEnd = 'open';
      const { id, purpose, surface } = connection;
      kernel.cause = kernel.record({ type: 'connection.opened', actor: surface, connection: id, purpose });
    }
    if (connection.serverEnd === 'open') this.#sink.onServerPacket(connection, packet);
  }

  #reach(connection: Connection, what: ConnectionMoment): void {
    switch (what.at) {
      case 'surface':
        return this.endSurface(connection, what.how, what.reason);
      case 'server':
        return this.#serverLearns(connection, what.reason);
      case 'path':
        return this.#releaseHeld(connection, what.release);
      case 'deadline':
        return this.#giveUp(connection, what.end, what.quietSinceMs);
    }
  }

  #serverLearns(connection: Connection, reason: string): void {
    if (connection.serverEnd !== 'open') return;
    connection.serverEnd = 'closed';
    const { id, surface } = connection;
    const noticed = this.kernel.record({
      type: 'connection.noticed',
      actor: 'server',
      connection: id,
      surface,
      reason,
    });
    this.kernel.because(noticed, () => this.#sink.onServerEnd(connection));
  }

  #releaseHeld(connection: Connection, release: number): void {
    if (connection.release !== release) return;
    connection.firstLostAtMs = null;
    for (const direction of [connection.toSurface, connection.toServer]) {
      for (const flight of direction.held.splice(0)) this.launch(connection, direction, flight);
    }
  }

  #giveUp(connection: Connection, end: 'surface' | 'server', quietSinceMs: VirtualMs): void {
    const isStillSilent = pathCondition(this.path(connection.surface)) !== 'up';
    if (!isStillSilent) return;
    if (end === 'server') this.#serverLearns(connection, 'writes were never acknowledged');
    else if (connection.heardAtMs <= quietSinceMs) this.endSurface(connection, 'failed', 'nothing came for too long');
  }

  /** The surface has gone without a word: the bytes are lost, and the answer to them tells the far end, once the path works. */
  #writeIntoTheVoid(connection: Connection, packet: ToSurfacePacket): void {
    const path = this.path(connection.surface);
    recordLoss(
      this.kernel,
      connection,
      packet,
      announce(this, connection, connection.toSurface, packet).message,
      connection.surface,
    );
    if (connection.isServerToldLater || connection.deadWriteAtMs !== null) return;
    connection.deadWriteAtMs = this.kernel.nowMs;
    if (pathCondition(path) === 'up') {
      connection.isServerToldLater = true;
      this.scheduleMoment(connection, 2 * path.latencyMs, { at: 'server', reason: 'a write was refused' });
    } else {
      this.watchSilence(connection, 'server');
    }
  }
}
