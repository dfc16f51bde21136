/** What stands on the axis: where flags stood before an edit, and ticks where these leave room. */

import { roundSeconds } from '../seconds.ts';
import type { FormerFlag, TimelineScene } from './timeline-scene.ts';

export interface AxisLabel {
  readonly key: string;
  readonly kind: 'tick' | 'was';
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A character of the monospaced face at 11 pixels. */
const CHARACTER = 6.7;
const BESIDE = 4;
const CLEAR = 6;

/** Labels that do not touch; the last may reach into the margin of the page. */
export function axisLabels(scene: Pick<TimelineScene, 'ticks' | 'former' | 'geometry'>): readonly AxisLabel[] {
  const { ticks, former, geometry } = scene;
  const right = geometry.plotWidth + (geometry.isNarrow ? 10 : 24);
  const placed: AxisLabel[] = [];
  const offer = (label: AxisLabel): void => {
    if (placed.every((other) => areApart(label, other))) placed.push(label);
  };
  for (const flag of former) offer(wasLabel(flag, right));
  for (const { atMs, label, x } of ticks) {
    const isPast = x + BESIDE + label.length * CHARACTER > right;
    const place = isPast ? ({ x: x - BESIDE, anchor: 'end' } as const) : ({ x: x + BESIDE, anchor: 'start' } as const);
    offer({ key: `${atMs}`, kind: 'tick', text: label, ...place });
  }
  return placed;
}

function wasLabel({ index, atMs, x }: FormerFlag, right: number): AxisLabel {
  const text = `was ${roundSeconds(atMs)}`;
  const half = (text.length * CHARACTER) / 2;
  return { key: `was ${index}`, kind: 'was', text, x: Math.min(Math.max(x, half), right - half), anchor: 'middle' };
}

function areApart(a: AxisLabel, b: AxisLabel): boolean {
  const [first, second] = [extentOf(a), extentOf(b)];
  return first.right + CLEAR <= second.left || second.right + CLEAR <= first.left;
}

function extentOf({ text, x, anchor }: AxisLabel): { readonly left: number; readonly right: number } {
  const width = text.length * CHARACTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width };
}
