/** The whole picture at one zoom and one size: where everything stands. Pure; canvas and page only follow it. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { OutcomeReport } from '../../scenario/outcome-report.ts';
import { laneArrows } from './arrows.ts';
import type { LaneArrows } from './arrows.ts';
import { layoutBands, layoutFlags } from './flag-layout.ts';
import type { DurationBand, FlagBox } from './flag-layout.ts';
import type { Flag } from './flags.ts';
import { laneRemarks } from './lane-remarks.ts';
import type { PlacedLabel } from './label-layout.ts';
import { laneDelta } from './run-delta.ts';
import type { LaneDelta } from './run-delta.ts';
import { axisTicks } from './time-axis.ts';
import type { Tick } from './time-axis.ts';
import { createTimeScale } from './time-scale.ts';
import type { Folding, TimeScale, TimeSpan } from './time-scale.ts';
import type { TimelineGeometry } from './timeline-geometry.ts';
import type { TimelineModel } from './timeline-model.ts';
import { FLAG_ROWS } from './verb-list.ts';
import type { FlagRow } from './verb-list.ts';

/** Where an entry stood before the edit. */
export interface FormerFlag {
  readonly index: number;
  readonly row: FlagRow;
  readonly atMs: VirtualMs;
  readonly x: number;
}

export interface TimelineScene {
  readonly model: TimelineModel;
  readonly ghost: TimelineModel | null;
  readonly geometry: TimelineGeometry;
  readonly scale: TimeScale;
  readonly ticks: readonly Tick[];
  /** Those in sight, where they stand. */
  readonly flags: Readonly<Record<FlagRow, readonly FlagBox[]>>;
  readonly allFlags: readonly Flag[];
  readonly bands: readonly DurationBand[];
  readonly former: readonly FormerFlag[];
  /** For each lane: what the edit changed, and the remarks in its plot. */
  readonly deltas: readonly (LaneDelta | null)[];
  readonly remarks: readonly (readonly PlacedLabel[])[];
  readonly arrows: readonly LaneArrows[];
  /** The greatest count of run and ghost: both are drawn on one scale. */
  readonly most: number;
}

export interface SceneParts {
  readonly model: TimelineModel;
  /** What edits are compared by. */
  readonly report: Pick<OutcomeReport, 'lanes'>;
  readonly ghost: { readonly model: TimelineModel; readonly report: Pick<OutcomeReport, 'lanes'> } | null;
  /** The flags as they are under the hand: a drag is ahead of the run. */
  readonly flags: readonly Flag[];
  readonly span: TimeSpan;
  readonly folding: Folding;
  readonly geometry: TimelineGeometry;
}

/** What stays as it is while flags move under a hand. */
export type SceneFrame = Omit<TimelineScene, 'flags' | 'allFlags' | 'bands' | 'former' | 'remarks' | 'arrows'>;

export function timelineScene({ flags, ...parts }: SceneParts): TimelineScene {
  return sceneWithFlags(sceneFrame(parts), flags);
}

export function sceneFrame({ model, report, ghost, span, folding, geometry }: Omit<SceneParts, 'flags'>): SceneFrame {
  const scale = createTimeScale(span, geometry.plotWidth, folding);
  return {
    model,
    ghost: ghost?.model ?? null,
    geometry,
    scale,
    ticks: axisTicks(scale),
    deltas: model.lanes.map(({ name }) => {
      const [before, after] = [ghost?.report.lanes[name], report.lanes[name]];
      return before === undefined || after === undefined ? null : laneDelta(before, after);
    }),
    most: Math.max(model.most, ghost?.model.most ?? 0),
  };
}

export function sceneWithFlags(frame: SceneFrame, flags: readonly Flag[]): TimelineScene {
  const { model, ghost, geometry, scale, deltas, most } = frame;
  const boxes = (row: FlagRow): readonly FlagBox[] =>
    layoutFlags(
      flags.filter((flag) => flag.row === row),
      scale,
    );
  const rows = { people: boxes('people'), network: boxes('network'), servers: boxes('servers') };
  const poles = FLAG_ROWS.flatMap((row) => rows[row]).map(({ poleX }) => poleX);
  const remarks = model.lanes.map((lane, at) => {
    const plot = geometry.lanes[at]?.plot;
    if (plot === undefined) return [];
    // Where lanes have a header line, the change stands there.
    const delta = geometry.isNarrow ? null : (deltas[at] ?? null);
    return laneRemarks(lane, delta, { plot, scale, most, poles });
  });
  return {
    ...frame,
    flags: rows,
    allFlags: flags,
    bands: layoutBands(flags, scale),
    former: ghost === null ? [] : formerFlags(ghost.flags, flags, scale),
    remarks,
    arrows: model.lanes.map(({ space, surfaces }, at) => {
      const lane = geometry.lanes[at];
      if (lane === undefined) return { control: [], words: [] };
      const names = surfaces.map(({ name }) => name);
      return laneArrows(space, { scale, ...lane, surfaces: names, taken: remarks[at] ?? [] });
    }),
  };
}

/** Entries of the run before that stand elsewhere now; none when entries came or went, since places in the list shift. */
function formerFlags(before: readonly Flag[], now: readonly Flag[], scale: TimeScale): readonly FormerFlag[] {
  if (before.length !== now.length) return [];
  return before.flatMap(({ index, row, atMs, verb }) => {
    const current = now.find((flag) => flag.index === index);
    if (current === undefined || current.verb !== verb || current.atMs === atMs) return [];
    const x = scale.xOf(atMs);
    return x < 0 || x > scale.width ? [] : [{ index, row, atMs, x }];
  });
}
