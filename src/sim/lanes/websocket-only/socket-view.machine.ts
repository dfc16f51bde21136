/**
 * What a page shows of an answer, from what its socket told it while it was there. An end that came
 * while it was away is never heard of: it stays as it was. Source: F1.1, control without durability.
 */

import { setup } from 'xstate';

export type SocketViewEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  /** `hasAnswer` when the history has an answer to the newest prompt. */
  | { readonly type: 'page.loaded'; readonly hasAnswer: boolean }
  | { readonly type: 'prompt.sent' }
  /** The server told the room that a run began, for a prompt from here or from another page. */
  | { readonly type: 'run.began' }
  | { readonly type: 'answer.began' }
  | { readonly type: 'answer.finished' }
  | { readonly type: 'answer.cancelled' }
  /** The prompt could not be sent. */
  | { readonly type: 'publish.refused' }
  | { readonly type: 'stop.pressed' };

export type SocketViewEffect = { readonly type: 'prompt.publish' } | { readonly type: 'stop.publish' };

const base = setup({
  types: { events: {} as SocketViewEvent, emitted: {} as SocketViewEffect },
  guards: { hasAnswer: ({ event }) => event.type === 'page.loaded' && event.hasAnswer },
});

const stops = { 'stop.pressed': { actions: base.emit({ type: 'stop.publish' }) } };
const ends = { 'answer.finished': 'complete', 'answer.cancelled': 'cancelled' } as const;
const begins = {
  'prompt.sent': { target: 'waiting', actions: base.emit({ type: 'prompt.publish' }) },
  'run.began': 'waiting',
  'answer.began': 'streaming',
} as const;

export const socketViewMachine = base.createMachine({
  id: 'socket-view',
  initial: 'closed',
  states: {
    closed: { on: { 'surface.opened': 'open' } },
    open: {
      initial: 'idle',
      on: { 'surface.closed': 'closed', 'surface.refreshed': '.idle' },
      states: {
        idle: { on: { ...begins, 'page.loaded': { guard: 'hasAnswer', target: 'complete' } } },
        waiting: { on: { ...ends, ...stops, 'answer.began': 'streaming', 'publish.refused': 'error' } },
        streaming: { on: { ...ends, ...stops } },
        complete: { on: begins },
        cancelled: { on: begins },
        error: { on: begins },
      },
    },
  },
});
