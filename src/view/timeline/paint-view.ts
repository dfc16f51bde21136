/** The window through which curves are painted: a stretch of time, a size, and each curve reduced to its pixels once. */

import { reduceToColumns } from '../../projection/timeline/pixel-columns.ts';
import type { PixelColumns, TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import type { Pyramid } from '../../projection/timeline/pyramid.ts';

export interface PaintView {
  readonly span: TimeSpan;
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

export function createPaintView(span: TimeSpan, width: number, pixelRatio: number): PaintView {
  const columns = Math.max(1, Math.round(width * pixelRatio));
  const reduced = new Map<Pyramid, PixelColumns>();
  const columnsOf = (curve: Pyramid): PixelColumns => {
    const known = reduced.get(curve) ?? reduceToColumns(curve, span, columns);
    reduced.set(curve, known);
    return known;
  };
  return { span, width, columns, columnsOf };
}
