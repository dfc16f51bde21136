/**
 * What a reader of the log aloud says next: lines that came since it last spoke, a few at a time and
 * never one by one while the run is played.
 */

import type { LogLine } from './narration-log.ts';

export interface Spoken {
  /** How many of the lines have been said or passed over. */
  readonly count: number;
  /** When it last spoke, in real milliseconds. */
  readonly saidAtMs: number;
}

export interface Batch {
  readonly lines: readonly LogLine[];
  /** Lines before them that are passed over. */
  readonly left: number;
}

/** While the run is played a batch waits until the one before it can have been read out. */
export const BETWEEN_MS = 3_000;
const MOST_LINES = 4;

/** `batch` is `null` when there is nothing to say, or not yet. A jump back says nothing: what was said stands. */
export function nextBatch(
  spoken: Spoken,
  lines: readonly LogLine[],
  { isPlaying, nowMs }: { readonly isPlaying: boolean; readonly nowMs: number },
): { readonly spoken: Spoken; readonly batch: Batch | null } {
  if (lines.length <= spoken.count) return { spoken: { ...spoken, count: lines.length }, batch: null };
  if (isPlaying && nowMs - spoken.saidAtMs < BETWEEN_MS) return { spoken, batch: null };
  const fresh = lines.slice(spoken.count);
  const said = fresh.slice(-MOST_LINES);
  return {
    spoken: { count: lines.length, saidAtMs: nowMs },
    batch: { lines: said, left: fresh.length - said.length },
  };
}
