/**
 * Where moments stand. Time runs at one pace except in folded stretches, which are pressed together
 * to a short break; everything that is drawn, hit or dragged goes through the same scale.
 */

import type { VirtualMs } from '../../protocol/time.ts';

export interface TimeSpan {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
}

/** Stretches in which nothing happens, in order and apart, and how long each of them is when it is folded. */
export interface Folding {
  readonly stretches: readonly TimeSpan[];
  readonly packedMs: number;
}

export const UNFOLDED: Folding = { stretches: [], packedMs: 0 };

export interface TimeScale {
  readonly span: TimeSpan;
  /** In CSS pixels. */
  readonly width: number;
  readonly folding: Folding;
  /** Outside of folded stretches. */
  readonly msPerPixel: number;
  /** Pixels from the left edge; what is out of sight lies left of 0 or right of `width`. */
  readonly xOf: (atMs: VirtualMs) => number;
  /** The inverse of `xOf`. */
  readonly msAt: (x: number) => VirtualMs;
}

export function createTimeScale(span: TimeSpan, width: number, folding: Folding = UNFOLDED): TimeScale {
  const from = pack(span.fromMs, folding);
  const msPerPixel = (pack(span.toMs, folding) - from) / width;
  return {
    span,
    width,
    folding,
    msPerPixel,
    xOf: (atMs) => (pack(atMs, folding) - from) / msPerPixel,
    msAt: (x) => unpack(from + x * msPerPixel, folding),
  };
}

/** A moment in packed time: as if folded stretches were as short as they are drawn. */
export function pack(atMs: VirtualMs, { stretches, packedMs }: Folding): number {
  let packed = atMs;
  for (const { fromMs, toMs } of stretches) {
    if (atMs <= fromMs) break;
    const length = toMs - fromMs;
    const share = Math.min(1, (atMs - fromMs) / length);
    packed -= share * (length - packedMs);
  }
  return packed;
}

/** The inverse of {@link pack}. */
export function unpack(packed: number, { stretches, packedMs }: Folding): VirtualMs {
  let atMs = packed;
  for (const { fromMs, toMs } of stretches) {
    if (atMs <= fromMs) break;
    const length = toMs - fromMs;
    const share = Math.min(1, (atMs - fromMs) / packedMs);
    atMs += share * (length - packedMs);
  }
  return atMs;
}
