/**
 * A page that reads the response body and may ask to resume it: on load, on becoming visible after
 * a disconnect, and, with `reconnect: on-error`, after a break. Sources: `model.md`, resumable-sse;
 * F2.4; W E1 and C1.
 */

import { emit, setup } from 'xstate';
import type { ResumableOptions } from './resumable-options.ts';
import { PAGE_RETRY_MS } from '../page-retry.ts';

export type ResumableClientEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  | { readonly type: 'surface.shown' }
  | { readonly type: 'page.loaded'; readonly hasAnswer: boolean }
  | { readonly type: 'path.healed' }
  | { readonly type: 'prompt.sent' }
  | { readonly type: 'answer.began' }
  | { readonly type: 'answer.finished' }
  | { readonly type: 'body.ended' }
  /** A 204: there is nothing to resume; `hasAnswer` when something of the answer is on the screen. */
  | { readonly type: 'resume.empty'; readonly hasAnswer: boolean }
  | { readonly type: 'connection.failed' }
  | { readonly type: 'stop.pressed' };

export type ResumableClientEffect =
  | { readonly type: 'page.load' }
  | { readonly type: 'page.unload' }
  | { readonly type: 'prompt.post' }
  | { readonly type: 'resume.get' }
  | { readonly type: 'connection.hang-up' }
  | { readonly type: 'stop.post' };

interface ResumableClientContext {
  readonly options: ResumableOptions;
  readonly failures: number;
}

const base = setup({
  types: {
    context: {} as ResumableClientContext,
    events: {} as ResumableClientEvent,
    emitted: {} as ResumableClientEffect,
    input: {} as ResumableOptions,
  },
  delays: {
    PAGE_RETRY: PAGE_RETRY_MS,
    RETRY: ({ context }) => context.options.reconnectDelayMs * 2 ** Math.max(0, context.failures - 1),
  },
  guards: {
    hasAnswer: ({ event }) => (event.type === 'page.loaded' || event.type === 'resume.empty') && event.hasAnswer,
    retries: ({ context }) =>
      context.options.reconnect === 'on-error' && context.failures < context.options.reconnectAttempts,
  },
});

const unload = base.emit({ type: 'page.unload' });
const forgetFailures = base.assign({ failures: 0 });
const countFailure = base.assign({ failures: ({ context }) => context.failures + 1 });
const stop = [base.emit({ type: 'connection.hang-up' }), base.emit({ type: 'stop.post' })];
const broken = [{ guard: 'retries' as const, target: 'backoff', actions: countFailure }, { target: 'error' }] as const;

export const resumableClientMachine = base.createMachine({
  id: 'resumable-client',
  context: ({ input }) => ({ options: input, failures: 0 }),
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
          entry: [emit({ type: 'page.load' }), forgetFailures],
          on: {
            'page.loaded': 'resuming',
            'connection.failed': 'unavailable',
            'body.ended': 'unavailable',
            'prompt.sent': 'waiting',
          },
        },
        /** The browser shows its own error page, and loads again after a while, or when the network is back. */
        unavailable: { after: { PAGE_RETRY: 'loading' }, on: { 'path.healed': 'loading' } },
        resuming: {
          entry: emit({ type: 'resume.get' }),
          on: {
            'answer.began': 'streaming',
            'answer.finished': 'complete',
            'resume.empty': [{ guard: 'hasAnswer', target: 'complete' }, { target: 'idle' }],
            'connection.failed': broken,
            'body.ended': [{ guard: 'retries', target: 'backoff', actions: countFailure }, { target: 'idle' }],
            'prompt.sent': { target: 'waiting', actions: base.emit({ type: 'connection.hang-up' }) },
            'stop.pressed': { target: 'cancelled', actions: stop },
          },
        },
        idle: { on: { 'prompt.sent': 'waiting', 'stop.pressed': { actions: base.emit({ type: 'stop.post' }) } } },
        waiting: {
          entry: [emit({ type: 'prompt.post' }), forgetFailures],
          on: {
            'answer.began': 'streaming',
            'answer.finished': 'complete',
            'body.ended': [{ guard: 'retries', target: 'backoff', actions: countFailure }, { target: 'complete' }],
            'connection.failed': broken,
            'stop.pressed': { target: 'cancelled', actions: stop },
          },
        },
        streaming: {
          entry: forgetFailures,
          on: {
            'answer.finished': 'complete',
            'body.ended': [{ guard: 'retries', target: 'backoff', actions: countFailure }, { target: 'complete' }],
            'connection.failed': broken,
            'stop.pressed': { target: 'cancelled', actions: stop },
          },
        },
        backoff: {
          after: { RETRY: 'resuming' },
          on: { 'stop.pressed': { target: 'cancelled', actions: stop } },
        },
        complete: { on: { 'prompt.sent': 'waiting', 'stop.pressed': { actions: base.emit({ type: 'stop.post' }) } } },
        cancelled: { on: { 'prompt.sent': 'waiting' } },
        error: {
          on: {
            'prompt.sent': 'waiting',
            'surface.shown': 'resuming',
            'stop.pressed': { actions: base.emit({ type: 'stop.post' }) },
          },
        },
      },
    },
  },
});
