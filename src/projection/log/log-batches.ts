/**
 * What a reader of the log aloud says next: lines that came since it last spoke, a few at a time and
 * never one by one while the run is played.
 */

import type { LogLine } from './narration-log.ts';

export interface Spoken {
  /** The log that it reads from: of another run, or of other lanes, it is another one. */
  readonly log: readonly LogLine[];
  /** How many lines of it have been said or passed over. */
  readonly count: number;
  /** When it last spoke, in real milliseconds. */
  readonly saidAtMs: number;
}

export interface Batch {
  readonly lines: readonly LogLine[];
  /** Lines before them that are passed over. */
  readonly left: number;
}

/** What has happened by the playhead: the first `count` lines of `log`. */
export interface Told {
  readonly log: readonly LogLine[];
  readonly count: number;
  readonly isPlaying: boolean;
  /** In real milliseconds. */
  readonly nowMs: number;
}

/** While the run is played a batch waits until the one before it can have been read out. */
export const BETWEEN_MS = 3_000;
/** So long the playhead must have stood still; who drags it along hears where it comes to rest. */
export const REST_MS = 600;
const MOST_LINES = 4;

/**
 * `batch` is `null` when there is nothing to say, or not yet. A jump back says nothing: what was said
 * stands. Nor does another log: people asked for it to be shown, and it was not read out before.
 */
export function nextBatch(
  spoken: Spoken,
  { log, count, isPlaying, nowMs }: Told,
): { readonly spoken: Spoken; readonly batch: Batch | null } {
  if (log !== spoken.log || count <= spoken.count) return { spoken: { ...spoken, log, count }, batch: null };
  if (isPlaying && nowMs - spoken.saidAtMs < BETWEEN_MS) return { spoken, batch: null };
  const fresh = log.slice(spoken.count, count);
  const said = fresh.slice(-MOST_LINES);
  return {
    spoken: { log, count, saidAtMs: nowMs },
    batch: { lines: said, left: fresh.length - said.length },
  };
}
