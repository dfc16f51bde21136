/** What an agent hands to the session: a record, and what makes a repeated one known. */

import type { SessionRecord } from '../../network/packet.ts';

export interface SessionWrite {
  readonly record: Omit<SessionRecord, 'offset'>;
  /** Who writes, whatever process it runs in: an answer of one agent. */
  readonly producer: string;
  /** Counts a producer's output within an epoch, from 0; `null` for records that are their own mark. */
  readonly seq: number | null;
  /** The epoch of the run in its agent, to be told when it is fenced. */
  readonly attempt: number;
}

/** A record with nothing in it but what its kind needs. */
export function blankRecord(
  kind: SessionRecord['record'],
  turn: number,
  run: number | null,
  writer: string,
): Omit<SessionRecord, 'offset'> {
  return { record: kind, turn, run, from: 0, to: 0, end: null, writer, epoch: 0, about: '' };
}
