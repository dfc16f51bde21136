/** Why something happened: the facts that led to it, back to what a person or the network did. */

import { causesOf } from '../protocol/causes.ts';
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

/** From the fact itself back to its root; steps of machinery and repeated words are left out between. */
export function causeChain(trace: LaneTrace, event: EventId, most = 5): readonly CauseStep[] {
  const chain = trace.events[event] === undefined ? [] : causesOf(trace.events, event);
  const told = chain.filter((step, index) => index === 0 || index === chain.length - 1 || isTelling(step));
  const kept = told.length <= most ? told : [...told.slice(0, most - 1), ...told.slice(-1)];
  return kept.map((step) => causeStep(step, step === chain.at(-1)));
}

/** Every step of the chain, none left out. */
export function wholeCauseChain(trace: LaneTrace, event: EventId): readonly CauseStep[] {
  const chain = trace.events[event] === undefined ? [] : causesOf(trace.events, event);
  return chain.map((step) => causeStep(step, step === chain.at(-1)));
}

/** Says something that a person did not know from what surrounds it: not a message on its way, nor a machine that moved. */
export function isTelling({ type }: TraceEvent): boolean {
  return (
    type !== 'state.entered' && type !== 'token.generated' && type !== 'message.sent' && type !== 'message.delivered'
  );
}

function causeStep(event: TraceEvent, isRoot: boolean): CauseStep {
  return { event: event.id, atMs: event.atMs, sentence: narrateEvent(event), isRoot };
}
