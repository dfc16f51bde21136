/**
 * A page's socket: opened after the load, and again after each break, with growing waits. What was
 * sent while it was away is nobody's business. Sources: `model.md`, last line of durable-session; W
 * reconnect.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../../protocol/time.ts';
import { PAGE_RETRY_MS } from '../page-retry.ts';

export type SocketLinkEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  | { readonly type: 'page.loaded' }
  /** A message waits for a socket: a page that is still loading opens it at once. */
  | { readonly type: 'publish.asked' }
  | { readonly type: 'socket.opened' }
  /** `retryMs` is how long to wait before the next try, drawn by the host. */
  | { readonly type: 'connection.failed'; readonly retryMs: VirtualMs }
  /** The path works again; `isTold` when the browser says so by an online event. */
  | { readonly type: 'path.healed'; readonly isTold: boolean };

export type SocketLinkEffect =
  | { readonly type: 'page.load' }
  | { readonly type: 'page.unload' }
  | { readonly type: 'socket.open' }
  | { readonly type: 'socket.give-up' };

const base = setup({
  types: {
    context: {} as { readonly retryMs: VirtualMs },
    events: {} as SocketLinkEvent,
    emitted: {} as SocketLinkEffect,
  },
  delays: {
    PAGE_RETRY: PAGE_RETRY_MS,
    RETRY: ({ context }) => context.retryMs,
    // Measured clients try for about ten seconds (W natsJsInNode: 10 tries of 10.5 s).
    CONNECT_TIMEOUT: 10_000,
  },
  guards: { isTold: ({ event }) => event.type === 'path.healed' && event.isTold },
});

const unload = base.emit({ type: 'page.unload' });
const toBackoff = {
  target: 'backoff',
  actions: base.assign({
    retryMs: ({ context, event }) => (event.type === 'connection.failed' ? event.retryMs : context.retryMs),
  }),
} as const;

export const socketLinkMachine = base.createMachine({
  id: 'socket-link',
  context: { retryMs: 0 },
  initial: 'closed',
  states: {
    closed: { on: { 'surface.opened': 'open' } },
    open: {
      initial: 'loading',
      on: {
        'surface.closed': { target: 'closed', actions: unload },
        'surface.refreshed': { target: '.loading', actions: unload },
      },
      states: {
        loading: {
          entry: emit({ type: 'page.load' }),
          on: { 'page.loaded': 'connecting', 'publish.asked': 'connecting', 'connection.failed': 'unavailable' },
        },
        /** The browser shows its own error page, and loads again after a while, or when the network is back. */
        unavailable: { after: { PAGE_RETRY: 'loading' }, on: { 'path.healed': 'loading' } },
        connecting: {
          entry: emit({ type: 'socket.open' }),
          after: { CONNECT_TIMEOUT: { target: 'backoff', actions: base.emit({ type: 'socket.give-up' }) } },
          on: { 'socket.opened': 'live', 'connection.failed': toBackoff },
        },
        live: { on: { 'connection.failed': toBackoff } },
        backoff: {
          after: { RETRY: 'connecting' },
          on: { 'path.healed': { guard: 'isTold', target: 'connecting' } },
        },
      },
    },
  },
});
