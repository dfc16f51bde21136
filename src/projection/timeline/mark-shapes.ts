/**
 * The marks of the picture that nobody drags, as shapes: ticks, lines of the flags, states, messages,
 * stops, remarks. The page makes elements of them and a figure makes text; neither decides anything.
 */

import { roundSeconds } from '../seconds.ts';
import type { Arrow, ControlArrow } from './arrows.ts';
import { axisLabels } from './axis-labels.ts';
import { countScale } from './count-scale.ts';
import { LABEL_HEIGHT } from './label-layout.ts';
import { countAt } from './staircase.ts';
import type { StateBar } from './state-track.ts';
import { textWidth } from './text-width.ts';
import type { Band } from './timeline-geometry.ts';
import type { LaneTimeline } from './timeline-model.ts';
import type { TimelineScene } from './timeline-scene.ts';
import { FLAG_ROWS } from './verb-list.ts';

interface ShapeLook {
  /** A class of the style sheet. */
  readonly look: string;
  /** What tells shapes of one look apart: a tone, a row, a kind. */
  readonly tone?: string;
}

export type MarkShape = ShapeLook &
  (
    | { readonly shape: 'path'; readonly d: string }
    | {
        readonly shape: 'rect';
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      }
    | {
        readonly shape: 'text';
        readonly x: number;
        readonly y: number;
        readonly anchor: 'start' | 'middle' | 'end';
        readonly text: string;
      }
  );

export interface MarkGroup {
  readonly key: string;
  /** The architecture whose hues it has, `null` for what belongs to none. */
  readonly lane: string | null;
  readonly shapes: readonly MarkShape[];
}

/** All groups, from the lowest to the topmost. */
export function markGroups(scene: TimelineScene): readonly MarkGroup[] {
  return [axisGroup(scene), ...fixedGroups(scene), ...laneGroups(scene)];
}

/** Ticks and the lines of the flags. */
export function axisGroup(scene: TimelineScene): MarkGroup {
  return { key: 'axis', lane: null, shapes: [...tickShapes(scene), ...poleShapes(scene)] };
}

type FixedScene = Pick<TimelineScene, 'geometry' | 'model' | 'scale' | 'most'>;

/** What does not follow a flag under the hand before its run is there: states, stops, where the lanes part. */
export function fixedGroups(scene: FixedScene): readonly MarkGroup[] {
  const { geometry, model } = scene;
  return [
    ...model.lanes.map((lane, at) => ({
      key: lane.name,
      lane: lane.lane,
      shapes: [
        ...(geometry.lanes[at]?.tracks ?? []).flatMap((track, surface) =>
          (lane.surfaces[surface]?.states ?? []).flatMap((bar) => stateShapes(bar, track, scene)),
        ),
        ...stopShapes(lane, geometry.lanes[at]?.plot, scene),
      ],
    })),
    { key: 'parting', lane: null, shapes: partingShapes(scene) },
  ];
}

/** Messages and remarks, on top of their lanes. */
export function laneGroups({ model, remarks, arrows }: TimelineScene): readonly MarkGroup[] {
  return model.lanes.map((lane, at) => ({
    key: lane.name,
    lane: lane.lane,
    shapes: [
      ...(arrows[at]?.control ?? []).flatMap(arrowShapes),
      ...(remarks[at] ?? []).map(({ x, y, text, tone }): MarkShape => {
        return { shape: 'text', look: 'timeline-remark', tone, x, y: y + LABEL_HEIGHT - 2.5, anchor: 'start', text };
      }),
    ],
  }));
}

function tickShapes(scene: TimelineScene): readonly MarkShape[] {
  return axisLabels(scene).map(({ kind, text, x, anchor }) => {
    return { shape: 'text', look: 'timeline-tick', tone: kind, x, y: 14, anchor, text };
  });
}

/** The line of each flag through all lanes, the end of each fault, and where a flag stood before. */
function poleShapes({ geometry, flags, former }: TimelineScene): readonly MarkShape[] {
  const bottom = geometry.difference.top;
  return [
    ...former.map(({ x }) => path('timeline-was', `M${px(x)} ${geometry.axis.height - 2}V${bottom}`)),
    ...FLAG_ROWS.flatMap((row) => flags[row]).flatMap(({ flag: { row }, poleX, endX }) => {
      const top = geometry[row].top + 3;
      const pole = path('timeline-pole', `M${px(poleX)} ${top}V${bottom}`, row);
      return endX === null || row === 'people'
        ? [pole]
        : [pole, path('timeline-healed', `M${px(endX)} ${top}V${bottom}`)];
    }),
  ];
}

const STATE_SIZE = 10.5;
const STATE_PADDING = 6;

/** What a surface believes of its connection, with its name where there is room. */
function stateShapes(
  { fromMs, toMs, label, tone }: StateBar,
  track: Band,
  { scale }: FixedScene,
): readonly MarkShape[] {
  const { width } = scale;
  const left = Math.max(-1, scale.xOf(fromMs));
  const right = Math.min(width + 1, scale.xOf(toMs));
  if (right <= 0 || left >= width || right - left < 0.5) return [];
  const bar: MarkShape = {
    shape: 'rect',
    look: 'state-bar',
    tone,
    x: left + 0.5,
    y: track.top + 0.5,
    width: Math.max(1, right - left - 1.5),
    height: track.height - 1,
  };
  const x = Math.max(0, left) + STATE_PADDING;
  if (Math.min(width, right) - x <= textWidth(label, STATE_SIZE) + STATE_PADDING) return [bar];
  const y = track.top + track.height / 2 + 3.8;
  return [bar, { shape: 'text', look: 'state-label', tone, x, y, anchor: 'start', text: label }];
}

const HEAD = 5;
const CROSS = 3.2;

function arrowShapes({ label, isUnderway, ...arrow }: ControlArrow): readonly MarkShape[] {
  const tone = arrow.isLost ? 'lost' : isUnderway ? 'underway' : 'arrived';
  const { x1, y1, x2, y2 } = arrow;
  const shapes = [path('message', `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`, tone)];
  if (arrow.isLost) shapes.push(path('message-cross', crossPath(arrow)));
  else if (!isUnderway) shapes.push(path('message-head', headPath(arrow)));
  if (label !== null) {
    shapes.push({
      shape: 'text',
      look: 'message-label',
      tone,
      x: label.x,
      y: label.y,
      anchor: 'start',
      text: label.text,
    });
  }
  return shapes;
}

/** Two strokes across the end of what was lost. */
function crossPath({ x2, y2 }: Arrow): string {
  const [left, right, top, bottom] = [x2 - CROSS, x2 + CROSS, y2 - CROSS, y2 + CROSS].map(px);
  return `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`;
}

function headPath({ x1, y1, x2, y2 }: Arrow): string {
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) || 1;
  const [alongX, alongY] = [((x2 - x1) / length) * HEAD, ((y2 - y1) / length) * HEAD];
  const corner = (side: 1 | -1): string =>
    `${px(x2 - alongX + side * alongY * 0.45)} ${px(y2 - alongY - side * alongX * 0.45)}`;
  return `M${px(x2)} ${px(y2)}L${corner(1)}L${corner(-1)}Z`;
}

/** A pair for each press of stop: the press at the surface and the last word of the agent, joined by their distance. */
function stopShapes(lane: LaneTimeline, plot: Band | undefined, { scale, most }: FixedScene): readonly MarkShape[] {
  if (plot === undefined) return [];
  const yOf = countScale(plot, most);
  return lane.stops.flatMap(({ pressedAtMs, haltedAtMs, words }) => {
    const [pressed, halted] = [scale.xOf(pressedAtMs), scale.xOf(haltedAtMs)];
    if (halted < 0 || pressed > scale.width) return [];
    const y = yOf(countAt(lane.made.staircase, pressedAtMs));
    const isPressInSight = pressed >= 0 && pressed <= scale.width;
    const press: MarkShape = { shape: 'rect', look: 'stop-press', x: pressed - 3.5, y: y - 3.5, width: 7, height: 7 };
    const marks = isPressInSight ? [press] : [];
    if (words === 0) return marks;
    const top = yOf(countAt(lane.made.staircase, haltedAtMs)) - 3;
    const along = `M${px(Math.max(0, pressed))} ${px(y)}H${px(Math.min(scale.width, halted))}`;
    // Where the last word is out of sight, the line goes on to the edge.
    const d = halted > scale.width ? along : `${along}M${px(halted)} ${px(y + 4)}V${px(top)}`;
    return [...marks, path('stop-overshoot', d)];
  });
}

const PARTING_SIZE = 11;

/** Where the lanes part for the first time. */
function partingShapes({ geometry, model, scale }: FixedScene): readonly MarkShape[] {
  const { partedAtMs } = model;
  const { difference, isNarrow, plotWidth } = geometry;
  if (partedAtMs === null || difference.height === 0) return [];
  const x = scale.xOf(partedAtMs);
  if (x < 0 || x > plotWidth) return [];
  const text = isNarrow ? roundSeconds(partedAtMs) : `apart from ${roundSeconds(partedAtMs)} s`;
  const y = difference.top + difference.height - 2;
  const isLeft = x > textWidth(text, PARTING_SIZE) + 12;
  const [labelX, anchor] = isLeft ? ([x - 8, 'end'] as const) : ([x + 8, 'start'] as const);
  return [
    path('timeline-parting', `M${px(x)} ${px(y - 9)}l4 9h-8z`),
    { shape: 'text', look: 'timeline-parting-label', x: labelX, y: y - 1, anchor, text },
  ];
}

function path(look: string, d: string, tone?: string): MarkShape {
  return tone === undefined ? { shape: 'path', look, d } : { shape: 'path', look, tone, d };
}

/** Hundredths of a pixel are enough for any screen. */
export function px(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
