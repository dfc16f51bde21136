/** The shared time axis: which moments get a tick, how far one can zoom, and what is in sight after a move. */

import { tickStep } from 'd3-array';
import type { VirtualMs } from '../../protocol/time.ts';
import { pack, UNFOLDED, unpack } from './time-scale.ts';
import type { Folding, TimeScale, TimeSpan } from './time-scale.ts';

/** Zooming in stops here: a millisecond is the smallest thing there is. */
const LEAST_SPAN_MS = 50;

const TICK_PIXELS = 84;
const MINUTE_MS = 60_000;

export interface Tick {
  readonly atMs: VirtualMs;
  readonly x: number;
  readonly label: string;
}

/** Ticks about 84 pixels apart or more, each with its unit: minutes, seconds, or milliseconds when zoomed in. */
export function axisTicks(scale: TimeScale): readonly Tick[] {
  const { span, width, msPerPixel } = scale;
  const length = width * msPerPixel;
  const unitMs = length > 3 * MINUTE_MS ? MINUTE_MS : 1;
  const stepMs = tickStep(0, length / unitMs, Math.max(2, Math.floor(width / TICK_PIXELS))) * unitMs;
  const found: Tick[] = [];
  for (const stretch of unfoldedWithin(span, scale.folding)) {
    for (let count = Math.ceil(stretch.fromMs / stepMs); count * stepMs <= stretch.toMs; count += 1) {
      const atMs = roundTo(count * stepMs, stepMs);
      found.push({ atMs, x: scale.xOf(atMs), label: tickLabel(atMs, length) });
    }
  }
  return found;
}

/** What is left of `span` beside its folds. */
function unfoldedWithin(span: TimeSpan, { stretches }: Folding): readonly TimeSpan[] {
  const parts: TimeSpan[] = [];
  let { fromMs } = span;
  for (const fold of stretches) {
    if (fold.toMs <= span.fromMs || fold.fromMs >= span.toMs) continue;
    if (fold.fromMs > fromMs) parts.push({ fromMs, toMs: fold.fromMs });
    fromMs = fold.toMs;
  }
  if (fromMs < span.toMs) parts.push({ fromMs, toMs: span.toMs });
  return parts;
}

function tickLabel(atMs: VirtualMs, length: number): string {
  if (length > 3 * MINUTE_MS) return `${trim(atMs / MINUTE_MS, 2)} min`;
  return length > 900 || atMs === 0 ? `${trim(atMs / 1000, 2)} s` : `${trim(atMs, 1)} ms`;
}

/** `span` zoomed by `factor` (below 1 zooms in) around `aroundMs`, kept within 0 and `horizonMs`. */
export function zoomSpan(
  span: TimeSpan,
  factor: number,
  aroundMs: VirtualMs,
  horizonMs: VirtualMs,
  folding: Folding = UNFOLDED,
): TimeSpan {
  const [from, to, around, end] = [span.fromMs, span.toMs, aroundMs, horizonMs].map((atMs) => pack(atMs, folding)) as [
    number,
    number,
    number,
    number,
  ];
  const before = to - from;
  const length = Math.min(end, Math.max(Math.min(LEAST_SPAN_MS, end), before * factor));
  return slideInto(around - ((around - from) / before) * length, length, end, folding);
}

/** `span` moved by `share` of its own length, kept within 0 and `horizonMs`. */
export function panSpan(span: TimeSpan, share: number, horizonMs: VirtualMs, folding: Folding = UNFOLDED): TimeSpan {
  const from = pack(span.fromMs, folding);
  const length = pack(span.toMs, folding) - from;
  return slideInto(from + share * length, length, pack(horizonMs, folding), folding);
}

/** `span` with its left or right edge at `toMs`, never shorter than the shortest and within 0 and `horizonMs`. */
export function stretchSpan(span: TimeSpan, edge: 'from' | 'to', toMs: VirtualMs, horizonMs: VirtualMs): TimeSpan {
  const least = Math.min(LEAST_SPAN_MS, horizonMs);
  return edge === 'from'
    ? { ...span, fromMs: Math.max(0, Math.min(toMs, span.toMs - least)) }
    : { ...span, toMs: Math.min(horizonMs, Math.max(toMs, span.fromMs + least)) };
}

function slideInto(from: number, length: number, end: number, folding: Folding): TimeSpan {
  const start = Math.min(Math.max(0, from), Math.max(0, end - length));
  return { fromMs: unpack(start, folding), toMs: unpack(start + length, folding) };
}

function roundTo(atMs: number, stepMs: number): number {
  return stepMs >= 1 ? Math.round(atMs) : Number(atMs.toFixed(6));
}

function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
