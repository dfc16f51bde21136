/** Where the whole of the last answer is kept, by what the trace says was written down. */

import type { LaneTrace } from '../protocol/trace-event.ts';

/**
 * `log`: a session's records. `history`: the product's database, saved whole. `null`: nowhere, so
 * that what a screen lacks is lost for good. A resumable buffer ends with its run and keeps nothing.
 */
export type KeptPlace = 'log' | 'history' | null;

export function keptPlace({ events }: LaneTrace): KeptPlace {
  if (events.some(({ type }) => type === 'record.appended')) return 'log';
  const started = events.filter((event) => event.type === 'run.started');
  const turn = started.at(-1)?.turn;
  // Of each agent the newest run of the last turn: all of them together are the last answer.
  const last = new Map(started.filter((run) => run.turn === turn).map(({ actor, run }) => [actor, run]));
  const isWhole = (run: number) => {
    const saved = events.findLast((event) => event.type === 'history.saved' && event.run === run);
    return saved?.type === 'history.saved' && saved.whole;
  };
  return last.size > 0 && [...last.values()].every(isWhole) ? 'history' : null;
}
