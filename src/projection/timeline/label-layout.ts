/** Finds a place for each remark in a lane, clear of curves, flag poles and of one another. */

import type { VirtualMs } from '../../protocol/time.ts';
import { widenBy } from './pyramid.ts';
import type { Extent, Pyramid } from './pyramid.ts';
import { stepAt } from './staircase.ts';
import { textWidth } from './text-width.ts';

export type LabelTone = 'harm' | 'good' | 'ink';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WantedLabel {
  readonly text: string;
  readonly shortText: string;
  readonly tone: LabelTone;
  /** Places to try for a text of this width, the best first; the box's left and top edge. */
  readonly places: (width: number) => readonly { readonly x: number; readonly y: number }[];
}

export interface PlacedLabel extends Box {
  readonly text: string;
  readonly tone: LabelTone;
}

/** From the top of the letters to below their tails. */
export const LABEL_HEIGHT = 13;
const TEXT_SIZE = 12;
const CLEAR = 3;

/**
 * Places what fits, the first wanted first. `tests` say where a box may stand, the strictest first.
 * What finds no place says less, and then nothing: the report has it too.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  bounds: Box,
  tests: readonly ((box: Box) => boolean)[],
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of wanted) {
    const found = findAnyPlace(label, bounds, placed, tests);
    if (found !== null) placed.push(found);
  }
  return placed;
}

function findAnyPlace(
  label: WantedLabel,
  bounds: Box,
  placed: readonly Box[],
  tests: readonly ((box: Box) => boolean)[],
): PlacedLabel | null {
  for (const text of [label.text, label.shortText]) {
    for (const isFree of tests) {
      const found = findPlace(
        label,
        text,
        bounds,
        (box) => isFree(box) && placed.every((other) => !overlap(box, other)),
      );
      if (found !== null) return found;
    }
  }
  return null;
}

function findPlace(label: WantedLabel, text: string, bounds: Box, isFree: (box: Box) => boolean): PlacedLabel | null {
  const width = textWidth(text, TEXT_SIZE);
  for (const { x, y } of label.places(width)) {
    const box = { x, y, width, height: LABEL_HEIGHT };
    if (isWithin(box, bounds) && isFree(box)) return { ...box, text, tone: label.tone };
  }
  return null;
}

/** The vertical extent that a curve takes between two moments: from the least to the greatest count. */
export function extentWithin(curve: Pyramid, fromMs: VirtualMs, toMs: VirtualMs): Extent {
  const first = stepAt(curve.staircase, fromMs);
  const count = curve.staircase.counts[first] ?? 0;
  const extent = { min: count, max: count };
  widenBy(curve, first + 1, stepAt(curve.staircase, toMs) + 1, extent);
  return extent;
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + CLEAR && b.x < a.x + a.width + CLEAR && a.y < b.y + b.height && b.y < a.y + a.height;
}
