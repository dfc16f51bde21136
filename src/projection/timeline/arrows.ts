/**
 * Space-time arrows of a lane at one zoom: from the row of who sends to the row of who receives, as
 * steep as the way is short. The far end is the upper edge of the plot, a surface its track.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import { durationText } from '../seconds.ts';
import { countUntil } from '../stage/sorted-times.ts';
import { overlap } from './label-layout.ts';
import type { Box } from './label-layout.ts';
import type { ControlMessage, SpaceTime, WordRides } from './space-time.ts';
import { textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { Band } from './timeline-geometry.ts';

export interface Arrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** What ends in a cross: it was lost there. */
  readonly isLost: boolean;
}

export interface ControlArrow extends Arrow {
  readonly message: number;
  /** Still on its way when the run was over: it has no head. */
  readonly isUnderway: boolean;
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface LaneArrows {
  readonly control: readonly ControlArrow[];
  /** By surface; none unless the ways of words can be told apart. */
  readonly words: readonly (readonly Arrow[])[];
}

export interface ArrowRoom {
  readonly scale: TimeScale;
  readonly plot: Band;
  /** One for each surface that has one, in the order of the surfaces. */
  readonly tracks: readonly Band[];
  readonly surfaces: readonly string[];
  /** What stands in the plot already. */
  readonly taken: readonly Box[];
}

/** A word's way is drawn when it takes this many pixels along, and the words leave this much to each. */
const LEAST_RIDE = 14;
const LEAST_APART = 7;
/** A label is written where the arrow is at least so slanted. */
const LEAST_SLANT = 20;
const LABEL_SIZE = 10.5;
const LABEL_HEIGHT = 12;
const MOST_CONTROL = 160;

export function laneArrows({ messages, words }: SpaceTime, room: ArrowRoom): LaneArrows {
  return {
    control: controlArrows(messages, room),
    words: words.map((rides) => wordArrows(rides, room)),
  };
}

function controlArrows(messages: readonly ControlMessage[], room: ArrowRoom): readonly ControlArrow[] {
  const { scale } = room;
  const arrows: ControlArrow[] = [];
  const taken = [...room.taken];
  let last: Arrow | null = null;
  for (const message of messages) {
    const rows = rowsOf(message.surface, message.way, room);
    if (rows === null || arrows.length >= MOST_CONTROL) continue;
    const [x1, x2] = [scale.xOf(message.sentAtMs), scale.xOf(message.endsAtMs)];
    if (x2 < 0 || x1 > scale.width) continue;
    const [y1, y2] = [rows[0], rows[0] + (rows[1] - rows[0]) * message.share];
    // Of several that no eye can tell apart, one is drawn.
    if (last !== null && Math.abs(last.x1 - x1) < 1 && Math.abs(last.x2 - x2) < 1 && last.y1 === y1 && last.y2 === y2)
      continue;
    const arrow: Arrow = { x1, y1, x2, y2, isLost: message.outcome === 'lost' };
    last = arrow;
    const label = placeLabel(message, arrow, scale.width, taken);
    arrows.push({ ...arrow, message: message.message, isUnderway: message.outcome === 'underway', label });
  }
  return arrows;
}

function placeLabel(
  { kind, outcome, sentAtMs, endsAtMs }: ControlMessage,
  { x1, y1, x2, y2 }: Arrow,
  width: number,
  taken: Box[],
): ControlArrow['label'] {
  if (x2 - x1 < LEAST_SLANT) return null;
  const word = kind.replace('-', ' ');
  const text = outcome === 'arrived' ? `${word} ${durationText(endsAtMs - sentAtMs)}` : `${word}, ${outcome}`;
  const textLength = textWidth(text, LABEL_SIZE);
  for (const share of [0.5, 0.25, 0.75]) {
    const [x, y] = [x1 + (x2 - x1) * share + 7, y1 + (y2 - y1) * share];
    const box = { x, y: y - LABEL_HEIGHT / 2, width: textLength, height: LABEL_HEIGHT };
    if (x < 2 || x + textLength > width || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    return { text, x, y: y + 3.5 };
  }
  return null;
}

function wordArrows(rides: WordRides, room: ArrowRoom): readonly Arrow[] {
  const { scale } = room;
  const { fromMs, toMs } = scale.span;
  const rows = rowsOf(rides.surface, 'in', room);
  if (rows === null || rides.shortestMs < LEAST_RIDE * scale.msPerPixel) return [];
  const first = countUntil(rides.madeAtMs, fromMs - rides.longestMs - 1);
  const end = countUntil(rides.madeAtMs, toMs);
  if ((end - first) * LEAST_APART > scale.width) return [];
  const arrows: Arrow[] = [];
  for (let word = first; word < end; word += 1) {
    const share = rides.shares[word] ?? 1;
    const at = (times: Float64Array): VirtualMs => times[word] ?? 0;
    const [x1, x2] = [scale.xOf(at(rides.madeAtMs)), scale.xOf(at(rides.endsAtMs))];
    if (x2 < 0) continue;
    arrows.push({ x1, y1: rows[0], x2, y2: rows[0] + (rows[1] - rows[0]) * share, isLost: share < 1 });
  }
  return arrows;
}

/** From where to where a message of that way goes, `null` for a surface that has no track. */
function rowsOf(
  surface: string,
  way: 'out' | 'in',
  { plot, tracks, surfaces }: ArrowRoom,
): readonly [number, number] | null {
  const track = tracks[surfaces.indexOf(surface)];
  if (track === undefined) return null;
  const [far, near] = [plot.top + 1, track.top + 1];
  return way === 'out' ? [near, far] : [far, near];
}
