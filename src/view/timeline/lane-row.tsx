/** One lane on the timeline: its curves, the states of its first surface, stop and remark. */

import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { xOf } from '../../projection/timeline/time-axis.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import type { LaneTimeline, Remark } from '../../projection/timeline/timeline-model.ts';
import { durationText } from '../../projection/seconds.ts';
import { CurveCanvas } from './curve-canvas.tsx';

interface LaneRowProps {
  readonly lane: LaneTimeline;
  /** The same lane in the run before the edit. */
  readonly ghost: LaneTimeline | null;
  readonly span: TimeSpan;
  readonly width: number;
  readonly height: number;
}

const TRACK_HEIGHT = 13;
/** About what a character of the labels takes, in pixels: enough to keep a label within its bar. */
const CHARACTER_WIDTH = 6;

export function LaneRow({ lane, ghost, span, width, height }: LaneRowProps) {
  const curvesHeight = height - TRACK_HEIGHT - 6;
  const picture = useMemo(
    () => ({
      made: lane.made,
      shown: lane.shown.map(({ curve }) => curve),
      ghost: ghost?.shown[0]?.curve ?? null,
      most: Math.max(lane.most, ghost?.most ?? 0),
      isWounded: lane.missing > 0,
    }),
    [lane, ghost],
  );
  const x = (atMs: number): number => xOf(atMs, span, width);
  const { stop, remark } = lane;
  return (
    <div className="timeline-lane" data-lane={lane.lane} style={{ height }}>
      <CurveCanvas picture={picture} span={span} width={width} height={curvesHeight} />
      {stop !== null && stop.words > 0 && (
        <div
          className="stop-pair"
          style={{
            left: x(stop.pressedAtMs),
            width: Math.max(2, x(stop.haltedAtMs) - x(stop.pressedAtMs)),
            height: curvesHeight,
          }}
        >
          <span>{`${stop.words} after stop, ${durationText(stop.haltedAtMs - stop.pressedAtMs)}`}</span>
        </div>
      )}
      {remark !== null && (
        <p
          className="timeline-remark"
          data-tone={remark.tone}
          style={remarkPlace(x(remark.atMs), remark, width, curvesHeight * (1 - remark.level / lane.most))}
        >
          {remark.text}
        </p>
      )}
      <div className="state-track" style={{ height: TRACK_HEIGHT }}>
        {lane.states.map(({ fromMs, toMs, label, tone }) => {
          const left = Math.max(0, x(fromMs));
          const barWidth = Math.min(width, x(toMs)) - left;
          return (
            barWidth > 0 && (
              <span
                key={fromMs}
                className="state-bar"
                data-tone={tone}
                style={{ left, width: Math.max(1, barWidth - 2) }}
              >
                {barWidth > (label.length + 3) * CHARACTER_WIDTH && label}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}

function remarkPlace(x: number, remark: Remark, width: number, y: number): CSSProperties {
  const room = remark.text.length * 6.6 + 20;
  return { left: Math.max(4, Math.min(x + 12, width - room)), top: Math.max(0, y - 7) };
}
