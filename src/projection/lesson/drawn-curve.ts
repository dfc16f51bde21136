/**
 * A line of words over time as somebody draws it: one height at each of a row of moments, of which some may not have
 * been drawn yet. Immutable; a stroke makes a new one.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { CurvePoint } from '../../scenario/lesson/lesson-progress.ts';

/** Words by column, `null` where nothing was drawn. */
export type DrawnCurve = readonly (number | null)[];

/** Fine enough for a landing in a slope, coarse enough for a finger and for keys. */
export const COLUMNS = 41;

export const NOT_DRAWN: DrawnCurve = Array.from({ length: COLUMNS }, () => null);

export interface Stroke {
  readonly column: number;
  readonly words: number;
}

/** Draws straight from one place to the next; what was there before is drawn over. */
export function strokeTo(curve: DrawnCurve, from: Stroke | null, to: Stroke): DrawnCurve {
  const start = from ?? to;
  const [first, last] = [Math.min(start.column, to.column), Math.max(start.column, to.column)];
  const steps = to.column - start.column;
  return curve.map((words, column) => {
    if (column < first || column > last) return words;
    const share = steps === 0 ? 1 : (column - start.column) / steps;
    return Math.round(start.words + (to.words - start.words) * share);
  });
}

/** The height at a column: drawn there, or as it was left before it, or on the ground. */
export function heightAt(curve: DrawnCurve, column: number): number {
  return curve.slice(0, column + 1).findLast((words) => words !== null) ?? 0;
}

export function momentOf(column: number, horizonMs: VirtualMs): VirtualMs {
  return Math.round((column / (COLUMNS - 1)) * horizonMs);
}

/** What is kept of it. Empty when nothing was drawn. */
export function pointsOf(curve: DrawnCurve, horizonMs: VirtualMs): readonly CurvePoint[] {
  return curve.flatMap((words, column) => (words === null ? [] : [{ atMs: momentOf(column, horizonMs), words }]));
}

/** The inverse of {@link pointsOf}, for who comes back to what they drew. */
export function curveOf(points: readonly CurvePoint[], horizonMs: VirtualMs): DrawnCurve {
  const drawn = new Map(points.map(({ atMs, words }) => [Math.round((atMs / horizonMs) * (COLUMNS - 1)), words]));
  return NOT_DRAWN.map((_, column) => drawn.get(column) ?? null);
}
