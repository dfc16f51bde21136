/**
 * What a surface shows of the newest prompt, from the session's records alone: a run is over when
 * its end is in the log, not when a connection is. Source: `model.md`, durable-session.
 */

import { setup } from 'xstate';

export type SessionViewEvent =
  | { readonly type: 'surface.opened' }
  | { readonly type: 'surface.closed' }
  | { readonly type: 'surface.refreshed' }
  | { readonly type: 'prompt.sent' }
  /** Somebody asked, here or on another surface. */
  | { readonly type: 'input.recorded' }
  /** A run began for the newest prompt. */
  | { readonly type: 'run.recorded' }
  | { readonly type: 'answer.began' }
  | { readonly type: 'answer.finished' }
  | { readonly type: 'answer.cancelled' }
  /** The log says that nobody goes on with it. */
  | { readonly type: 'answer.crashed' }
  | { readonly type: 'publish.refused' }
  | { readonly type: 'retry.pressed' }
  | { readonly type: 'stop.pressed' };

export type SessionViewEffect = { readonly type: 'input.publish' } | { readonly type: 'stop.publish' };

const base = setup({ types: { events: {} as SessionViewEvent, emitted: {} as SessionViewEffect } });

const publishInput = base.emit({ type: 'input.publish' });
const publishStop = { actions: base.emit({ type: 'stop.publish' }) };
const asks = {
  'prompt.sent': { target: 'waiting', actions: publishInput },
  'input.recorded': 'waiting',
} as const;
const ends = {
  'answer.finished': 'complete',
  'answer.cancelled': 'cancelled',
  'answer.crashed': 'error',
} as const;
const goesOn = { 'run.recorded': 'waiting', 'answer.began': 'streaming' } as const;

export const sessionViewMachine = base.createMachine({
  id: 'session-view',
  initial: 'closed',
  states: {
    closed: { on: { 'surface.opened': 'open' } },
    open: {
      initial: 'idle',
      on: { 'surface.closed': 'closed', 'surface.refreshed': '.idle' },
      states: {
        idle: { on: { ...asks, ...goesOn, ...ends } },
        waiting: {
          on: {
            ...asks,
            ...ends,
            'answer.began': 'streaming',
            'publish.refused': 'error',
            'stop.pressed': publishStop,
          },
        },
        streaming: { on: { ...asks, ...ends, 'stop.pressed': publishStop } },
        complete: { on: { ...asks, ...goesOn, 'answer.cancelled': 'cancelled', 'answer.crashed': 'error' } },
        cancelled: { on: { ...asks, ...goesOn } },
        error: {
          on: { ...asks, ...goesOn, ...ends, 'retry.pressed': { target: 'waiting', actions: publishInput } },
        },
      },
    },
  },
});
