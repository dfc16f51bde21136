/** The shared time axis: where a moment stands, which moments get a tick, and how far one can zoom. */

import { ticks } from 'd3-array';
import type { VirtualMs } from '../../protocol/time.ts';
import type { TimeSpan } from './pixel-columns.ts';

/** Zooming in stops here: a millisecond is the smallest thing there is. */
const LEAST_SPAN_MS = 50;

const TICK_PIXELS = 84;
const MINUTE_MS = 60_000;

export interface Tick {
  readonly atMs: VirtualMs;
  readonly label: string;
}

/** Pixels from the left edge of a picture of `width` that shows `span`. */
export function xOf(atMs: VirtualMs, span: TimeSpan, width: number): number {
  return ((atMs - span.fromMs) / (span.toMs - span.fromMs)) * width;
}

/** The inverse of {@link xOf}. */
export function msAt(x: number, span: TimeSpan, width: number): VirtualMs {
  return span.fromMs + (x / width) * (span.toMs - span.fromMs);
}

/** Ticks about 84 pixels apart or more, each with its unit: minutes, seconds, or milliseconds when zoomed in. */
export function axisTicks(span: TimeSpan, width: number): readonly Tick[] {
  const length = span.toMs - span.fromMs;
  const wanted = Math.max(2, Math.floor(width / TICK_PIXELS));
  if (length > 3 * MINUTE_MS) {
    return tickTimes(span, MINUTE_MS, wanted).map((atMs) => ({ atMs, label: `${trim(atMs / MINUTE_MS, 2)} min` }));
  }
  const inSeconds = length > 900;
  return ticks(span.fromMs, span.toMs, wanted).map((atMs) => ({
    atMs,
    label: inSeconds || atMs === 0 ? `${trim(atMs / 1000, 2)} s` : `${trim(atMs, 1)} ms`,
  }));
}

/** `span` zoomed by `factor` (below 1 zooms in) around `aroundMs`, kept within 0 and `horizonMs`. */
export function zoomSpan(span: TimeSpan, factor: number, aroundMs: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  const before = span.toMs - span.fromMs;
  const length = Math.min(horizonMs, Math.max(Math.min(LEAST_SPAN_MS, horizonMs), before * factor));
  const share = (aroundMs - span.fromMs) / before;
  return slideInto(aroundMs - share * length, length, horizonMs);
}

/** `span` moved by `byMs`, kept within 0 and `horizonMs`. */
export function panSpan(span: TimeSpan, byMs: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  return slideInto(span.fromMs + byMs, span.toMs - span.fromMs, horizonMs);
}

function slideInto(fromMs: VirtualMs, length: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  const start = Math.min(Math.max(0, fromMs), Math.max(0, horizonMs - length));
  return { fromMs: start, toMs: start + length };
}

function tickTimes(span: TimeSpan, unitMs: number, wanted: number): readonly VirtualMs[] {
  return ticks(span.fromMs / unitMs, span.toMs / unitMs, wanted).map((units) => units * unitMs);
}

function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
