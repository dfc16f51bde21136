/** The path of a staircase on a canvas: exact while its steps are few, by pixel columns when they are many. */

import type { Pyramid } from './pyramid.ts';
import { stepAt } from './staircase.ts';
import type { LanePaintView } from './paint-view.ts';
import type { Pen } from './pen.ts';

/** Adds the curve to the current path, from where it begins to the right edge. Costs no more than the pixels do. */
export function traceStaircase(pen: Pen, curve: Pyramid, view: LanePaintView): void {
  const { columns } = view;
  const { span } = view.scale;
  const begun = firstWord(curve);
  const first = Math.max(begun - 1, stepAt(curve.staircase, span.fromMs));
  const last = stepAt(curve.staircase, span.toMs);
  if (last < begun) return;
  if ((last - first) * 2 <= columns) traceSteps(pen, curve, view, first, last, first < begun);
  else traceColumns(pen, curve, view, first < begun);
}

/** The index of the first step above 0: there is nothing to tell before, and of a screen that shows nothing. */
function firstWord({ staircase: { counts } }: Pyramid): number {
  const at = counts.findIndex((count) => count > 0);
  return at < 0 ? counts.length : at;
}

function traceSteps(
  pen: Pen,
  { staircase: { times, counts } }: Pyramid,
  { scale, width, yOf }: LanePaintView,
  first: number,
  last: number,
  beginsInSight: boolean,
): void {
  let y = yOf(counts[first] ?? 0);
  pen.moveTo(beginsInSight ? scale.xOf(times[first + 1] ?? 0) : 0, y);
  for (let index = first + 1; index <= last; index += 1) {
    const x = scale.xOf(times[index] ?? 0);
    pen.lineTo(x, y);
    y = yOf(counts[index] ?? 0);
    pen.lineTo(x, y);
  }
  pen.lineTo(width, y);
}

/** Level where nothing happens, an upright stroke where counts change within a column. */
function traceColumns(
  pen: Pen,
  curve: Pyramid,
  { width, columns, columnsOf, yOf }: LanePaintView,
  beginsInSight: boolean,
): void {
  const { before, min, max, last } = columnsOf(curve);
  const columnWidth = width / columns;
  let level = before;
  let hasBegun = !beginsInSight;
  if (hasBegun) pen.moveTo(0, yOf(level));
  for (let column = 0; column < columns; column += 1) {
    const [least, most, end] = [min[column] ?? level, max[column] ?? level, last[column] ?? level];
    if (least === level && most === level) continue;
    const x = (column + 0.5) * columnWidth;
    if (hasBegun) pen.lineTo(x, yOf(level));
    else pen.moveTo(x, yOf(level));
    hasBegun = true;
    if (least < level && least < end) pen.lineTo(x, yOf(least));
    if (most > level && most > end) pen.lineTo(x, yOf(most));
    level = end;
    pen.lineTo(x, yOf(level));
  }
  if (hasBegun) pen.lineTo(width, yOf(level));
}
