/**
 * A page that reads the response body and nothing else: the connection and the answer are one and
 * the same thing. No ids, no cursor, no reconnection. Source: `model.md`, naive-sse; F2.1.
 */

import { emit, setup } from 'xstate';
import { PAGE_RETRY_MS } from '../page-retry.ts';

export type NaiveClientEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  /** The page is there; `hasAnswer` when the saved history holds an answer to the last prompt. */
  | { readonly type: 'page.loaded'; readonly hasAnswer: boolean }
  | { readonly type: 'path.healed' }
  | { readonly type: 'prompt.sent' }
  | { readonly type: 'answer.began' }
  /** The terminal part arrived. */
  | { readonly type: 'answer.finished' }
  /** The body ended properly without a terminal part. */
  | { readonly type: 'body.ended' }
  | { readonly type: 'connection.failed' }
  | { readonly type: 'stop.pressed' };

export type NaiveClientEffect =
  | { readonly type: 'page.load' }
  | { readonly type: 'prompt.post' }
  | { readonly type: 'connection.hang-up' }
  | { readonly type: 'page.unload' };

const base = setup({
  types: { events: {} as NaiveClientEvent, emitted: {} as NaiveClientEffect },
  delays: { PAGE_RETRY: PAGE_RETRY_MS },
  guards: { hasAnswer: ({ event }) => event.type === 'page.loaded' && event.hasAnswer },
});

const hangUp = base.emit({ type: 'connection.hang-up' });
const unload = base.emit({ type: 'page.unload' });

export const naiveClientMachine = base.createMachine({
  id: 'naive-client',
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
            'page.loaded': [{ guard: 'hasAnswer', target: 'complete' }, { target: 'idle' }],
            'connection.failed': 'unavailable',
            'body.ended': 'unavailable',
            'prompt.sent': 'waiting',
          },
        },
        /** The browser shows its own error page, and loads again after a while, or when the network is back. */
        unavailable: { after: { PAGE_RETRY: 'loading' }, on: { 'path.healed': 'loading' } },
        idle: { on: { 'prompt.sent': 'waiting' } },
        waiting: {
          entry: emit({ type: 'prompt.post' }),
          on: {
            'answer.began': 'streaming',
            'answer.finished': 'complete',
            // Nothing checks for a terminal part: a proper end looks complete (F0.10).
            'body.ended': 'complete',
            'connection.failed': 'error',
            'stop.pressed': { target: 'cancelled', actions: hangUp },
          },
        },
        streaming: {
          on: {
            'answer.finished': 'complete',
            'body.ended': 'complete',
            'connection.failed': 'error',
            'stop.pressed': { target: 'cancelled', actions: hangUp },
          },
        },
        complete: { on: { 'prompt.sent': 'waiting' } },
        cancelled: { on: { 'prompt.sent': 'waiting' } },
        error: { on: { 'prompt.sent': 'waiting' } },
      },
    },
  },
});
