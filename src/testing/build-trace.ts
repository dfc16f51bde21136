/** Traces written by hand, for what the oracle makes of them. */

import type { EventId, LaneTrace } from '../protocol/trace-event.ts';
import { createKernelState, Kernel } from '../sim/kernel/kernel.ts';
import type { NewFact } from '../sim/kernel/kernel.ts';

export interface TraceBuilder {
  /** Records a fact at a moment, not before the last one; `cause` is the event that led to it. */
  at(atMs: number, fact: NewFact, cause?: EventId): EventId;
  /** A run starts and makes words `from` to `to`, one each millisecond. */
  run(atMs: number, run: number, words: number, fields?: { readonly agent?: string; readonly turn?: number }): EventId;
  /** A surface shows words of a run. */
  show(atMs: number, actor: string, run: number, from: number, to: number): EventId;
  /** A run ends. */
  end(atMs: number, run: number, end: 'complete' | 'cancelled' | 'crashed', cause?: EventId): EventId;
}

/** The trace of one lane: `write` records what happens in it. */
export function buildTrace(lane: string, write: (trace: TraceBuilder) => void): LaneTrace {
  const state = createKernelState(lane, 1, 100_000);
  const kernel = new Kernel(state);
  const agents = new Map<number, string>();
  const at: TraceBuilder['at'] = (atMs, fact, cause) => {
    state.nowMs = atMs;
    kernel.cause = cause ?? null;
    return kernel.record(fact);
  };
  write({
    at,
    run: (atMs, run, words, { agent = 'agent', turn = 1 } = {}) => {
      agents.set(run, agent);
      const started = at(atMs, { type: 'run.started', actor: agent, run, turn, process: 1 });
      for (let token = 1; token <= words; token += 1)
        at(atMs + token, { type: 'token.generated', actor: agent, run, token }, started);
      return started;
    },
    show: (atMs, actor, run, from, to) =>
      at(atMs, { type: 'tokens.shown', actor, run, from, to, via: 'live', messages: 1, offset: null }),
    end: (atMs, run, end, cause) =>
      at(atMs, { type: 'run.ended', actor: agents.get(run) ?? 'agent', run, end, tokens: 0 }, cause),
  });
  return { name: lane, lane, title: '', subtitle: '', events: state.trace };
}
