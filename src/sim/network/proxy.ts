/**
 * The proxy between the surfaces and the far end. It stands in the middle of every path: it ends
 * what has been quiet or open for too long, and may keep an answer back. Whatever passes it, either
 * way, keeps a quiet connection alive; nothing helps against a cap on its age. Source: `model.md`,
 * middleboxes; F2.9.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Connection } from './connection.ts';
import { loseFlights } from './flights.ts';
import type { Network } from './network.ts';
import { bufferedBytes } from './packet.ts';
import type { Packet } from './packet.ts';
import { farHalfMs, nearHalfMs, pathCondition } from './path.ts';
import { closeInTheMiddle, cutTowardServer, resetInTheMiddle } from './path-faults.ts';

export type ProxyCut = 'reset' | 'close' | 'error-page';
export type ProxyLimit = 'idle-timeout' | 'duration-cap';

export interface ProxyState {
  /** After how long a connection is ended, and how; `null` for never. */
  readonly limits: Record<ProxyLimit, { readonly afterMs: VirtualMs; readonly cut: ProxyCut } | null>;
  /** Keeps answers back until this time, or until so many bytes have come together; `null` when it does not. */
  buffer: { readonly untilMs: VirtualMs | null; readonly untilBytes: number | null } | null;
}

const LIMITS: readonly ProxyLimit[] = ['idle-timeout', 'duration-cap'];

/** A proxy as a scenario describes it; `undefined` limits are none. */
export function createProxy(idleMs: VirtualMs | undefined, capMs: VirtualMs | undefined, cut: ProxyCut): ProxyState {
  const limit = (afterMs: VirtualMs | undefined) => (afterMs === undefined ? null : { afterMs, cut });
  return { limits: { 'idle-timeout': limit(idleMs), 'duration-cap': limit(capMs) }, buffer: null };
}

/** Sets a limit, for connections that are there and those to come. */
export function setProxyLimit(network: Network, setting: ProxyLimit, afterMs: VirtualMs, cut: ProxyCut): void {
  const { proxy, connections } = network.state;
  proxy.limits[setting] = { afterMs, cut };
  for (const connection of connections.values()) {
    if (connection.waiting === null) watch(network, connection, setting);
  }
}

/** Keeps answers back from now on; without either limit, until each is complete. */
export function setProxyBuffer(network: Network, forMs: VirtualMs | null, untilBytes: number | null): void {
  const untilMs = forMs === null ? null : network.kernel.nowMs + forMs;
  network.state.proxy.buffer = { untilMs, untilBytes };
}

/** A connection that begins now is watched from now on. */
export function watchConnection(network: Network, connection: Connection): void {
  for (const setting of LIMITS) watch(network, connection, setting);
}

/** Whether the proxy keeps `packet` back; if so, arranges for its release. */
export function isKeptBack(network: Network, connection: Connection, packet: Packet): boolean {
  const { buffer } = network.state.proxy;
  const { nowMs } = network.kernel;
  const { buffered } = connection.toSurface;
  if (buffer === null || connection.transport !== 'http' || packet.kind === 'reset') return false;
  if (buffer.untilMs !== null && nowMs >= buffer.untilMs) return false;
  const bytes = buffered.reduce((sum, flight) => sum + bufferedBytes(flight.packet), bufferedBytes(packet));
  if (buffer.untilBytes !== null && bytes >= buffer.untilBytes) {
    network.scheduleMoment(connection, 0, { at: 'buffer', why: 'full' });
  } else if (buffer.untilMs !== null && buffered.length === 0) {
    network.scheduleMoment(connection, buffer.untilMs - nowMs, { at: 'buffer', why: 'time' });
  }
  return true;
}

/** A buffer is full, or its time is over: whether it lets go now. One that was set anew meanwhile looks again later. */
export function isReleased(network: Network, connection: Connection, why: 'full' | 'time'): boolean {
  const untilMs = network.state.proxy.buffer?.untilMs ?? null;
  const { nowMs } = network.kernel;
  if (why === 'full' || untilMs === null || untilMs <= nowMs) return true;
  network.scheduleMoment(connection, untilMs - nowMs, { at: 'buffer', why });
  return false;
}

/** Looks at a connection: ends it when its time has come, else looks again later. */
export function inspect(network: Network, connection: Connection, setting: ProxyLimit): void {
  const { nowMs } = network.kernel;
  // A limit that was set again has another look in the queue.
  if (connection.looks[setting] !== nowMs) return;
  connection.looks[setting] = null;
  const dueMs = dueAtMs(network, connection, setting);
  if (dueMs === null) return;
  if (dueMs > nowMs) look(network, connection, setting, dueMs);
  else end(network, connection, setting);
}

function watch(network: Network, connection: Connection, setting: ProxyLimit): void {
  const dueMs = dueAtMs(network, connection, setting);
  if (dueMs !== null) look(network, connection, setting, Math.max(dueMs, network.kernel.nowMs));
}

function look(network: Network, connection: Connection, setting: ProxyLimit, atMs: VirtualMs): void {
  if (connection.looks[setting] === atMs) return;
  connection.looks[setting] = atMs;
  network.scheduleMoment(connection, atMs - network.kernel.nowMs, { at: 'proxy', setting });
}

/** When the proxy will end a connection if nothing more passes; `null` for never. What has not reached it yet is not old. */
function dueAtMs({ state, kernel }: Network, connection: Connection, setting: ProxyLimit): VirtualMs | null {
  const limit = state.proxy.limits[setting];
  if (limit === null || connection.isCut || isOver(connection, kernel.nowMs)) return null;
  const sinceMs = setting === 'idle-timeout' ? connection.passed?.lastAtMs : connection.passed?.firstAtMs;
  return (sinceMs ?? kernel.nowMs) + limit.afterMs;
}

/** Both ends are closed, or the whole answer has passed: there is nothing to end any more. */
function isOver({ surfaceEnd, serverEnd, toSurface, passed }: Connection, nowMs: VirtualMs): boolean {
  if (surfaceEnd === 'closed') return serverEnd !== 'open';
  const isWaiting = toSurface.buffered.length + toSurface.held.length > 0;
  return serverEnd === 'done' && !isWaiting && (passed?.lastAtMs ?? 0) <= nowMs;
}

/** The far end hears of it in any case; the surface only over a path that works. */
function end(network: Network, connection: Connection, setting: ProxyLimit): void {
  const { kernel, state } = network;
  const { id, surface, transport, passed } = connection;
  const path = network.path(surface);
  const how = state.proxy.limits[setting]?.cut ?? 'reset';
  const cut = kernel.record({ type: 'proxy.cut', actor: 'proxy', connection: id, surface, setting });
  const hasAnswered = passed?.answeredAtMs != null && passed.answeredAtMs <= kernel.nowMs;
  kernel.because(cut, () => {
    if (pathCondition(path) !== 'up' || connection.surfaceEnd === 'closed') {
      loseFlights(network, connection, connection.toSurface, () => true);
      return cutTowardServer(network, connection);
    }
    if (how === 'close') return closeInTheMiddle(network, connection);
    // A page can only stand in for an answer of which nothing has passed; later the proxy can but break off.
    if (how === 'reset' || hasAnswered || transport === 'websocket')
      return resetInTheMiddle(network, connection, `cut by the proxy: ${setting}`);
    loseFlights(network, connection, connection.toSurface, () => true);
    cutTowardServer(network, connection);
    network.scheduleMoment(connection, nearHalfMs(path), { at: 'page', reason: setting });
  });
}

/** When a packet that leaves the far end now comes to the proxy. */
export function reachesProxyAtMs(network: Network, { surface }: Connection): VirtualMs {
  return network.kernel.nowMs + farHalfMs(network.path(surface));
}
