/** What each row is, and how many words stand on each screen at the playhead. */

import { memo } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { countAt } from '../../projection/timeline/staircase.ts';
import type { LaneGeometry } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { SURFACE_DASHES } from './paint-scene.ts';

export function LaneLabels({ scene, playheadMs }: { readonly scene: TimelineScene; readonly playheadMs: VirtualMs }) {
  const { geometry, model, deltas } = scene;
  return (
    <>
      {model.lanes.map((lane, at) => {
        const place = geometry.lanes[at];
        const delta = geometry.isNarrow ? deltas[at] : null;
        return (
          place !== undefined && (
            <div key={lane.name} className="lane-label" data-lane={lane.lane} style={labelPlace(place)}>
              <b>{lane.title}</b>
              {delta !== null && delta !== undefined && (
                <em className="lane-delta" data-tone={delta.tone}>
                  {delta.text}
                </em>
              )}
              <Readouts lane={lane} atMs={playheadMs} />
            </div>
          )
        );
      })}
      {!geometry.isNarrow && geometry.difference.height > 0 && (
        <div className="difference-label" style={{ top: geometry.difference.top, height: geometry.difference.height }}>
          how far apart
        </div>
      )}
    </>
  );
}

function labelPlace({ top, height, header }: LaneGeometry) {
  return header ?? { top, height };
}

function Readouts({ lane, atMs }: { readonly lane: LaneTimeline; readonly atMs: VirtualMs }) {
  return (
    <span className="lane-readouts">
      {lane.surfaces.map(({ name, label, shown }, at) => (
        <Readout key={name} label={label} words={countAt(shown.staircase, atMs)} at={at} />
      ))}
    </span>
  );
}

interface ReadoutProps {
  readonly label: string;
  readonly words: number;
  readonly at: number;
}

const Readout = memo(function Readout({ label, words, at }: ReadoutProps) {
  return (
    <span className="lane-readout">
      <svg width="18" height="8" aria-hidden="true">
        <path
          d="M0 4H18"
          strokeWidth={at === 0 ? 2.2 : 1.6}
          strokeDasharray={(SURFACE_DASHES[at] ?? [3, 3]).join(' ')}
        />
      </svg>
      {label}
      <span className="lane-count">{words}</span>
    </span>
  );
});
