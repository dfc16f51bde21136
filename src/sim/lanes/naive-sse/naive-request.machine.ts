/**
 * One request at the server, and what the four switches make of a closed connection. The fourth,
 * noticing, is the event `client.gone` itself: nothing happens before it. The switches hold for
 * every run of the request. Sources: `model.md`, naive-sse; F2.1; W A0 to A2.
 */

import { emit, setup } from 'xstate';
import type { NaiveOptions } from './naive-options.ts';

export type NaiveRequestEvent =
  | { readonly type: 'client.gone' }
  /** The last of the request's runs has ended. */
  | { readonly type: 'runs.ended' }
  /** The process is gone, and what it had not saved with it (W A0 S12). */
  | { readonly type: 'process.died' };

export type NaiveRequestEffect =
  | { readonly type: 'runs.abort' }
  | { readonly type: 'runs.stall' }
  /** The handler's end callback fires at the cut, with the part written so far. */
  | { readonly type: 'history.save-part' }
  | { readonly type: 'history.save-whole' }
  | { readonly type: 'response.finish' };

const base = setup({
  types: {
    context: {} as NaiveOptions,
    events: {} as NaiveRequestEvent,
    emitted: {} as NaiveRequestEffect,
    input: {} as NaiveOptions,
  },
  guards: {
    isNotTold: ({ context }) => !context.closePropagated,
    isForwarded: ({ context }) => context.signalForwarded,
    isDrained: ({ context }) => context.drained,
    stalls: ({ context }) => context.onOrphan === 'stall',
  },
});

/** Nothing is saved on the way out. */
const die = { 'process.died': 'ended' } as const;

export const naiveRequestMachine = base.createMachine({
  id: 'naive-request',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({ ...input }),
  initial: 'serving',
  states: {
    serving: {
      on: {
        ...die,
        'client.gone': [
          { guard: 'isNotTold', target: 'unaware' },
          { guard: 'isForwarded', target: 'aborting' },
          { guard: 'isDrained', target: 'draining' },
          { guard: 'stalls', target: 'stalled' },
          { target: 'orphaned' },
        ],
        'runs.ended': {
          target: 'ended',
          actions: [base.emit({ type: 'history.save-whole' }), base.emit({ type: 'response.finish' })],
        },
      },
    },
    /** The platform knows that the client has gone and does not say so: the handler writes on into the void. */
    unaware: { on: { ...die, 'runs.ended': { target: 'ended', actions: emit({ type: 'history.save-whole' }) } } },
    aborting: {
      entry: [emit({ type: 'history.save-part' }), emit({ type: 'runs.abort' })],
      on: { ...die, 'runs.ended': 'ended' },
    },
    draining: { on: { ...die, 'runs.ended': { target: 'ended', actions: emit({ type: 'history.save-whole' }) } } },
    /** Generation runs on for nobody, and its end is saved nowhere. */
    orphaned: { entry: emit({ type: 'history.save-part' }), on: { ...die, 'runs.ended': 'ended' } },
    stalled: {
      entry: [emit({ type: 'history.save-part' }), emit({ type: 'runs.stall' })],
      on: { ...die, 'runs.ended': 'ended' },
    },
    ended: {},
  },
});
