/**
 * A page that reads the response body and nothing else: the connection and the answer are one and
 * the same thing. A `fetch` ends with its connection; an `EventSource` is opened again by the
 * browser, which asks the same question once more. Source: `model.md`, naive-sse; F2.1, F2.2.
 */

import { emit, setup } from 'xstate';
import { PAGE_RETRY_MS } from '../page-retry.ts';
import type { NaiveOptions } from './naive-options.ts';

export type NaiveClientEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  | { readonly type: 'surface.hidden' }
  | { readonly type: 'surface.shown' }
  /** The page is there; `hasPrompt` when the history holds a prompt, `hasAnswer` when it holds an answer to the last one. */
  | { readonly type: 'page.loaded'; readonly hasPrompt: boolean; readonly hasAnswer: boolean }
  | { readonly type: 'path.healed' }
  | { readonly type: 'prompt.sent' }
  /** A person asks for the last answer again. */
  | { readonly type: 'retry.pressed' }
  | { readonly type: 'answer.began' }
  /** The terminal part arrived. */
  | { readonly type: 'answer.finished' }
  /** The answer to the request is not a stream: an error page, or a plain failure. */
  | { readonly type: 'answer.refused' }
  /** The body ended properly without a terminal part. */
  | { readonly type: 'body.ended' }
  | { readonly type: 'connection.failed' }
  | { readonly type: 'stop.pressed' };

export type NaiveClientEffect =
  | { readonly type: 'page.load' }
  | { readonly type: 'prompt.post' }
  /** Takes the former answer to the last prompt off the screen. */
  | { readonly type: 'answer.discard' }
  | { readonly type: 'connection.hang-up' }
  | { readonly type: 'page.unload' };

const base = setup({
  types: {
    context: {} as NaiveOptions,
    events: {} as NaiveClientEvent,
    emitted: {} as NaiveClientEffect,
    input: {} as NaiveOptions,
  },
  delays: { PAGE_RETRY: PAGE_RETRY_MS, EVENT_SOURCE_RETRY: ({ context }) => context.eventSourceRetryMs },
  guards: {
    hasAnswer: ({ event }) => event.type === 'page.loaded' && event.hasAnswer,
    hasUnansweredPrompt: ({ context, event }) =>
      context.transport === 'event-source' && event.type === 'page.loaded' && event.hasPrompt,
    isEventSource: ({ context }) => context.transport === 'event-source',
    isLeftOpen: ({ context }) => context.transport === 'event-source' && !context.closeOnDone,
    mayRetry: ({ context }) => context.retry === 'manual',
    // An EventSource does not look at whether its tab is in front.
    hangsUpWhenHidden: ({ context }) => context.retry === 'repost-on-show' && context.transport === 'fetch',
  },
});

const hangUp = base.emit({ type: 'connection.hang-up' });
const unload = base.emit({ type: 'page.unload' });
/** The page makes room at once, before the new answer begins, as the SDK's `regenerate` does. */
const retry = { guard: 'mayRetry', target: 'waiting', actions: base.emit({ type: 'answer.discard' }) } as const;
const cancel = { target: 'cancelled', actions: hangUp } as const;
const park = { guard: 'hangsUpWhenHidden', target: 'parked', actions: hangUp } as const;

export const naiveClientMachine = base.createMachine({
  id: 'naive-client',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({ ...input }),
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
            'page.loaded': [
              { guard: 'hasAnswer', target: 'complete' },
              // The prompt is in the URL, and the browser has no memory of having asked (W B1 S6, S7).
              { guard: 'hasUnansweredPrompt', target: 'waiting' },
              { target: 'idle' },
            ],
            'connection.failed': 'unavailable',
            'body.ended': 'unavailable',
            'answer.refused': 'unavailable',
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
            'answer.finished': [{ guard: 'isLeftOpen', target: 'done' }, { target: 'complete' }],
            // Nothing checks for a terminal part: a proper end looks complete (F0.10).
            'body.ended': [{ guard: 'isEventSource', target: 'reopening' }, { target: 'complete' }],
            'connection.failed': [{ guard: 'isEventSource', target: 'reopening' }, { target: 'error' }],
            'answer.refused': 'error',
            'stop.pressed': cancel,
            'surface.hidden': park,
          },
        },
        streaming: {
          on: {
            'answer.finished': [{ guard: 'isLeftOpen', target: 'done' }, { target: 'complete' }],
            'body.ended': [{ guard: 'isEventSource', target: 'reopening' }, { target: 'complete' }],
            'connection.failed': [{ guard: 'isEventSource', target: 'reopening' }, { target: 'error' }],
            'answer.refused': 'error',
            'stop.pressed': cancel,
            'surface.hidden': park,
          },
        },
        /** The browser waits, always equally long, and asks again. */
        reopening: { after: { EVENT_SOURCE_RETRY: 'waiting' }, on: { 'stop.pressed': 'cancelled' } },
        /** The answer is whole and nobody closed the EventSource: to the browser its end is one more break. */
        done: {
          after: { EVENT_SOURCE_RETRY: 'waiting' },
          on: { 'prompt.sent': 'waiting', 'retry.pressed': retry, 'stop.pressed': 'complete' },
        },
        /** Hung up because the tab is in the background; its prompt is posted again when it is in front (F2.2). */
        parked: { on: { 'surface.shown': 'waiting', 'stop.pressed': 'cancelled' } },
        complete: { on: { 'prompt.sent': 'waiting', 'retry.pressed': retry } },
        cancelled: { on: { 'prompt.sent': 'waiting', 'retry.pressed': retry } },
        error: { on: { 'prompt.sent': 'waiting', 'retry.pressed': retry } },
      },
    },
  },
});
