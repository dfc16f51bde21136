/**
 * A surface's link to the session. It breaks and comes back without a word about the answer: the
 * connection is not the run. Sources: `model.md`, durable-session; F2.7; W reconnect.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../../protocol/time.ts';
import type { DurableOptions } from './durable-options.ts';
import { PAGE_RETRY_MS } from '../page-retry.ts';

export type SessionLinkEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  | { readonly type: 'page.loaded' }
  /** What the session holds was read, once, before attaching. */
  | { readonly type: 'history.read' }
  /** A prompt waits to be published: a page that is still loading connects at once. */
  | { readonly type: 'publish.asked' }
  | { readonly type: 'session.attached' }
  /** `retryMs` is how long to wait before the next try, drawn by the host. */
  | { readonly type: 'connection.failed'; readonly retryMs: VirtualMs }
  /** The path works again; `isTold` when the browser says so by an online event. */
  | { readonly type: 'path.healed'; readonly isTold: boolean };

export type SessionLinkEffect =
  | { readonly type: 'page.load' }
  | { readonly type: 'page.unload' }
  | { readonly type: 'history.get' }
  | { readonly type: 'session.connect' }
  | { readonly type: 'session.give-up' };

const base = setup({
  types: {
    context: {} as { readonly retryMs: VirtualMs; readonly readsFirst: boolean },
    events: {} as SessionLinkEvent,
    emitted: {} as SessionLinkEffect,
    input: {} as Pick<DurableOptions, 'seam'>,
  },
  delays: {
    PAGE_RETRY: PAGE_RETRY_MS,
    RETRY: ({ context }) => context.retryMs,
    // Measured clients try for about ten seconds (W natsJsInNode: 10 tries of 10.5 s).
    CONNECT_TIMEOUT: 10_000,
  },
  guards: {
    readsFirst: ({ context }) => context.readsFirst,
    isTold: ({ event }) => event.type === 'path.healed' && event.isTold,
  },
});

const unload = base.emit({ type: 'page.unload' });
const keepRetry = base.assign({
  retryMs: ({ context, event }) => (event.type === 'connection.failed' ? event.retryMs : context.retryMs),
});

export const sessionLinkMachine = base.createMachine({
  id: 'session-link',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({ retryMs: 0, readsFirst: input?.seam === 'history-first' }),
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
          on: {
            'page.loaded': [{ guard: 'readsFirst', target: 'reading' }, { target: 'connecting' }],
            'publish.asked': 'connecting',
            'connection.failed': 'unavailable',
          },
        },
        /** The browser shows its own error page, and loads again after a while, or when the network is back. */
        unavailable: { after: { PAGE_RETRY: 'loading' }, on: { 'path.healed': 'loading' } },
        /** The history first, and only then the live records: what is written between the two is in neither. */
        reading: {
          entry: emit({ type: 'history.get' }),
          on: { 'history.read': 'connecting', 'publish.asked': 'connecting', 'connection.failed': 'connecting' },
        },
        connecting: {
          entry: emit({ type: 'session.connect' }),
          after: { CONNECT_TIMEOUT: { target: 'backoff', actions: base.emit({ type: 'session.give-up' }) } },
          on: { 'session.attached': 'live', 'connection.failed': { target: 'backoff', actions: keepRetry } },
        },
        live: { on: { 'connection.failed': { target: 'backoff', actions: keepRetry } } },
        backoff: {
          after: { RETRY: 'connecting' },
          on: { 'path.healed': { guard: 'isTold', target: 'connecting' } },
        },
      },
    },
  },
});
