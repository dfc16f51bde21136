/**
 * A timeline to draw on: axis, flags and plots of a run, on the same scale as its true picture, and nothing of what
 * comes of it.
 */

import { countScale } from '../timeline/count-scale.ts';
import { px } from '../timeline/mark-shapes.ts';
import { buildPyramid } from '../timeline/pyramid.ts';
import type { LaneTimeline } from '../timeline/timeline-model.ts';
import type { TimelineScene } from '../timeline/timeline-scene.ts';

/** The lines that tell surfaces apart in the true picture, in their order. */
const DASH_NAMES = ['solid line', 'dashes', 'dots', 'long and short'];

export function blankScene(scene: TimelineScene): TimelineScene {
  const nothing = buildPyramid({ times: new Float64Array(), counts: new Int32Array() });
  const { model } = scene;
  return {
    ...scene,
    remarks: model.lanes.map(() => []),
    arrows: model.lanes.map(() => ({ control: [], words: [] })),
    model: {
      ...model,
      difference: nothing,
      partedAtMs: null,
      lanes: model.lanes.map((lane) => ({
        ...lane,
        made: nothing,
        surfaces: [],
        stops: [],
        lost: null,
        recoveries: [],
      })),
    },
  };
}

/** Which line is to be drawn for which screen; nothing to tell apart where there is one. */
export function blankCounts({
  model: { lanes },
}: TimelineScene): (lane: Pick<LaneTimeline, 'name'>) => readonly string[] {
  return ({ name }) => {
    const labels = (lanes.find((lane) => lane.name === name)?.surfaces ?? []).map(({ label }) => label);
    if (labels.length < 2) return labels;
    if (labels.length > DASH_NAMES.length) return [`${labels.length} screens`];
    return labels.map((label, at) => `${label}: ${DASH_NAMES[at] ?? ''}`);
  };
}

/** A frame for each lane with the height of an answer of so many words and quarters of it, and a bar for what a page says. */
export function blankPlots({ geometry, most }: TimelineScene, words: number): readonly string[] {
  const width = geometry.plotWidth;
  return geometry.lanes.flatMap(({ plot, tracks }) => {
    const yOf = countScale(plot, most);
    const top = px(yOf(words));
    const quarters = [0.25, 0.5, 0.75].map((share) => px(yOf(words * share)));
    return [
      ...quarters.map((y) => `<path d="M0 ${y}H${width}" stroke="var(--grid)"/>`),
      `<path d="M0 ${px(plot.top)}V${px(plot.top + plot.height)}" stroke="var(--soft)"/>`,
      `<path d="M0 ${top}H${width}" stroke="var(--soft)" stroke-dasharray="4 3"/>`,
      `<text x="${px(width - 2)}" y="${px(top + 13)}" text-anchor="end" class="note" paint-order="stroke" stroke="var(--ground)" stroke-width="4">${words} words</text>`,
      ...tracks.map(
        (track) =>
          `<rect x="0.5" y="${px(track.top + 0.5)}" width="${px(width - 1)}" height="${px(track.height - 1)}" rx="3" fill="none" stroke="var(--rule)"/>`,
      ),
    ];
  });
}
