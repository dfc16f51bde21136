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

/** Whether the browser of `surface` can take one more request now. */
export function hasPlace(network: Network, surface: string): boolean {
  const taken = sameBrowser(network, surface).filter(holdsPlace).length;
  return taken < network.state.pool.places;
}

/** A place may have become free in the browser of `surface`: the request that has waited longest is looked at. */
export function offerPlace(network: Network, surface: string): void {
  const next = nextWaiting(network, surface);
  if (next !== undefined) network.scheduleMoment(next, 0, { at: 'pool' });
}

function nextWaiting(network: Network, surface: string): Connection | undefined {
  return sameBrowser(network, surface).find(({ waiting }) => waiting !== null);
}

function holdsPlace({ transport, surfaceEnd, waiting }: Connection): boolean {
  return transport === 'http' && surfaceEnd === 'open' && waiting === null;
}

function sameBrowser({ state }: Network, surface: string): readonly Connection[] {
  const { browsers } = state.pool;
  return [...state.connections.values()].filter((other) => browsers.get(other.surface) === browsers.get(surface));
}
