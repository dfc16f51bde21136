/** How times are written on the page: seconds, with a fixed number of digits, so that columns of them line up. */

import type { VirtualMs } from '../protocol/time.ts';

/** `1740` as `1.740`, the full precision of the clock, without its unit. */
export function exactSeconds(ms: VirtualMs): string {
  return (ms / 1000).toFixed(3);
}

/** `1740` as `1.74`: enough to recognise a moment in a sentence, without its unit. */
export function roundSeconds(ms: VirtualMs): string {
  return (ms / 1000).toFixed(2);
}

/** `3000` as `3 s`, `250` as `250 ms`: a duration in a sentence. */
export function durationText(ms: VirtualMs): string {
  if (ms < 1000) return `${ms} ms`;
  return `${Number((ms / 1000).toFixed(2))} s`;
}
