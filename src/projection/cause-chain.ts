/** Why something happened: the facts that led to it, back to what a person or the network did. */

import type { VirtualMs } from '../protocol/time.ts';
import type { EventId, LaneTrace, TraceEvent } from '../protocol/trace-event.ts';
import { narrateEvent } from './narrate-event.ts';

export interface CauseStep {
  readonly event: EventId;
  readonly atMs: VirtualMs;
  readonly sentence: string;
  /** What a person or the network did: the chain ends here. */
  readonly isRoot: boolean;
}

const MOST_STEPS = 200;

/** From the fact itself back to its root; steps of machinery and repeated words are left out between. */
export function causeChain(trace: LaneTrace, event: EventId, most = 5): readonly CauseStep[] {
  const chain: TraceEvent[] = [];
  let fact = trace.events[event];
  while (fact !== undefined && chain.length < MOST_STEPS) {
    chain.push(fact);
    fact = fact.causedBy === null ? undefined : trace.events[fact.causedBy];
  }
  const told = chain.filter((step, index) => index === 0 || index === chain.length - 1 || isTelling(step));
  const kept = told.length <= most ? told : [...told.slice(0, most - 1), ...told.slice(-1)];
  return kept.map((step) => ({
    event: step.id,
    atMs: step.atMs,
    sentence: narrateEvent(step),
    isRoot: step.causedBy === null,
  }));
}

function isTelling({ type }: TraceEvent): boolean {
  return (
    type !== 'state.entered' && type !== 'token.generated' && type !== 'message.sent' && type !== 'message.delivered'
  );
}
