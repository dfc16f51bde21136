/** How long connections to a session layer are open, and how long the session is in use. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { EventOf } from './event-of.ts';

type Metered = EventOf<
  'connection.opened' | 'connection.closed' | 'connection.noticed' | 'run.started' | 'run.adopted' | 'run.ended'
>;

interface Meter {
  note(event: Metered): void;
  /** Milliseconds of open connections, summed, and of use, by `horizonMs`. */
  readAt(horizonMs: VirtualMs): { readonly connectionMs: VirtualMs; readonly channelMs: VirtualMs };
}

/** A connection counts until either end knows that it is over; a session is in use while anybody is connected or a run goes on. */
export function createMeter(): Meter {
  const openSince = new Map<number, VirtualMs>();
  const running = new Set<number>();
  let connectionMs = 0;
  let channelMs = 0;
  let inUseSince: VirtualMs | null = null;

  const note = (event: Metered): void => {
    const { atMs } = event;
    switch (event.type) {
      case 'connection.opened':
        if (event.purpose === 'session' || event.purpose === 'publish') openSince.set(event.connection, atMs);
        break;
      case 'connection.closed':
      case 'connection.noticed':
        connectionMs += atMs - (openSince.get(event.connection) ?? atMs);
        openSince.delete(event.connection);
        break;
      case 'run.ended':
        running.delete(event.run);
        break;
      default:
        running.add(event.run);
    }
    const isInUse = openSince.size > 0 || running.size > 0;
    if (!isInUse && inUseSince !== null) channelMs += atMs - inUseSince;
    inUseSince = isInUse ? (inUseSince ?? atMs) : null;
  };

  const readAt = (horizonMs: VirtualMs) => ({
    connectionMs: [...openSince.values()].reduce((sum, sinceMs) => sum + horizonMs - sinceMs, connectionMs),
    channelMs: channelMs + (inUseSince === null ? 0 : horizonMs - inUseSince),
  });

  return { note, readAt };
}
