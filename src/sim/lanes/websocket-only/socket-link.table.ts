/**
 * Every state and event of `socket-link` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `socket-tables.test.ts`.
 */

import type { SocketLinkEvent } from './socket-link.machine.ts';

export const SOCKET_LINK_TABLE = {
  closed: {
    'surface.opened': 'open.loading',
    'surface.closed': '(ignored)',
    'surface.refreshed': '(ignored)',
    'page.loaded': '(ignored)',
    'publish.asked': '(ignored)',
    'socket.opened': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': '(ignored)',
  },
  'open.loading': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': '(stays)',
    'page.loaded': 'open.connecting',
    'publish.asked': 'open.connecting',
    'socket.opened': '(ignored)',
    'connection.failed': 'open.unavailable',
    'path.healed': '(ignored)',
  },
  'open.connecting': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'publish.asked': '(ignored)',
    'socket.opened': 'open.live',
    'connection.failed': 'open.backoff',
    'path.healed': '(ignored)',
    'after CONNECT_TIMEOUT': 'open.backoff',
  },
  'open.unavailable': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'publish.asked': '(ignored)',
    'socket.opened': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': 'open.loading',
    'after PAGE_RETRY': 'open.loading',
  },
  'open.live': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'publish.asked': '(ignored)',
    'socket.opened': '(ignored)',
    'connection.failed': 'open.backoff',
    'path.healed': '(ignored)',
  },
  'open.backoff': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'publish.asked': '(ignored)',
    'socket.opened': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': '(ignored) or open.connecting',
    'after RETRY': 'open.connecting',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<SocketLinkEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
