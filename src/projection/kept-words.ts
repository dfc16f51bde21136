/** Where the whole of the last answer is kept, by what the trace says was written down. */

import type { LaneTrace } from '../protocol/trace-event.ts';

/**
 * `log`: a session's records. `history`: the product's database, saved whole. `null`: nowhere, so
 * that what a screen lacks is lost for good. A resumable buffer ends with its run and keeps nothing.
 */
export type KeptPlace = 'log' | 'history' | null;

export function keptPlace({ events }: LaneTrace): KeptPlace {
  if (events.some(({ type }) => type === 'record.appended')) return 'log';
  const last = events.findLast((event) => event.type === 'run.started');
  const saved = events.findLast((event) => event.type === 'history.saved' && event.run === last?.run);
  return saved?.type === 'history.saved' && saved.whole ? 'history' : null;
}
