/**
 * Every state and event of `session-link` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { SessionLinkEvent } from './session-link.machine.ts';

export const SESSION_LINK_TABLE = {
  closed: {
    'surface.opened': 'open.loading',
    'surface.closed': '(ignored)',
    'surface.refreshed': '(ignored)',
    'page.loaded': '(ignored)',
    'history.read': '(ignored)',
    'publish.asked': '(ignored)',
    'session.attached': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': '(ignored)',
  },
  'open.loading': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': '(stays)',
    'page.loaded': 'open.connecting or open.reading',
    'history.read': '(ignored)',
    'publish.asked': 'open.connecting',
    'session.attached': '(ignored)',
    'connection.failed': 'open.unavailable',
    'path.healed': '(ignored)',
  },
  'open.connecting': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'history.read': '(ignored)',
    'publish.asked': '(ignored)',
    'session.attached': 'open.live',
    'connection.failed': 'open.backoff',
    'path.healed': '(ignored)',
    'after CONNECT_TIMEOUT': 'open.backoff',
  },
  'open.unavailable': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'history.read': '(ignored)',
    'publish.asked': '(ignored)',
    'session.attached': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': 'open.loading',
    'after PAGE_RETRY': 'open.loading',
  },
  'open.reading': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'history.read': 'open.connecting',
    'publish.asked': 'open.connecting',
    'session.attached': '(ignored)',
    'connection.failed': 'open.connecting',
    'path.healed': '(ignored)',
  },
  'open.live': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'history.read': '(ignored)',
    'publish.asked': '(ignored)',
    'session.attached': '(ignored)',
    'connection.failed': 'open.backoff',
    'path.healed': '(ignored)',
  },
  'open.backoff': {
    'surface.opened': '(ignored)',
    'surface.closed': 'closed',
    'surface.refreshed': 'open.loading',
    'page.loaded': '(ignored)',
    'history.read': '(ignored)',
    'publish.asked': '(ignored)',
    'session.attached': '(ignored)',
    'connection.failed': '(ignored)',
    'path.healed': '(ignored) or open.connecting',
    'after RETRY': 'open.connecting',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<SessionLinkEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
