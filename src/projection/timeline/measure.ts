/** A stretch of time that people measure, and how it is said: `stop pressed → last word 840 ms`. */

import type { VirtualMs } from '../../protocol/time.ts';
import { durationText, exactSeconds } from '../seconds.ts';
import { markerAt } from './markers.ts';
import type { Marker } from './markers.ts';

export interface Measure {
  /** Where the hand began; it may be the later one. */
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
}

export function measureText({ fromMs, toMs }: Measure, markers: readonly Marker[]): string {
  const [first, last] = fromMs <= toMs ? [fromMs, toMs] : [toMs, fromMs];
  const [begin, end] = [markerAt(markers, first), markerAt(markers, last)];
  const length = durationText(Math.round(last - first));
  if (begin === undefined && end === undefined) return length;
  // Lanes are named where the two ends are in different ones.
  const isOneLane = begin?.lane === end?.lane || begin?.lane === null || end?.lane === null;
  const lane = isOneLane ? (begin?.lane ?? end?.lane ?? null) : null;
  const say = (marker: Marker | undefined, atMs: VirtualMs): string => {
    if (marker === undefined) return `${exactSeconds(Math.round(atMs))} s`;
    return isOneLane || marker.lane === null ? marker.label : `${marker.label} in ${marker.lane}`;
  };
  return `${say(begin, first)} → ${say(end, last)} ${length}${lane === null ? '' : `, ${lane}`}`;
}
