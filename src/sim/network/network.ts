/**
 * The network between the surfaces and the far end: first in, first out on each connection, with
 * the latency and jitter of the surface's path. What a broken path does is in `path-faults.ts`.
 * Sources: `model.md`, table of links; `wire-truth.json`, `parameters.detection`.
 */

import { assertNever, assertPresent } from '../../base/assert.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ConnectionPurpose } from '../../protocol/trace-event.ts';
import type { ConnectionMoment, SimEvent } from '../kernel/sim-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { offerPlace } from './browser-pool.ts';
import type { BrowserPoolState } from './browser-pool.ts';
import { isSpent, notePassage } from './connection.ts';
import type { Connection, Direction, Flight, Transport } from './connection.ts';
import { announce, recordDelivery, recordLoss } from './network-trace.ts';
import { launch, loseBuffered, loseFlights } from './flights.ts';
import { openConnection, takePlace } from './opening.ts';
import type { Packet, ToServerPacket, ToSurfacePacket } from './packet.ts';
import { nearHalfMs, pathCondition } from './path.ts';
import type { PathState } from './path.ts';
import { inspect, isKeptBack, isReleased, reachesProxyAtMs } from './proxy.ts';
import type { ProxyState } from './proxy.ts';
import type { NetworkSink } from './network-sink.ts';
import { giveUp, releaseHeld, watchSilence, writeIntoTheVoid } from './silence.ts';
import { TAB_CLOSE_DELAY_MS } from './tcp-timing.ts';

export interface NetworkState {
  readonly paths: Map<string, PathState>;
  readonly connections: Map<number, Connection>;
  readonly proxy: ProxyState;
  readonly pool: BrowserPoolState;
  lastConnection: number;
  lastFlight: number;
  lastMessage: number;
}

export type HangUp = 'by-page' | 'by-tab';

const GONE = 'the other end is gone';

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

  /** Opens a connection from a surface with its first packet; returns its number. It may have to wait for a place in the browser. */
  open(surface: string, purpose: ConnectionPurpose, packet: ToServerPacket, transport: Transport = 'http'): number {
    return openConnection(this, surface, purpose, packet, transport);
  }

  sendToServer(connection: Connection, packet: ToServerPacket): void {
    if (connection.surfaceEnd === 'open') this.send(connection, connection.toServer, packet);
  }

  /** Sends from the far end; into a connection whose surface has gone, the packet is lost. */
  sendToSurface(connection: Connection, packet: ToSurfacePacket): void {
    if (connection.serverEnd !== 'open') return;
    if (connection.surfaceEnd === 'open') this.send(connection, connection.toSurface, packet);
    else writeIntoTheVoid(this, connection, packet);
  }

  /** Sends the last packet of a response: the far end has done its part. */
  respond(connection: Connection, packet: ToSurfacePacket): void {
    this.sendToSurface(connection, packet);
    if (connection.serverEnd === 'open') connection.serverEnd = 'done';
    // A proxy lets a complete answer go.
    this.#letGo(connection);
  }

  /** The surface closes its end; the far end learns of it one way later, of a tab's end a little later still. */
  hangUp(connection: Connection, how: HangUp): void {
    if (connection.surfaceEnd === 'closed') return;
    this.closeSurfaceEnd(connection, 'hung-up', how === 'by-page' ? 'hung up by the page' : 'the page went away');
    loseFlights(this, connection, connection.toSurface, () => true);
    if (connection.serverEnd === 'done' || connection.serverEnd === 'closed') return this.forget(connection);
    connection.isServerToldLater ||= pathCondition(this.path(connection.surface)) === 'up';
    this.send(connection, connection.toServer, { kind: 'hang-up' }, how === 'by-tab' ? TAB_CLOSE_DELAY_MS : 0);
  }

  /** The far end dies, or does not take the connection: what is under way arrives, then an error. */
  failFromServer(connection: Connection, reason: string): void {
    if (connection.serverEnd === 'closed' || connection.serverEnd === 'done') return;
    connection.serverEnd = 'closed';
    loseBuffered(this, connection);
    this.#reset(connection, reason);
  }

  failAllFromServer(which: (connection: Connection) => boolean, reason: string): void {
    for (const connection of [...this.state.connections.values()].filter(which))
      this.failFromServer(connection, reason);
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
    if (connection.waiting !== null) {
      // It never left the browser: there is no other end.
      connection.waiting = null;
      connection.serverEnd = 'closed';
    }
    offerPlace(this, surface);
  }

  /** Ends the surface's end now and tells the surface. */
  endSurface(connection: Connection, how: 'end' | 'failed', reason: string): void {
    if (connection.surfaceEnd === 'closed') return;
    this.closeSurfaceEnd(connection, how, reason);
    this.#sink.onSurfaceEnd(connection, how, reason);
    if (isSpent(connection)) this.forget(connection);
  }

  scheduleMoment(connection: Connection, delayMs: VirtualMs, what: ConnectionMoment): void {
    this.kernel.schedule(delayMs, 'delivery', { kind: 'connection', connection: connection.id, what });
  }

  /** An end cannot take what arrived: its connection is remembered until it does. */
  keep(id: number): void {
    this.#known(id).untaken += 1;
  }

  /** What was kept is taken now, or given up. Returns its connection. */
  release(id: number): Connection {
    const connection = this.#known(id);
    connection.untaken -= 1;
    if (isSpent(connection)) this.forget(connection);
    return connection;
  }

  forget(connection: Connection): void {
    if (connection.untaken === 0) this.state.connections.delete(connection.id);
  }

  #known(id: number): Connection {
    return assertPresent(this.state.connections.get(id), `there is no connection ${id}`);
  }

  /** For the modules beside this one: puts a packet on the way, from whichever end. */
  send(connection: Connection, direction: Direction, packet: Packet, extraMs = 0): void {
    const { state } = this;
    state.lastFlight += 1;
    const { message, cause } = announce(this, connection, direction, packet);
    const flight = { id: state.lastFlight, packet, cause, message };
    if (direction === connection.toSurface && isKeptBack(this, connection, packet)) {
      notePassage(connection, reachesProxyAtMs(this, connection), false);
      direction.buffered.push(flight);
    } else {
      this.#put(connection, direction, flight, extraMs);
    }
  }

  /** The transport's own answer to an end that is not there. */
  #reset(connection: Connection, reason: string): void {
    if (connection.surfaceEnd === 'open') this.send(connection, connection.toSurface, { kind: 'reset', reason });
  }

  /** Puts a flight on the path, as far as the path takes it. */
  #put(connection: Connection, direction: Direction, flight: Omit<Flight, 'arriveAtMs'>, extraMs = 0): void {
    const { kernel } = this;
    const { packet, message } = flight;
    const path = this.path(connection.surface);
    const condition = pathCondition(path);
    const isToServer = direction === connection.toServer;
    if (connection.isCut) {
      recordLoss(kernel, connection, packet, message, isToServer ? 'server' : connection.surface);
      // A surface that was not told finds out when it writes.
      if (isToServer && condition === 'up' && connection.surfaceEnd === 'open')
        this.scheduleMoment(connection, 2 * nearHalfMs(path), { at: 'surface', how: 'failed', reason: GONE });
    } else if (condition === 'silent' || direction.held.length > 0) {
      direction.held.push({ ...flight, arriveAtMs: 0 });
      connection.firstLostAtMs ??= kernel.nowMs;
      if (!isToServer && direction.held.length === 1) watchSilence(this, connection, 'server');
    } else if (condition === 'up' || !isToServer) {
      launch(this, connection, direction, flight, extraMs);
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
      return loseFlights(this, connection, direction, (other) => other === flight);
    }
    if (toward === 'server' && connection.serverEnd === 'closed' && flight.packet.kind !== 'hang-up') {
      loseFlights(this, connection, direction, (other) => other === flight);
      return this.#reset(connection, GONE);
    }
    direction.flights.shift();
    this.kernel.cause = flight.cause;
    if (flight.message !== null) recordDelivery(this.kernel, connection, toward, flight.packet, flight.message);
    if (toward === 'surface') this.#arriveAtSurface(connection, flight.packet as ToSurfacePacket);
    else this.#arriveAtServer(connection, flight.packet as ToServerPacket);
  }

  #arriveAtSurface(connection: Connection, packet: ToSurfacePacket): void {
    connection.heardAtMs = this.kernel.nowMs;
    if (packet.kind === 'reset') return this.endSurface(connection, 'failed', packet.reason);
    this.#sink.onSurfacePacket(connection, packet);
    const { flights, held, buffered } = connection.toSurface;
    const isDone = connection.serverEnd === 'done' && flights.length + held.length + buffered.length === 0;
    const isLast = isDone || packet.kind === 'error-page';
    if (isLast && connection.surfaceEnd === 'open') this.closeSurfaceEnd(connection, 'end', 'the response is over');
  }

  #arriveAtServer(connection: Connection, packet: ToServerPacket): void {
    const { kernel } = this;
    if (packet.kind === 'hang-up') return this.serverLearns(connection, 'the surface hung up');
    if (connection.serverEnd === 'unborn') {
      const admitted = this.#sink.admit(connection);
      if (admitted === 'refused') return this.failFromServer(connection, 'nobody serves it');
      connection.process = admitted.process;
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
        return this.serverLearns(connection, what.reason);
      case 'path':
        return releaseHeld(this, connection, what.release);
      case 'deadline':
        return giveUp(this, connection, what.end, what.quietSinceMs);
      case 'page':
        if (connection.surfaceEnd === 'open')
          this.#arriveAtSurface(connection, { kind: 'error-page', reason: what.reason });
        return;
      case 'pool':
        return takePlace(this, connection);
      case 'proxy':
        return inspect(this, connection, what.setting);
      case 'buffer':
        if (isReleased(this, connection, what.why)) this.#letGo(connection);
        return;
      default:
        assertNever(what);
    }
  }

  #letGo(connection: Connection): void {
    for (const flight of connection.toSurface.buffered.splice(0)) this.#put(connection, connection.toSurface, flight);
  }

  /** The far end learns that the surface has gone. */
  serverLearns(connection: Connection, reason: string): void {
    if (connection.serverEnd !== 'open') return;
    connection.serverEnd = 'closed';
    const { id, surface } = connection;
    const fact = { type: 'connection.noticed', actor: 'server', connection: id, surface, reason } as const;
    this.kernel.because(this.kernel.record(fact), () => this.#sink.onServerEnd(connection));
  }
}
