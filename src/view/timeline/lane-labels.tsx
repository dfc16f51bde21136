/** What each row is, and how many words stand on each screen at the playhead. */

import { memo } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { MADE_DASH, SURFACE_DASHES } from '../../projection/timeline/paint-scene.ts';
import { countAt } from '../../projection/timeline/staircase.ts';
import type { LaneGeometry, TimelineGeometry } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';

/** Left of the names, and what is kept free before the plot. */
const LABEL_INSET = 28 + 6;
/** What the name of a band needs. */
const LABEL_HEIGHT = 14;

export function LaneLabels({ scene, playheadMs }: { readonly scene: TimelineScene; readonly playheadMs: VirtualMs }) {
  const { geometry, model, deltas } = scene;
  return (
    <>
      {model.lanes.map((lane, at) => {
        const place = geometry.lanes[at];
        const delta = geometry.isNarrow ? deltas[at] : null;
        return (
          place !== undefined && (
            <div key={lane.name} className="lane-label" data-lane={lane.lane} style={labelPlace(geometry, place)}>
              <b>{lane.title}</b>
              {delta !== null && delta !== undefined && (
                <em className="lane-delta" data-tone={delta.tone}>
                  {delta.text}
                </em>
              )}
              <Readouts
                lane={lane}
                atMs={playheadMs}
                columns={geometry.readoutColumns}
                hasRoom={hasRoomForMade(geometry, place, lane)}
              />
            </div>
          )
        );
      })}
      {!geometry.isNarrow && geometry.difference.height >= LABEL_HEIGHT && (
        <div className="difference-label" style={{ top: geometry.difference.top, height: geometry.difference.height }}>
          how far apart
        </div>
      )}
    </>
  );
}

/** Where there is a column for names, a name that is too long for it ends there. */
function labelPlace({ plotX }: TimelineGeometry, { top, height, header }: LaneGeometry) {
  return header ?? { top, height, width: plotX - LABEL_INSET };
}

function hasRoomForMade(
  { isNarrow, readoutColumns }: TimelineGeometry,
  { height }: LaneGeometry,
  { surfaces }: LaneTimeline,
): boolean {
  return isNarrow || height >= 21 + 15 * Math.ceil((surfaces.length + 1) / readoutColumns);
}

interface ReadoutsProps {
  readonly lane: LaneTimeline;
  readonly atMs: VirtualMs;
  readonly columns: number;
  /** For what the agent made as well. */
  readonly hasRoom: boolean;
}

function Readouts({ lane, atMs, columns, hasRoom }: ReadoutsProps) {
  return (
    <span className="lane-readouts" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {lane.surfaces.map(({ name, label, shown }, at) => (
        <Readout key={name} label={label} words={countAt(shown.staircase, atMs)} at={at} />
      ))}
      {hasRoom && <Readout label="made" words={countAt(lane.made.staircase, atMs)} at="made" />}
    </span>
  );
}

interface ReadoutProps {
  readonly label: string;
  readonly words: number;
  readonly at: number | 'made';
}

const Readout = memo(function Readout({ label, words, at }: ReadoutProps) {
  return (
    <span className="lane-readout">
      <svg width="18" height="8" aria-hidden="true">
        <path d="M0 4H18" data-curve={at} strokeWidth={at === 0 ? 2.2 : 1.6} strokeDasharray={dashOf(at)} />
      </svg>
      <span className="lane-readout-name">{label}</span>
      <span className="lane-count">{words}</span>
    </span>
  );
});

function dashOf(at: number | 'made'): string {
  return (at === 'made' ? MADE_DASH : (SURFACE_DASHES[at] ?? [3, 3])).join(' ');
}
