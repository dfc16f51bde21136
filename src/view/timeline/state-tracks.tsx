/** What each surface of a lane believes of its connection, as bars under the curves. */

import { memo } from 'react';
import type { StateBar } from '../../projection/timeline/state-track.ts';
import { textWidth } from '../../projection/timeline/text-width.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';

interface StateTracksProps {
  readonly lane: LaneTimeline;
  readonly tracks: readonly Band[];
  readonly scale: TimeScale;
}

const TEXT_SIZE = 10.5;
const PADDING = 6;

export const StateTracks = memo(function StateTracks({ lane, tracks, scale }: StateTracksProps) {
  return tracks.map((track, at) => {
    const surface = lane.surfaces[at];
    return (
      surface !== undefined && (
        <g key={surface.name}>
          {surface.states.map((bar) => (
            <Bar key={bar.fromMs} bar={bar} track={track} scale={scale} />
          ))}
        </g>
      )
    );
  });
});

interface BarProps {
  readonly bar: StateBar;
  readonly track: Band;
  readonly scale: TimeScale;
}

function Bar({ bar, track, scale }: BarProps) {
  const { width } = scale;
  const left = Math.max(-1, scale.xOf(bar.fromMs));
  const right = Math.min(width + 1, scale.xOf(bar.toMs));
  if (right <= 0 || left >= width || right - left < 0.5) return null;
  const barWidth = Math.max(1, right - left - 1.5);
  const textX = Math.max(0, left) + PADDING;
  const hasRoom = Math.min(width, right) - textX > textWidth(bar.label, TEXT_SIZE) + PADDING;
  return (
    <>
      <rect
        className="state-bar"
        data-tone={bar.tone}
        x={left + 0.5}
        y={track.top + 0.5}
        width={barWidth}
        height={track.height - 1}
        rx={3}
      />
      {hasRoom && (
        <text className="state-label" data-tone={bar.tone} x={textX} y={track.top + track.height / 2 + 3.8}>
          {bar.label}
        </text>
      )}
    </>
  );
}
