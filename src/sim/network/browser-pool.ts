/**
 * The browser's connections to one origin: six over HTTP/1.1, shared by all of its tabs, plain
 * requests included; 100 streams over HTTP/2. What finds no place waits, and nobody is told. A
 * device has a browser of its own; a WebSocket takes no place. Source: F2.2; W connections.
 */

import type { Connection } from './connection.ts';
import type { Network } from './network.ts';

export const CONNECTIONS_PER_ORIGIN = { http1: 6, http2: 100 } as const;

export interface BrowserPoolState {
  readonly places: number;
  /** The browser that each surface is in. */
  readonly browsers: ReadonlyMap<string, string>;
}

/** Whether a new request of `surface` can begin now: there is a place, and nobody waits for it. */
export function hasPlaceAtOnce(network: Network, surface: string): boolean {
  return hasPlace(network, surface) && nextWaiting(network, surface) === undefined;
}

/** Whether the browser of `surface` can take one more request now. Asked for every packet that waits, so it copies nothing. */
export function hasPlace({ state }: Network, surface: string): boolean {
  const { browsers, places } = state.pool;
  const browser = browsers.get(surface);
  let taken = 0;
  for (const connection of state.connections.values())
    if (browsers.get(connection.surface) === browser && holdsPlace(connection)) taken += 1;
  return taken < places;
}

/** A place may have become free in the browser of `surface`: the request that has waited longest is looked at. */
export function offerPlace(network: Network, surface: string): void {
  const next = nextWaiting(network, surface);
  if (next !== undefined) network.scheduleMoment(next, 0, { at: 'pool' });
}

function nextWaiting({ state }: Network, surface: string): Connection | undefined {
  const { browsers } = state.pool;
  const browser = browsers.get(surface);
  for (const connection of state.connections.values())
    if (connection.waiting !== null && browsers.get(connection.surface) === browser) return connection;
  return undefined;
}

function holdsPlace({ transport, surfaceEnd, waiting }: Connection): boolean {
  return transport === 'http' && surfaceEnd === 'open' && waiting === null;
}
