/**
 * The life of one run of an agent, in one process. The machine owns the phases; tokens are data and
 * cost no transition. Source: `model.md`, Agent.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../protocol/time.ts';

export type AgentRunEvent =
  | { readonly type: 'run.abort' }
  | { readonly type: 'run.stall' }
  /** The process is gone, and the run with it. */
  | { readonly type: 'run.crash' }
  /** A tool is called; nothing is written for `forMs`. */
  | { readonly type: 'tool.call'; readonly forMs: VirtualMs; readonly ignoresAbort: boolean }
  /** The run needs a person's answer. */
  | { readonly type: 'approval.ask' }
  /** The first answer; `isApproved` says which. */
  | { readonly type: 'approval.settle'; readonly isApproved: boolean }
  /** The last token of the script was generated, and no part is left. */
  | { readonly type: 'answer.finished' };

export type AgentRunEffect =
  /** What comes next: a part of the script, or tokens. `isFirst` right after thinking. */
  | { readonly type: 'script.go-on'; readonly isFirst: boolean }
  /** A step changes the world now, if it has an effect. */
  | { readonly type: 'step.apply' }
  /** The run knows that the step is done. */
  | { readonly type: 'step.finish' }
  | { readonly type: 'abort.noted' }
  | { readonly type: 'stall.noted' }
  | { readonly type: 'run.over'; readonly end: 'complete' | 'cancelled' | 'crashed' };

export interface AgentRunInput {
  readonly firstTokenMs: VirtualMs;
  readonly stopLagMs: VirtualMs;
}

interface AgentRunContext extends AgentRunInput {
  readonly toolMs: VirtualMs;
  readonly ignoresAbort: boolean;
  /** What came during a tool that goes on all the same. */
  readonly isAborted: boolean;
  readonly isStalled: boolean;
}

const base = setup({
  types: {
    context: {} as AgentRunContext,
    events: {} as AgentRunEvent,
    emitted: {} as AgentRunEffect,
    input: {} as AgentRunInput,
  },
  delays: {
    FIRST_TOKEN: ({ context }) => context.firstTokenMs,
    STOP_LAG: ({ context }) => context.stopLagMs,
    TOOL: ({ context }) => context.toolMs,
    /** Between an effect and its being known: within the same millisecond, after every fault. */
    RETURN: 0,
  },
  guards: {
    hasLag: ({ context }) => context.stopLagMs > 0,
    isDeaf: ({ context }) => context.ignoresAbort,
    isAborted: ({ context }) => context.isAborted,
    isStalled: ({ context }) => context.isStalled,
    isApproved: ({ event }) => event.type === 'approval.settle' && event.isApproved,
  },
});

const callTool = base.assign({
  toolMs: ({ event }) => (event.type === 'tool.call' ? event.forMs : 0),
  ignoresAbort: ({ event }) => event.type === 'tool.call' && event.ignoresAbort,
});
const applyStep = base.emit({ type: 'step.apply' });
const finishStep = base.emit({ type: 'step.finish' });
const noteAbort = [base.assign({ isAborted: true }), base.emit({ type: 'abort.noted' })];
const noteStall = base.assign({ isStalled: true });

export const agentRunMachine = base.createMachine({
  id: 'agent-run',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({
    firstTokenMs: input?.firstTokenMs ?? 0,
    stopLagMs: input?.stopLagMs ?? 0,
    toolMs: 0,
    ignoresAbort: false,
    isAborted: false,
    isStalled: false,
  }),
  initial: 'thinking',
  states: {
    thinking: {
      after: { FIRST_TOKEN: { target: 'generating', actions: base.emit({ type: 'script.go-on', isFirst: true }) } },
      on: { 'run.abort': 'cancelled', 'run.stall': 'stalled', 'run.crash': 'crashed' },
    },
    generating: {
      on: {
        'tool.call': { target: 'working', actions: callTool },
        'approval.ask': 'asking',
        'run.abort': [{ guard: 'hasLag', target: 'aborting' }, { target: 'cancelled' }],
        'run.stall': 'stalled',
        'run.crash': 'crashed',
        'answer.finished': 'complete',
      },
    },
    /** A tool runs. One that does not listen to an abort runs to its end; one that nobody reads does, too, since it writes nothing. */
    working: {
      after: { TOOL: { target: 'returning', actions: applyStep } },
      on: {
        // Heard already: a second abort says nothing new.
        'run.abort': [{ guard: 'isAborted' }, { guard: 'isDeaf', actions: noteAbort }, { target: 'cancelled' }],
        'run.stall': { actions: noteStall },
        'run.crash': 'crashed',
      },
    },
    /** Nothing goes on without a person's answer. */
    asking: {
      on: {
        'approval.settle': [{ guard: 'isApproved', target: 'returning', actions: applyStep }, { target: 'returning' }],
        'run.abort': 'cancelled',
        'run.stall': 'stalled',
        'run.crash': 'crashed',
      },
    },
    /** The step has happened in the world and the run does not know it yet: a crash here is a crash after the effect. */
    returning: {
      after: {
        RETURN: [
          { guard: 'isAborted', target: 'cancelled', actions: finishStep },
          { guard: 'isStalled', target: 'stalled', actions: finishStep },
          { target: 'generating', actions: [finishStep, base.emit({ type: 'script.go-on', isFirst: false })] },
        ],
      },
      on: { 'run.abort': { actions: noteAbort }, 'run.stall': { actions: noteStall }, 'run.crash': 'crashed' },
    },
    /** The abort has arrived; a provider sends tail tokens until it takes effect. */
    aborting: {
      entry: emit({ type: 'abort.noted' }),
      after: { STOP_LAG: 'cancelled' },
      on: { 'answer.finished': 'complete', 'run.crash': 'crashed' },
    },
    /** Nobody reads: back-pressure holds the run for ever, unless it is aborted. */
    stalled: { entry: emit({ type: 'stall.noted' }), on: { 'run.abort': 'cancelled', 'run.crash': 'crashed' } },
    complete: { entry: emit({ type: 'run.over', end: 'complete' }) },
    cancelled: { entry: emit({ type: 'run.over', end: 'cancelled' }) },
    crashed: { entry: emit({ type: 'run.over', end: 'crashed' }) },
  },
});
