/** The window through which curves are painted: a stretch of time, a size, and each curve reduced to its pixels once. */

import { columnEdges, reduceToColumns } from './pixel-columns.ts';
import type { PixelColumns } from './pixel-columns.ts';
import type { Pyramid } from './pyramid.ts';
import type { TimeScale } from './time-scale.ts';

export interface PaintView {
  readonly scale: TimeScale;
  /** CSS pixels. */
  readonly width: number;
  /** Device pixels across; curves are reduced to as many columns. */
  readonly columns: number;
  readonly columnsOf: (curve: Pyramid) => PixelColumns;
}

/** A view with a scale for counts: one lane's. */
export interface LanePaintView extends PaintView {
  readonly yOf: (count: number) => number;
}

export function createPaintView(scale: TimeScale, pixelRatio: number): PaintView {
  const columns = Math.max(1, Math.round(scale.width * pixelRatio));
  const edges = columnEdges(scale, columns);
  const reduced = new Map<Pyramid, PixelColumns>();
  const columnsOf = (curve: Pyramid): PixelColumns => {
    const known = reduced.get(curve) ?? reduceToColumns(curve, edges);
    reduced.set(curve, known);
    return known;
  };
  return { scale, width: scale.width, columns, columnsOf };
}
