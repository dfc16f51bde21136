/** Stop is a pair: the press at a surface, and the last word of the run that it meant. Between them lies the overshoot. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import { durationText } from '../seconds.ts';

export interface StopPair {
  readonly surface: string;
  readonly pressedAtMs: VirtualMs;
  /** When the last word of the run was made; the press itself when none came after it. */
  readonly haltedAtMs: VirtualMs;
  /** Words made after the press. */
  readonly words: number;
  readonly text: string;
  readonly shortText: string;
}

/** One pair for each press that meant a run. */
export function stopPairs(trace: LaneTrace): readonly StopPair[] {
  const runOfTurn = new Map<number, number>();
  for (const event of trace.events) if (event.type === 'run.started') runOfTurn.set(event.turn, event.run);
  return trace.events.flatMap((stop) => {
    if (stop.type !== 'stop.pressed' || stop.turn === null) return [];
    const run = runOfTurn.get(stop.turn);
    let words = 0;
    let haltedAtMs = stop.atMs;
    for (const event of trace.events) {
      if (event.type !== 'token.generated' || event.run !== run || event.atMs <= stop.atMs) continue;
      words += 1;
      haltedAtMs = event.atMs;
    }
    const said = words === 0 ? 'stopped at once' : `${words} ${words === 1 ? 'word' : 'words'} after stop`;
    return [
      {
        surface: stop.actor,
        pressedAtMs: stop.atMs,
        haltedAtMs,
        words,
        text: words === 0 ? said : `${said}, ${durationText(haltedAtMs - stop.atMs)}`,
        shortText: words === 0 ? 'stopped' : `${words} after stop`,
      },
    ];
  });
}
