/** The shared time axis: where a moment stands, which moments get a tick, and how far one can zoom. */

import { ticks } from 'd3-array';
import type { VirtualMs } from '../../protocol/time.ts';
import type { TimeSpan } from './pixel-columns.ts';

/** Zooming in stops here: a millisecond is the smallest thing there is. */
const LEAST_SPAN_MS = 50;

/** Flags move in steps of this many milliseconds. */
export const GRID_MS = 10;

export interface Tick {
  readonly atMs: VirtualMs;
  readonly label: string;
}

export function xOf(atMs: VirtualMs, span: TimeSpan, width: number): number {
  return ((atMs - span.fromMs) / (span.toMs - span.fromMs)) * width;
}

export function msAt(x: number, span: TimeSpan, width: number): VirtualMs {
  return span.fromMs + (x / width) * (span.toMs - span.fromMs);
}

/** Ticks at least about 90 pixels apart, with their unit: seconds, or milliseconds when zoomed in. */
export function axisTicks(span: TimeSpan, width: number): readonly Tick[] {
  const wanted = Math.max(2, Math.floor(width / 90));
  const inSeconds = span.toMs - span.fromMs > 1_500;
  return ticks(span.fromMs, span.toMs, wanted).map((atMs) => ({
    atMs,
    label: inSeconds ? `${Number((atMs / 1000).toFixed(2))} s` : `${Number(atMs.toFixed(1))} ms`,
  }));
}

/** `span` zoomed by `factor` (below 1 zooms in) around `aroundMs`, kept within 0 and `horizonMs`. */
export function zoomSpan(span: TimeSpan, factor: number, aroundMs: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  const length = Math.min(horizonMs, Math.max(LEAST_SPAN_MS, (span.toMs - span.fromMs) * factor));
  const share = (aroundMs - span.fromMs) / (span.toMs - span.fromMs);
  return slideInto(aroundMs - share * length, length, horizonMs);
}

/** `span` moved by `byMs`, kept within 0 and `horizonMs`. */
export function panSpan(span: TimeSpan, byMs: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  return slideInto(span.fromMs + byMs, span.toMs - span.fromMs, horizonMs);
}

/** The nearest moment on the grid within the run. */
export function snapMs(atMs: VirtualMs, horizonMs: VirtualMs): VirtualMs {
  return Math.min(horizonMs, Math.max(0, Math.round(atMs / GRID_MS) * GRID_MS));
}

function slideInto(fromMs: VirtualMs, length: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  const start = Math.min(Math.max(0, fromMs), Math.max(0, horizonMs - length));
  return { fromMs: start, toMs: start + length };
}
