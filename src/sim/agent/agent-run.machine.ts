/**
 * The life of one run of the agent. The machine owns the phases; tokens are data and cost no
 * transition. Source: `model.md`, Agent.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../protocol/time.ts';

export type AgentRunEvent =
  | { readonly type: 'run.abort' }
  | { readonly type: 'run.stall' }
  /** The last token of the script was generated. */
  | { readonly type: 'answer.finished' };

export type AgentRunEffect =
  | { readonly type: 'tokens.begin' }
  | { readonly type: 'abort.noted' }
  | { readonly type: 'stall.noted' }
  | { readonly type: 'run.over'; readonly end: 'complete' | 'cancelled' };

export interface AgentRunInput {
  readonly firstTokenMs: VirtualMs;
  readonly stopLagMs: VirtualMs;
}

export const agentRunMachine = setup({
  types: {
    context: {} as AgentRunInput,
    events: {} as AgentRunEvent,
    emitted: {} as AgentRunEffect,
    input: {} as AgentRunInput,
  },
  delays: {
    FIRST_TOKEN: ({ context }) => context.firstTokenMs,
    STOP_LAG: ({ context }) => context.stopLagMs,
  },
  guards: { hasLag: ({ context }) => context.stopLagMs > 0 },
}).createMachine({
  id: 'agent-run',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({ firstTokenMs: input?.firstTokenMs ?? 0, stopLagMs: input?.stopLagMs ?? 0 }),
  initial: 'thinking',
  states: {
    thinking: {
      after: { FIRST_TOKEN: 'generating' },
      on: { 'run.abort': 'cancelled', 'run.stall': 'stalled' },
    },
    generating: {
      entry: emit({ type: 'tokens.begin' }),
      on: {
        'run.abort': [{ guard: 'hasLag', target: 'aborting' }, { target: 'cancelled' }],
        'run.stall': 'stalled',
        'answer.finished': 'complete',
      },
    },
    /** The abort has arrived; a provider sends tail tokens until it takes effect. */
    aborting: {
      entry: emit({ type: 'abort.noted' }),
      after: { STOP_LAG: 'cancelled' },
      on: { 'answer.finished': 'complete' },
    },
    /** Nobody reads: back-pressure holds the run for ever, unless it is aborted. */
    stalled: { entry: emit({ type: 'stall.noted' }), on: { 'run.abort': 'cancelled' } },
    complete: { entry: emit({ type: 'run.over', end: 'complete' }) },
    cancelled: { entry: emit({ type: 'run.over', end: 'cancelled' }) },
  },
});
