/** The whole run in a strip: a curve for each lane, a tick for each flag. Little is drawn, whatever the run has. */

import { columnEdges, reduceToColumns } from './pixel-columns.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimeScale } from './time-scale.ts';
import type { FlagRow } from './verb-list.ts';

export interface OverviewPicture {
  /** For each lane: the path of what its first screen shows, as SVG takes it. */
  readonly curves: readonly { readonly lane: string; readonly path: string }[];
  readonly flags: readonly { readonly index: number; readonly row: FlagRow; readonly x: number }[];
  /** Where folded stretches stand. */
  readonly folds: readonly { readonly x: number; readonly width: number }[];
}

/** Pixels for each point of a curve. */
const STEP = 4;
const AIR = 3;

export function overviewPicture(model: TimelineModel, overview: TimeScale, height: number): OverviewPicture {
  const columns = Math.max(1, Math.round(overview.width / STEP));
  const edges = columnEdges(overview, columns);
  const yOf = (count: number): number => round(height - AIR - ((height - 2 * AIR) * count) / model.most);
  return {
    curves: model.lanes.map(({ lane, made, surfaces }) => {
      const { last } = reduceToColumns(surfaces[0]?.shown ?? made, edges);
      let path = `M0 ${yOf(0)}`;
      let level = 0;
      last.forEach((count, column) => {
        if (count === level) return;
        path += `H${round((column * overview.width) / columns)}V${yOf(count)}`;
        level = count;
      });
      return { lane, path: `${path}H${round(overview.width)}` };
    }),
    flags: model.flags.map(({ index, row, atMs }) => ({ index, row, x: round(overview.xOf(atMs)) })),
    folds: overview.folding.stretches.map(({ fromMs, toMs }) => {
      const x = overview.xOf(fromMs);
      return { x: round(x), width: round(overview.xOf(toMs) - x) };
    }),
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
