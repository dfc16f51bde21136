/** Where the flags of one row stand, and how much they can say, so that none covers another. */

import type { Flag } from './flags.ts';
import { textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';

/** `full` has verb and surface, `verb` the verb alone, `pin` an icon. */
export type FlagForm = 'full' | 'verb' | 'pin';

export interface FlagBox {
  readonly flag: Flag;
  /** Where its moment is. */
  readonly poleX: number;
  readonly left: number;
  readonly width: number;
  /** What it takes when it may say everything, over its neighbours if need be. */
  readonly fullWidth: number;
  readonly form: FlagForm;
  /** The right edge of what it lasts for, `null` for what has no duration or ends out of sight. */
  readonly endX: number | null;
  /** Where that edge is taken hold of: on the edge, or beside a flag that would be hidden under it. */
  readonly gripX: number | null;
}

const PIN_WIDTH = 26;
const ICON_WIDTH = 18;
const PADDING = 16;
const GAP = 3;
const TEXT_SIZE = 12.5;
/** Flags may hang over the edge of the plot by this much: the page has a margin there. */
const OVERHANG = 18;
/** What a flag keeps of itself to be dragged by, left of its end. */
const LEAST_HANDLE = 22;
const GRIP_GAP = 6;

/** Boxes from left to right, of the flags that are in sight. */
export function layoutFlags(flags: readonly Flag[], scale: TimeScale): readonly FlagBox[] {
  const { width } = scale;
  const inOrder = flags
    .map((flag) => ({ flag, poleX: scale.xOf(flag.atMs) }))
    .filter(({ poleX }) => poleX >= -1 && poleX <= width + 1)
    .toSorted((a, b) => a.poleX - b.poleX || a.flag.index - b.flag.index);
  const pitch = Math.min(PIN_WIDTH + GAP, width / Math.max(1, inOrder.length));
  const lefts = spread(
    inOrder.map(({ poleX }) => poleX),
    pitch,
    width + OVERHANG,
  );
  let freeFrom = -OVERHANG;
  return inOrder.map(({ flag, poleX }, at) => {
    const left = lefts[at] ?? poleX;
    const right = lefts[at + 1] ?? width + OVERHANG + GAP;
    const box = fit(flag, left, right - left - GAP, left - freeFrom - GAP);
    freeFrom = box.left + box.width;
    const endX = endOf(flag, scale);
    return { flag, poleX, ...box, endX, gripX: gripOf(endX, poleX, box) };
  });
}

/** What a drop or a sleep lasts for, as far as it is in sight; its flag may be out of sight. */
export interface DurationBand {
  readonly index: number;
  readonly row: Flag['row'];
  readonly x: number;
  readonly width: number;
  /** It goes on beyond the right edge. */
  readonly isOpen: boolean;
}

export function layoutBands(flags: readonly Flag[], scale: TimeScale): readonly DurationBand[] {
  const { width } = scale;
  return flags.flatMap((flag) => {
    if (flag.untilMs === null) return [];
    const x = Math.max(0, scale.xOf(flag.atMs));
    const endX = endOf(flag, scale);
    const right = Math.min(width, endX ?? width);
    return right > x && (endX ?? width) > 0
      ? [{ index: flag.index, row: flag.row, x, width: right - x, isOpen: endX === null }]
      : [];
  });
}

function gripOf(
  endX: number | null,
  poleX: number,
  box: { readonly left: number; readonly width: number },
): number | null {
  if (endX === null || endX - poleX >= LEAST_HANDLE) return endX;
  return Math.max(endX, box.left + box.width + GRIP_GAP);
}

function fit(
  flag: Flag,
  left: number,
  room: number,
  roomBefore: number,
): { left: number; width: number; fullWidth: number; form: FlagForm } {
  const verbWidth = PADDING + ICON_WIDTH + textWidth(flag.label, TEXT_SIZE);
  const fullWidth = verbWidth + 6 + textWidth(flag.who, TEXT_SIZE);
  if (fullWidth <= room) return { left, width: fullWidth, fullWidth, form: 'full' };
  // Near the right edge a flag hangs to the other side of its pole.
  if (fullWidth <= roomBefore + Math.min(room, PIN_WIDTH)) {
    return { left: left + Math.min(room, PIN_WIDTH) - fullWidth, width: fullWidth, fullWidth, form: 'full' };
  }
  if (verbWidth <= room) return { left, width: verbWidth, fullWidth, form: 'verb' };
  return { left, width: Math.max(8, Math.min(PIN_WIDTH, room)), fullWidth, form: 'pin' };
}

/** Moves boxes to the right until each has `pitch`, then back from the edge. */
function spread(xs: readonly number[], pitch: number, edge: number): readonly number[] {
  const lefts: number[] = [];
  for (const x of xs) lefts.push(Math.max(x, (lefts.at(-1) ?? -Infinity) + pitch));
  let most = edge - pitch;
  for (let at = lefts.length - 1; at >= 0; at -= 1) {
    lefts[at] = Math.min(lefts[at] ?? 0, most);
    most = (lefts[at] ?? 0) - pitch;
  }
  return lefts;
}

/** `null` for what has no duration, and for an end to the right of the picture. */
function endOf({ untilMs }: Flag, scale: TimeScale): number | null {
  if (typeof untilMs !== 'number') return null;
  const x = scale.xOf(untilMs);
  return x <= scale.width + 1 ? x : null;
}
