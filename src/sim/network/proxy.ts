/**
 * The proxy between the surfaces and the far end. It stands in the middle of every path: it ends
 * what has been quiet or open for too long, and may keep an answer back. Heartbeats keep a quiet
 * connection alive and help nothing against a cap on its age. Source: `model.md`, middleboxes; F2.9.
 */

import { loseFlights } from './flights.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ProxySetting } from '../../protocol/world-event.ts';
import type { Connection } from './connection.ts';
import type { Network } from './network.ts';
import { bufferedBytes } from './packet.ts';
import type { Packet } from './packet.ts';
import { closeInTheMiddle, cutTowardServer, resetInTheMiddle } from './path-faults.ts';

export type ProxyCut = 'reset' | 'close' | 'error-page';

export interface ProxyState {
  idleTimeoutMs: VirtualMs | null;
  durationCapMs: VirtualMs | null;
  cut: ProxyCut;
  /** Keeps answers back until this time, or until so many bytes have come together; `null` when it does not. */
  buffer: { readonly untilMs: VirtualMs | null; readonly untilBytes: number | null } | null;
}

/** Sets a limit, for connections that are there and those to come. */
export function setProxyLimit(
  network: Network,
  setting: 'idle-timeout' | 'duration-cap',
  afterMs: VirtualMs,
  cut: ProxyCut,
): void {
  const { proxy, connections } = network.state;
  proxy.cut = cut;
  if (setting === 'idle-timeout') proxy.idleTimeoutMs = afterMs;
  else proxy.durationCapMs = afterMs;
  for (const connection of connections.values()) if (connection.waiting === null) watch(network, connection, setting);
}

/** Keeps answers back from now on; without either limit, until each is complete. */
export function setProxyBuffer(network: Network, forMs: VirtualMs | null, untilBytes: number | null): void {
  const untilMs = forMs === null ? null : network.kernel.nowMs + forMs;
  network.state.proxy.buffer = { untilMs, untilBytes };
}

/** A connection that begins now is watched from now on. */
export function watchConnection(network: Network, connection: Connection): void {
  watch(network, connection, 'idle-timeout');
  watch(network, connection, 'duration-cap');
}

/** Whether the proxy keeps `packet` back; if so, arranges for its release. */
export function isKeptBack(network: Network, connection: Connection, packet: Packet): boolean {
  const { buffer } = network.state.proxy;
  const { buffered } = connection.toSurface;
  const { nowMs } = network.kernel;
  if (buffer === null || connection.transport !== 'http' || packet.kind === 'reset') return false;
  if (buffer.untilMs !== null && nowMs >= buffer.untilMs) return false;
  const bytes = buffered.reduce((sum, flight) => sum + bufferedBytes(flight.packet), bufferedBytes(packet));
  if (buffer.untilBytes !== null && bytes >= buffer.untilBytes) {
    network.scheduleMoment(connection, 0, { at: 'buffer' });
  } else if (buffer.untilMs !== null && buffered.length === 0) {
    network.scheduleMoment(connection, buffer.untilMs - nowMs, { at: 'buffer' });
  }
  return true;
}

/** Looks at a connection: ends it when its time has come, else looks again later. */
export function inspect(network: Network, connection: Connection, setting: 'idle-timeout' | 'duration-cap'): void {
  const { nowMs } = network.kernel;
  const limitMs = limitOf(network, setting);
  if (limitMs === null || connection.surfaceEnd === 'closed') return;
  const sinceMs = setting === 'idle-timeout' ? connection.lastTrafficAtMs : connection.openedAtMs;
  if (nowMs - sinceMs < limitMs) {
    network.scheduleMoment(connection, sinceMs + limitMs - nowMs, { at: 'proxy', setting });
  } else {
    end(network, connection, setting);
  }
}

function watch(network: Network, connection: Connection, setting: 'idle-timeout' | 'duration-cap'): void {
  if (limitOf(network, setting) !== null) inspect(network, connection, setting);
}

function limitOf({ state: { proxy } }: Network, setting: ProxySetting): VirtualMs | null {
  return setting === 'idle-timeout' ? proxy.idleTimeoutMs : proxy.durationCapMs;
}

/** An error page can only stand in for an answer of which nothing has passed; later the proxy can but break off. */
function end(network: Network, connection: Connection, setting: ProxySetting): void {
  const { kernel, state } = network;
  const cut = kernel.record({
    type: 'proxy.cut',
    actor: 'proxy',
    connection: connection.id,
    surface: connection.surface,
    setting,
  });
  kernel.because(cut, () => {
    const { cut: how } = state.proxy;
    if (how === 'close') return closeInTheMiddle(network, connection);
    if (how === 'reset' || connection.hasAnswered || connection.transport === 'websocket')
      return resetInTheMiddle(network, connection, `cut by the proxy: ${setting}`);
    loseFlights(network, connection, connection.toSurface, () => true);
    cutTowardServer(network, connection);
    network.answerFromTheMiddle(connection, { kind: 'error-page', reason: setting });
  });
}
