/** What a pointer is doing on the plot, and what comes of its moves. Pixels in, hands out; no DOM. */

import type { VirtualMs } from '../../protocol/time.ts';
import { flagsWithin, hitFlag, SLOP } from '../../projection/timeline/hit-test.ts';
import { GRID_MS, snap, snapToTarget } from '../../projection/timeline/snap.ts';
import type { Snapped, SnapTargets } from '../../projection/timeline/snap.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import type { EntryMove } from './timeline-props.ts';

export type PointerKind = keyof typeof SLOP;

export interface PlotPoint {
  /** From the plot's left edge and the picture's top, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly kind: PointerKind;
  /** It is pressed to choose, not to move: with Shift, or in the mode for it. */
  readonly chooses: boolean;
  /** On the playhead's own mark. */
  readonly isOnPlayhead: boolean;
}

interface Started {
  readonly startX: number;
  readonly startY: number;
  readonly kind: PointerKind;
  readonly chooses: boolean;
}

interface Snapping {
  /** What attracts, as it stood when the drag began: much of it moves along. */
  readonly targets: SnapTargets;
}

export type MoveGesture = Started &
  Snapping & {
    readonly type: 'move';
    readonly index: number;
    readonly fromMs: VirtualMs;
    /** All that move with it, itself too; none when it cannot be moved. */
    readonly group: readonly EntryMove[];
  };

export type ResizeGesture = Started &
  Snapping & {
    readonly type: 'resize';
    readonly index: number;
    readonly fromMs: VirtualMs;
    readonly untilMs: VirtualMs;
  };

export type PlotGesture =
  | (Started & { readonly type: 'scrub' })
  | (Started & Snapping & { readonly type: 'measure'; readonly fromMs: VirtualMs })
  | (Started & { readonly type: 'track'; readonly row: FlagRow; readonly atMs: VirtualMs })
  | MoveGesture
  | ResizeGesture;

/** A flag may be dropped a little beside the plot. */
const EDGE_PIXELS = 24;

/** A press that moves less is a click; fingers tremble. */
export const CLICK_PIXELS: Readonly<Record<PointerKind, number>> = { mouse: 3, pen: 5, touch: 8 };

export function pointerKind(type: string): PointerKind {
  return type === 'touch' || type === 'pen' ? type : 'mouse';
}

/** What a press at `point` begins; `selected` are the flags that move together. */
export function beginGesture(scene: TimelineScene, point: PlotPoint, selected: readonly number[]): PlotGesture {
  const { x, y, kind, chooses } = point;
  const started = { startX: x, startY: y, kind, chooses };
  const { geometry } = scene;
  if (point.isOnPlayhead) return { ...started, type: 'scrub' };
  if (isWithin(y, geometry.axis)) {
    const targets = targetsBeside(scene, []);
    return { ...started, type: 'measure', targets, fromMs: measureEnd(scene, x, targets, false) };
  }
  const row = FLAG_ROWS.find((name) => isWithin(y, geometry[name]));
  if (row === undefined) return { ...started, type: 'scrub' };
  const hit = hitFlag(scene.flags[row], x, SLOP[kind]);
  const box = scene.flags[row].find(({ flag }) => flag.index === hit?.index);
  if (hit === null || box === undefined) {
    return { ...started, type: 'track', row, atMs: momentAt(scene, x) };
  }
  const { index, atMs, untilMs } = box.flag;
  if (hit.part === 'end' && typeof untilMs === 'number') {
    return { ...started, type: 'resize', index, fromMs: atMs, untilMs, targets: targetsBeside(scene, [index]) };
  }
  const group = groupOf(scene, index, selected);
  const targets = targetsBeside(scene, [index, ...group.map((move) => move.index)]);
  return { ...started, type: 'move', index, fromMs: atMs, group, targets };
}

/** The moment under `x`, within the run. */
export function momentAt({ model, scale }: TimelineScene, x: number): VirtualMs {
  return Math.round(Math.min(model.horizonMs, Math.max(0, scale.msAt(x))));
}

/** Where a flag, or the end of one, goes when the pointer is at `x`. `isFree` lets it stand between the places that attract it. */
export function dragTo(
  scene: TimelineScene,
  gesture: MoveGesture | ResizeGesture,
  x: number,
  isFree: boolean,
): Snapped {
  const { scale, model } = scene;
  const originMs = gesture.type === 'move' ? gesture.fromMs : gesture.untilMs;
  const rawMs = scale.msAt(scale.xOf(originMs) + x - gesture.startX);
  const [least, most] =
    gesture.type === 'move' ? roomOf(gesture, model.horizonMs) : [gesture.fromMs + GRID_MS, model.horizonMs];
  const clamped = Math.min(most, Math.max(least, rawMs));
  if (isFree) return { atMs: Math.round(clamped), to: 'grid' };
  const snapped = snap(clamped, gesture.targets, scale.msPerPixel, model.horizonMs);
  return { ...snapped, atMs: Math.min(most, Math.max(least, snapped.atMs)) };
}

/** Where each flag of a group goes when the one under the hand goes to `atMs`. */
export function movedGroup({ group, fromMs }: MoveGesture, atMs: VirtualMs): readonly EntryMove[] {
  return group.map((move) => ({ index: move.index, atMs: move.atMs + atMs - fromMs }));
}

/** Where the end of a measure rests: on a name, else on the millisecond. */
export function measureEnd(scene: TimelineScene, x: number, targets: SnapTargets, isFree: boolean): VirtualMs {
  const atMs = momentAt(scene, x);
  return isFree ? atMs : (snapToTarget(atMs, targets, scene.scale.msPerPixel)?.atMs ?? atMs);
}

/** Where a new flag would land that is carried over the plot, `null` beside it. */
export function carriedTo(scene: TimelineScene, x: number, isFree: boolean): Snapped | null {
  const { scale, model } = scene;
  if (x < -EDGE_PIXELS || x > scale.width + EDGE_PIXELS) return null;
  const atMs = momentAt(scene, x);
  if (isFree) return { atMs, to: 'grid' };
  return snap(atMs, targetsBeside(scene, []), scale.msPerPixel, model.horizonMs);
}

/** The flags of all rows between two corners of a rubber band, in the order of time. */
export function flagsInBand(scene: TimelineScene, gesture: Started, x: number, y: number): readonly number[] {
  const [top, bottom] = [Math.min(gesture.startY, y), Math.max(gesture.startY, y)];
  return FLAG_ROWS.flatMap((row) => {
    const band = scene.geometry[row];
    const isTouched = band.height > 0 && top < band.top + band.height && bottom >= band.top;
    return isTouched ? flagsWithin(scene.flags[row], gesture.startX, x) : [];
  });
}

/** Flags that cannot be moved, since they wait for an event, stay where they are. */
function groupOf(scene: TimelineScene, index: number, selected: readonly number[]): readonly EntryMove[] {
  const together = selected.includes(index) ? selected : [index];
  const movable = scene.allFlags.filter((flag) => together.includes(flag.index) && flag.isMovable);
  if (!movable.some((flag) => flag.index === index)) return [];
  return movable
    .map((flag) => ({ index: flag.index, atMs: flag.atMs }))
    .toSorted((a, b) => Number(b.index === index) - Number(a.index === index));
}

/** How far the flag under the hand can go so that no flag of its group leaves the run. */
function roomOf({ group, fromMs }: MoveGesture, horizonMs: VirtualMs): readonly [VirtualMs, VirtualMs] {
  const times = group.map(({ atMs }) => atMs);
  return [fromMs - Math.min(fromMs, ...times), fromMs + horizonMs - Math.max(fromMs, ...times)];
}

function targetsBeside(scene: TimelineScene, own: readonly number[]): SnapTargets {
  const { model } = scene;
  const flagsAtMs = scene.allFlags.flatMap(({ index, atMs, untilMs }) => {
    if (own.includes(index)) return [];
    return typeof untilMs === 'number' ? [atMs, untilMs] : [atMs];
  });
  const eventsAtMs = model.markers.filter(({ isFlag }) => !isFlag).map(({ atMs }) => atMs);
  return { flagsAtMs, eventsAtMs, wordsAtMs: model.lanes[0]?.made.staircase.times ?? [] };
}

function isWithin(y: number, { top, height }: Band): boolean {
  return y >= top && y < top + height;
}
