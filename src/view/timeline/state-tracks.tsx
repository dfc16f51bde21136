/** What each surface of a lane believes of its connection, as bars under the curves. */

import type { StateBar } from '../../projection/timeline/state-track.ts';
import { textWidth } from '../../projection/timeline/text-width.ts';
import { xOf } from '../../projection/timeline/time-axis.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';

interface StateTracksProps {
  readonly lane: LaneTimeline;
  readonly tracks: readonly Band[];
  readonly span: TimeSpan;
  readonly width: number;
}

const TEXT_SIZE = 10.5;
const PADDING = 6;

export function StateTracks({ lane, tracks, span, width }: StateTracksProps) {
  return tracks.map((track, at) => {
    const surface = lane.surfaces[at];
    return (
      surface !== undefined && (
        <g key={surface.name}>
          {surface.states.map((bar) => (
            <Bar key={bar.fromMs} bar={bar} track={track} span={span} width={width} />
          ))}
        </g>
      )
    );
  });
}

interface BarProps {
  readonly bar: StateBar;
  readonly track: Band;
  readonly span: TimeSpan;
  readonly width: number;
}

function Bar({ bar, track, span, width }: BarProps) {
  const left = Math.max(-1, xOf(bar.fromMs, span, width));
  const right = Math.min(width + 1, xOf(bar.toMs, span, width));
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
