/** A statechart at one moment as marks: what stands where, and in which tone. Drawn by the page and by the file alike. */

import { assertPresent } from '../../base/assert.ts';
import type { Box, ChartEdge, MachineChart } from '../../protocol/machine-chart.ts';
import { LABEL_LEADING, LABEL_SIZE, MARGIN, PADDING, TITLE_HEIGHT } from './chart-measures.ts';
import type { MachineMoment } from './machine-moment.ts';
import { linesWithin, transitionText } from './transition-text.ts';

export interface ChartMarks {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateMark[];
  readonly edges: readonly EdgeMark[];
}

export interface StateMark {
  readonly path: string;
  readonly name: string;
  readonly box: Box;
  /** `active`: the machine is in it; `around`: in one of those inside; `idle`: neither. */
  readonly tone: 'active' | 'around' | 'idle';
  readonly isGroup: boolean;
  /** Where its parent begins: a dot, and a line from it to the state. */
  readonly initial: { readonly dot: Place; readonly line: string } | null;
  readonly title: Place;
  readonly lines: readonly PlacedText[];
}

export interface EdgeMark {
  readonly key: string;
  /** Path data of the line, and of the head at its end. */
  readonly line: string;
  readonly head: string;
  /** `next`: it leaves an active state; `last`: it was taken last; both can be. */
  readonly isNext: boolean;
  readonly isLast: boolean;
  /** Its number in the list of what can come next, and where the number stands. */
  readonly badge: (Place & { readonly number: number }) | null;
  readonly lines: readonly PlacedText[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlacedText extends Place {
  readonly text: string;
}

const CORNER = 5;
const HEAD = 6;
/** From the border of a state to the middle of the number. */
const BADGE_OFFSET = 10;

/** Layouts are told apart by `kind`: `map` without words on its arrows, `full` with them. */
export function chartMarks(chart: MachineChart, kind: 'map' | 'full', moment: MachineMoment): ChartMarks {
  const layout = chart[kind];
  return {
    width: layout.width,
    height: layout.height,
    states: chart.states.map((state) => stateMark(chart, kind, state, moment)),
    edges: layout.edges.map((edge) => edgeMark(chart, edge, moment)),
  };
}

function stateMark(
  chart: MachineChart,
  kind: 'map' | 'full',
  { path, name, isInitial }: MachineChart['states'][number],
  { entry, active }: MachineMoment,
): StateMark {
  const box = assertPresent(chart[kind].boxes[path], `state "${path}" was not laid out`);
  const isGroup = chart.states.some(({ parent }) => parent === path);
  return {
    path,
    name,
    box,
    tone: entry?.state === path ? 'active' : active.includes(path) ? 'around' : 'idle',
    isGroup,
    initial: isInitial ? initialMark(box, kind) : null,
    title: { x: box.x + PADDING, y: box.y + TITLE_HEIGHT / 2 + 5 },
    lines: isGroup
      ? []
      : linesWithin(chart.transitions, path).map((text, at) => ({
          text,
          x: box.x + PADDING,
          y: box.y + TITLE_HEIGHT + at * LABEL_LEADING + LABEL_SIZE - 1,
        })),
  };
}

function edgeMark(chart: MachineChart, edge: ChartEdge, { last, next }: MachineMoment): EdgeMark {
  const step = next.find(({ from, to }) => from === edge.from && to === edge.to);
  const points = edge.points.map(([x, y]) => ({ x, y }));
  return {
    key: `${edge.from} ${edge.to}`,
    line: linePath(points),
    head: headPath(points),
    isNext: step !== undefined,
    isLast: last !== null && last.transitions.some((at) => edge.transitions.includes(at)),
    badge: step?.number == null ? null : { ...badgePlace(points), number: step.number },
    lines:
      edge.label === null
        ? []
        : edge.transitions.map((place, at) => ({
            text: transitionText(assertPresent(chart.transitions[place], 'a transition')),
            x: (edge.label?.x ?? 0) + 3,
            y: (edge.label?.y ?? 0) + at * LABEL_LEADING + LABEL_SIZE,
          })),
  };
}

/** Straight lines with rounded corners. */
function linePath(points: readonly Place[]): string {
  return points
    .map((point, at) => {
      const [before, after] = [points[at - 1], points[at + 1]];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const radius = Math.min(CORNER, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
      const [from, to] = [towards(point, before, radius), towards(point, after, radius)];
      return `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
    })
    .join('');
}

function headPath(points: readonly Place[]): string {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (before === undefined || tip === undefined) return '';
  const back = towards(tip, before, HEAD);
  // Lines are level or upright but for parts of a pixel, so what stands across is one coordinate.
  const across = Math.abs(back.x - tip.x) < Math.abs(back.y - tip.y) ? { x: HEAD / 2, y: 0 } : { x: 0, y: HEAD / 2 };
  return `M${tip.x} ${tip.y}L${back.x - across.x} ${back.y - across.y}L${back.x + across.x} ${back.y + across.y}Z`;
}

function badgePlace(points: readonly Place[]): Place {
  const [start, second] = points;
  if (start === undefined || second === undefined) return { x: 0, y: 0 };
  return towards(start, second, Math.min(BADGE_OFFSET, lengthOf(start, second)));
}

function lengthOf(a: Place, b: Place): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point `distance` away from `from` on the way to `to`. */
function towards(from: Place, to: Place, distance: number): Place {
  const length = lengthOf(from, to);
  if (length === 0) return from;
  const share = distance / length;
  return { x: tenth(from.x + (to.x - from.x) * share), y: tenth(from.y + (to.y - from.y) * share) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** On the side where no arrow comes in: maps go down, charts with words go to the right. */
function initialMark({ x, y }: Box, kind: 'map' | 'full'): StateMark['initial'] {
  const gap = MARGIN - 5;
  const dot = kind === 'map' ? { x: x - gap, y: y + TITLE_HEIGHT / 2 } : { x: x + PADDING, y: y - gap };
  return { dot, line: `M${dot.x} ${dot.y}${kind === 'map' ? `H${x}` : `V${y}`}` };
}
