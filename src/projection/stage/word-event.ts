/** Which event of a lane stands for a word on a screen: its making. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace } from '../../protocol/trace-event.ts';

/** A word of an answer on a surface. */
export interface WordPlace {
  readonly surface: ActorName;
  readonly turn: number;
  readonly agent: ActorName;
  /** Counted from 1. */
  readonly word: number;
}

/** The last making of the word up to `atMs`: that of the run that has the answer now. `null` when it was not made yet. */
export function wordEvent(trace: LaneTrace, { turn, agent, word }: WordPlace, atMs: VirtualMs): EventId | null {
  const runs = new Set<number>();
  let making: EventId | null = null;
  for (const event of trace.events) {
    if (event.atMs > atMs) break;
    if (event.actor !== agent) continue;
    if (event.type === 'run.started' && event.turn === turn) runs.add(event.run);
    else if (event.type === 'token.generated' && event.token === word && runs.has(event.run)) making = event.id;
  }
  return making;
}
