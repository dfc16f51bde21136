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
  /** `mayResume`: there may be a stream to follow. */
  | { readonly type: 'page.loaded'; readonly hasAnswer: boolean; readonly mayResume: boolean }
  | { readonly type: 'path.healed' }
  | { readonly type: 'prompt.sent' }
  | { readonly type: 'answer.began' }
  | { readonly type: 'answer.finished' }
  /** The body ended properly without a terminal part; `hasAnswer` when something of the answer is on the screen. */
  | { readonly type: 'body.ended'; readonly hasAnswer: boolean }
  /** A 204: there is nothing to resume. */
  | { readonly type: 'resume.empty'; readonly hasAnswer: boolean }
  /** The server, or a proxy in its place, answered that it could not serve the request. */
  | { readonly type: 'request.failed' }
  | { readonly type: 'connection.failed' }
  | { readonly type: 'stop.pressed' }
  | { readonly type: 'stop.refused' }
  | { readonly type: 'retry.pressed' };

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
    RETRY: ({ context: { options, failures } }) =>
      options.transport === 'event-source'
        ? options.eventSourceRetryMs
        : options.reconnectDelayMs * 2 ** Math.max(0, failures - 1),
  },
  guards: {
    hasAnswer: ({ event }) => 'hasAnswer' in event && event.hasAnswer,
    mayResume: ({ event }) => event.type === 'page.loaded' && event.mayResume,
    isFetch: ({ context }) => context.options.transport === 'fetch',
    /** The browser itself opens an EventSource again, for ever. */
    isReopened: ({ context }) => context.options.transport === 'event-source',
    retries: ({ context: { options, failures } }) =>
      options.transport === 'fetch' && options.reconnect === 'on-error' && failures < options.reconnectAttempts,
  },
});

const unload = base.emit({ type: 'page.unload' });
const forgetFailures = base.assign({ failures: 0 });
const countFailure = base.assign({ failures: ({ context }) => context.failures + 1 });
const postStop = base.emit({ type: 'stop.post' });
const stopped = { target: 'cancelled', actions: [base.emit({ type: 'connection.hang-up' }), postStop] } as const;
const again = [
  { guard: 'isReopened', target: 'backoff' },
  { guard: 'retries', target: 'backoff', actions: countFailure },
] as const;
const broken = [...again, { target: 'error' }] as const;
/** Any answer but a stream closes an EventSource for good (W eventSource). */
const failed = [{ guard: 'retries', target: 'backoff', actions: countFailure }, { target: 'error' }] as const;
const ending = {
  'answer.finished': 'complete',
  'connection.failed': broken,
  'request.failed': failed,
  'stop.pressed': stopped,
} as const;
/** Nothing checks for a terminal part: with one try or none, a proper end looks complete (F0.10). */
const emptied = [{ guard: 'hasAnswer', target: 'complete' }, { target: 'idle' }] as const;

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
            'page.loaded': [{ guard: 'mayResume', target: 'resuming' }, ...emptied],
            'connection.failed': 'unavailable',
            'request.failed': 'unavailable',
            'body.ended': 'unavailable',
            'prompt.sent': 'waiting',
          },
        },
        /** The browser shows its own error page, and loads again after a while, or when the network is back. */
        unavailable: { after: { PAGE_RETRY: 'loading' }, on: { 'path.healed': 'loading' } },
        resuming: {
          entry: emit({ type: 'resume.get' }),
          on: {
            ...ending,
            'answer.began': 'streaming',
            'resume.empty': emptied,
            'body.ended': [...again, ...emptied],
            'prompt.sent': { target: 'waiting', actions: base.emit({ type: 'connection.hang-up' }) },
          },
        },
        idle: { on: { 'prompt.sent': 'waiting', 'stop.pressed': { actions: postStop } } },
        waiting: {
          entry: [emit({ type: 'prompt.post' }), forgetFailures],
          on: { ...ending, 'answer.began': 'streaming', 'body.ended': [...again, { target: 'complete' }] },
        },
        streaming: {
          entry: forgetFailures,
          on: { ...ending, 'body.ended': [...again, { target: 'complete' }] },
        },
        backoff: { after: { RETRY: 'resuming' }, on: { 'stop.pressed': stopped } },
        complete: { on: { 'prompt.sent': 'waiting', 'stop.pressed': { actions: postStop } } },
        cancelled: { on: { 'prompt.sent': 'waiting', 'stop.refused': 'error' } },
        error: {
          on: {
            'prompt.sent': 'waiting',
            'surface.shown': { guard: 'isFetch', target: 'resuming' },
            'retry.pressed': 'resuming',
            'stop.pressed': { actions: postStop },
          },
        },
      },
    },
  },
});
