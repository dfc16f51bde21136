/** What is written into a lane's plot: losses, recoveries, stops and what an edit changed, each where there is room. */

import { countScale } from './count-scale.ts';
import { extentWithin, LABEL_HEIGHT, placeLabels } from './label-layout.ts';
import type { Box, PlacedLabel, WantedLabel } from './label-layout.ts';
import type { Pyramid } from './pyramid.ts';
import type { LaneDelta } from './run-delta.ts';
import { countAt } from './staircase.ts';
import type { Band } from './timeline-geometry.ts';
import type { TimeScale } from './time-scale.ts';
import type { LaneTimeline } from './timeline-model.ts';

export interface RemarkRoom {
  readonly plot: Band;
  readonly scale: TimeScale;
  readonly most: number;
  /** Where the lines of flags cross the lane, in pixels. */
  readonly poles: readonly number[];
}

/** Steps in which a line is searched for a free place, in pixels. */
const SEARCH_STEP = 28;
const MARGIN = 6;

/** Labels with their places, from the left edge of the plot and the top of the picture. */
export function laneRemarks(lane: LaneTimeline, delta: LaneDelta | null, room: RemarkRoom): readonly PlacedLabel[] {
  const { plot } = room;
  const { width } = room.scale;
  const wanted = [
    ...(delta === null ? [] : [wantDelta(delta, room)]),
    ...lane.stops.map((stop) => wantStop(stop, room)),
    ...(lane.lost === null ? [] : [wantLost(lane, lane.lost, room)]),
    ...lane.recoveries.map((recovery) => wantRecovery(recovery, room)),
  ];
  const bounds = { x: 2, y: plot.top - 1, width: width - 4, height: plot.height + 1 };
  const curves = [lane.made, ...lane.surfaces.map(({ shown }) => shown)];
  const isClear = (box: Box): boolean => curves.every((curve) => isClearOf(curve, box, room));
  const isClearOfPoles = (box: Box): boolean =>
    isClear(box) && room.poles.every((x) => x < box.x - 3 || x > box.x + box.width + 3);
  return placeLabels(wanted, bounds, [isClearOfPoles, isClear]);
}

function isClearOf(curve: Pyramid, box: Box, { plot, most, scale }: RemarkRoom): boolean {
  const yOf = countScale(plot, most);
  const fromMs = scale.msAt(box.x - 3);
  const toMs = scale.msAt(box.x + box.width + 3);
  const { min, max } = extentWithin(curve, fromMs, toMs);
  // A curve that has not begun is not drawn.
  if (max === 0) return true;
  return yOf(max) - 1 >= box.y + box.height - 1 || yOf(min) + 1 <= box.y + 1;
}

function wantDelta(delta: LaneDelta, { plot, scale: { width } }: RemarkRoom): WantedLabel {
  const tone = delta.tone === 'quiet' ? 'ink' : delta.tone;
  return {
    text: delta.text,
    shortText: delta.text,
    tone,
    places: (label) =>
      [plot.top + 1, plot.top + plot.height / 2 - 8].flatMap((y) => along(sweep(MARGIN, width - label - MARGIN), y)),
  };
}

function wantLost(lane: LaneTimeline, lost: NonNullable<LaneTimeline['lost']>, room: RemarkRoom): WantedLabel {
  const { plot, most, scale } = room;
  const { span, width } = scale;
  const yOf = countScale(plot, most);
  const curve = lane.surfaces.find(({ name }) => name === lost.surface)?.shown ?? lane.made;
  const [top, bottom] = [yOf(countAt(lane.made.staircase, span.toMs)), yOf(countAt(curve.staircase, span.toMs))];
  const middle = (top + bottom) / 2 - LABEL_HEIGHT / 2;
  const from = Math.max(MARGIN, scale.xOf(lost.fromMs));
  // Where the area has its full height; before, it is a wedge.
  const full = Math.max(from, scale.xOf(lane.made.staircase.times.at(-1) ?? 0) + MARGIN);
  return {
    text: lost.text,
    shortText: lost.shortText,
    tone: 'harm',
    places: (label) => {
      const right = width - label - 3 * MARGIN;
      const start = full + (right - full) * 0.4;
      const rows = [middle, bottom + 3, top - LABEL_HEIGHT - 2];
      const inFull = [sweep(start, right), sweep(full, Math.min(start, right))];
      const inWedge = sweep(from, right).toReversed();
      return [
        ...inFull.flatMap((xs) => rows.flatMap((y) => along(xs, y))),
        // As near to the full height as it can be.
        ...inWedge.flatMap((x) => rows.map((y) => ({ x, y }))),
      ];
    },
  };
}

function wantRecovery({ atMs, text, shortText }: LaneTimeline['recoveries'][number], room: RemarkRoom): WantedLabel {
  const { plot, scale } = room;
  const { width } = scale;
  const x = scale.xOf(atMs) + 8;
  const rows = [0.35, 0.6, 0.1].map((share) => plot.top + plot.height * share);
  return {
    text,
    shortText,
    tone: 'good',
    places: (label) => {
      const isNear = x > 0 && x < width;
      return isNear
        ? rows.flatMap((y) => [
            { x, y },
            ...along(sweep(x, Math.min(width - label - MARGIN, x + 160)), y),
            { x: x - label - 16, y },
          ])
        : [];
    },
  };
}

function wantStop(stop: LaneTimeline['stops'][number], room: RemarkRoom): WantedLabel {
  const { plot, scale } = room;
  const { width } = scale;
  const [pressed, halted] = [scale.xOf(stop.pressedAtMs), scale.xOf(stop.haltedAtMs)];
  const rows = [0.1, 0.4, 0.65].map((share) => plot.top + plot.height * share);
  return {
    text: stop.text,
    shortText: stop.shortText,
    tone: stop.words > 1 ? 'harm' : 'ink',
    places: (label) =>
      halted < 0 || pressed > width
        ? []
        : rows.flatMap((y) => [
            ...along(sweep(halted + 8, Math.min(width - label - MARGIN, halted + 140)), y),
            { x: pressed - label - 8, y },
          ]),
  };
}

function sweep(from: number, to: number): readonly number[] {
  const xs: number[] = [];
  for (let x = from; x <= to; x += SEARCH_STEP) xs.push(x);
  return xs;
}

function along(xs: readonly number[], y: number): readonly { readonly x: number; readonly y: number }[] {
  return xs.map((x) => ({ x, y }));
}
