/**
 * The state of a conversation from its records: each run's output in as few pieces as it takes, at
 * its last offset, and the questions that are still open. What a fresh reader is given instead of
 * every record. Source: F1.5 rows 1 and 3.
 */

import type { SessionRecord } from '../../network/packet.ts';

export function accumulate(records: readonly SessionRecord[]): readonly SessionRecord[] {
  const merged: SessionRecord[] = [];
  /** The place in `merged` of each run's last piece of output. */
  const lastOf = new Map<number, number>();
  const settledAt = new Map<number | null, number>();
  for (const { record, run, offset } of records)
    if (record === 'approve' || record === 'reject') settledAt.set(run, offset);
  for (const record of records) {
    const { run } = record;
    if (record.record === 'step') continue;
    if (record.record === 'approval-request' && (settledAt.get(run) ?? -1) > record.offset) continue;
    const at = run === null ? undefined : lastOf.get(run);
    const before = at === undefined ? undefined : merged[at];
    // Only what goes on where the text ends is the same piece; a doubled text stays doubled.
    const goesOn = record.record === 'output' && before !== undefined && record.from === before.to + 1;
    if (goesOn && at !== undefined) {
      merged[at] = { ...before, offset: record.offset, to: record.to };
    } else {
      if (record.record === 'output' && run !== null) lastOf.set(run, merged.length);
      merged.push(record);
    }
  }
  return merged;
}
