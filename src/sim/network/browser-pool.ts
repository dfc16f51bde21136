/**
 * The browser's connections to one origin: six over HTTP/1.1, shared by all of its tabs, plain
 * requests included; 100 streams over HTTP/2. What finds no place waits, and nobody is told. A
 * device has a browser of its own. Source: F2.2; W connections.
 */

import type { Connection } from './connection.ts';

export const CONNECTIONS_PER_ORIGIN = { http1: 6, http2: 100 } as const;

export interface BrowserPoolState {
  readonly places: number;
  /** The browser that each surface is in. */
  readonly browsers: ReadonlyMap<string, string>;
}

export class BrowserPool {
  readonly #state: BrowserPoolState;

  constructor(state: BrowserPoolState) {
    this.#state = state;
  }

  /** Whether the browser of `surface` can take one more request now. */
  hasPlace(surface: string, connections: Iterable<Connection>): boolean {
    let taken = 0;
    for (const connection of connections) {
      const holdsPlace =
        connection.transport === 'http' && connection.surfaceEnd === 'open' && connection.waiting === null;
      if (holdsPlace && this.#isSameBrowser(connection.surface, surface)) taken += 1;
    }
    return taken < this.#state.places;
  }

  /** The request in the same browser that has waited longest. */
  nextWaiting(surface: string, connections: Iterable<Connection>): Connection | undefined {
    for (const connection of connections) {
      if (connection.waiting !== null && this.#isSameBrowser(connection.surface, surface)) return connection;
    }
    return undefined;
  }

  #isSameBrowser(one: string, other: string): boolean {
    const { browsers } = this.#state;
    return browsers.get(one) === browsers.get(other);
  }
}
