/** What a pointer is doing on the plot, and what comes of its moves. Pixels in, hands out; no DOM. */

import type { VirtualMs } from '../../protocol/time.ts';
import { hitFlag, SLOP } from '../../projection/timeline/hit-test.ts';
import { FLAG_ROWS } from '../../projection/timeline/flags.ts';
import type { FlagRow } from '../../projection/timeline/flags.ts';
import { GRID_MS, snap } from '../../projection/timeline/snap.ts';
import { msAt } from '../../projection/timeline/time-axis.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';

export type PointerKind = keyof typeof SLOP;

export interface PlotPoint {
  /** From the plot's left edge and the picture's top, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly kind: PointerKind;
}

interface Started {
  readonly startX: number;
  readonly kind: PointerKind;
}

export type PlotGesture =
  | (Started & { readonly type: 'scrub' })
  | (Started & { readonly type: 'track'; readonly row: FlagRow; readonly atMs: VirtualMs })
  | (Started & {
      readonly type: 'move';
      readonly index: number;
      readonly fromMs: VirtualMs;
      readonly isMovable: boolean;
    })
  | (Started & {
      readonly type: 'resize';
      readonly index: number;
      readonly fromMs: VirtualMs;
      readonly untilMs: VirtualMs;
    });

/** A press that moves less is a click; fingers tremble. */
export const CLICK_PIXELS: Readonly<Record<PointerKind, number>> = { mouse: 3, pen: 5, touch: 8 };

export function pointerKind(type: string): PointerKind {
  return type === 'touch' || type === 'pen' ? type : 'mouse';
}

/** What a press at `point` begins. */
export function beginGesture(scene: TimelineScene, { x, y, kind }: PlotPoint): PlotGesture {
  const started = { startX: x, kind };
  const row = FLAG_ROWS.find((name) => isWithin(y, scene.geometry[name]));
  if (row === undefined) return { ...started, type: 'scrub' };
  const hit = hitFlag(scene.flags[row], x, SLOP[kind]);
  const box = scene.flags[row].find(({ flag }) => flag.index === hit?.index);
  if (hit === null || box === undefined) {
    return { ...started, type: 'track', row, atMs: momentAt(scene, x) };
  }
  const { index, atMs, untilMs, isMovable } = box.flag;
  return hit.part === 'end' && typeof untilMs === 'number'
    ? { ...started, type: 'resize', index, fromMs: atMs, untilMs }
    : { ...started, type: 'move', index, fromMs: atMs, isMovable };
}

/** The moment under `x`, within the run. */
export function momentAt({ model, span, geometry }: TimelineScene, x: number): VirtualMs {
  return Math.round(Math.min(model.horizonMs, Math.max(0, msAt(x, span, geometry.plotWidth))));
}

/** Where a flag, or the end of one, goes when the pointer is at `x`. `isFree` lets it stand between the places that attract it. */
export function dragTo(
  scene: TimelineScene,
  gesture: Extract<PlotGesture, { readonly type: 'move' | 'resize' }>,
  x: number,
  isFree: boolean,
): VirtualMs {
  const { span, geometry, model, flags } = scene;
  const msPerPixel = (span.toMs - span.fromMs) / geometry.plotWidth;
  const originMs = gesture.type === 'move' ? gesture.fromMs : gesture.untilMs;
  const rawMs = originMs + (x - gesture.startX) * msPerPixel;
  const least = gesture.type === 'move' ? 0 : gesture.fromMs + GRID_MS;
  const clamped = Math.min(model.horizonMs, Math.max(least, rawMs));
  if (isFree) return Math.round(clamped);
  const others = FLAG_ROWS.flatMap((row) => flags[row]).flatMap(({ flag }) =>
    flag.index === gesture.index ? [] : typeof flag.untilMs === 'number' ? [flag.atMs, flag.untilMs] : [flag.atMs],
  );
  const targets = { flagsAtMs: others, wordsAtMs: model.lanes[0]?.made.staircase.times ?? [] };
  return Math.max(least, snap(clamped, targets, msPerPixel, model.horizonMs).atMs);
}

function isWithin(y: number, band: { readonly top: number; readonly height: number }): boolean {
  return y >= band.top && y < band.top + band.height;
}
