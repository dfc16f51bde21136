/** The words of an answer as one surface shows them at one moment, in stretches of the same kind. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { Appearance, ScreenEpoch } from './screen-index.ts';

/**
 * - `on-time`: it came as it was made
 * - `late`: it came by a replay or from the history
 * - `doubled`: it stands there more than once
 * - `missing`: it was made, and it is not here and not on its way
 */
export type WordKind = 'on-time' | 'late' | 'doubled' | 'missing';

export interface AnswerSegment {
  readonly kind: WordKind;
  /** First and last word, counted from 1, both included. */
  readonly from: number;
  readonly to: number;
}

/** Words that were not made yet, or are on their way, are in no segment. */
export function answerSegments(answer: AnswerIndex, epoch: ScreenEpoch, atMs: VirtualMs): readonly AnswerSegment[] {
  const words = epoch.words.get(answer.place) ?? [];
  const segments: AnswerSegment[] = [];
  for (let word = 1; word <= answer.madeAtMs.length; word += 1) {
    const kind = kindOf(words[word - 1] ?? [], answer.madeAtMs[word - 1] ?? Infinity, atMs);
    if (kind === null) continue;
    const last = segments.at(-1);
    if (last !== undefined && last.kind === kind && last.to === word - 1)
      segments[segments.length - 1] = { ...last, to: word };
    else segments.push({ kind, from: word, to: word });
  }
  return segments;
}

export function countWords(segments: readonly AnswerSegment[], isCounted: (kind: WordKind) => boolean): number {
  return segments.reduce((sum, { kind, from, to }) => (isCounted(kind) ? sum + to - from + 1 : sum), 0);
}

function kindOf(appearances: readonly Appearance[], madeAtMs: VirtualMs, atMs: VirtualMs): WordKind | null {
  const [first, second] = appearances.filter((shown) => shown.atMs <= atMs && atMs < shown.untilMs);
  if (second !== undefined) return 'doubled';
  if (first !== undefined) return first.via === 'live' ? 'on-time' : 'late';
  if (madeAtMs > atMs) return null;
  // A word that was made and will still come live is on its way; one that comes by a replay has lost its ride.
  const next = appearances.find((shown) => shown.atMs > atMs);
  return next?.via === 'live' && next.madeAtMs <= atMs ? null : 'missing';
}
