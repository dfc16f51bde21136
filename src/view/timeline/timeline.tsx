/** The timeline: one axis, one playhead and one track of flags for every lane. Drag a cause and watch the effect. */

import { useMemo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { axisTicks, msAt, panSpan, xOf, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import { stackFlags } from '../../projection/timeline/flags.ts';
import type { Flag, FlagRow } from '../../projection/timeline/flags.ts';
import { timelineOf } from '../../projection/timeline/timeline-model.ts';
import { roundSeconds } from '../../projection/seconds.ts';
import type { Run } from '../../sim/run.ts';
import { useElementSize } from '../element-size.ts';
import { FlagMark } from './flag-mark.tsx';
import { LaneRow } from './lane-row.tsx';
import type { TimelineHands } from './timeline-hands.ts';
import { useZoom } from './use-zoom.ts';
import './timeline.css';

export interface TimelineProps extends TimelineHands {
  readonly run: Run;
  /** The outcome before the edit, drawn faintly beside the new one. */
  readonly ghost: Run | null;
  readonly playheadMs: VirtualMs;
  /** Index in the scenario's script. */
  readonly selectedIndex: number | null;
  readonly span: TimeSpan;
}

const AXIS_HEIGHT = 24;
const FLAG_LINE = 26;
const MOST_LINES = { people: 2, network: 2 } as const;

export function Timeline(props: TimelineProps) {
  const { run, ghost, playheadMs, selectedIndex, span, ...hands } = props;
  const model = useMemo(() => timelineOf(run), [run]);
  const before = useMemo(() => (ghost === null ? null : timelineOf(ghost)), [ghost]);
  const [frame, { width, height }] = useElementSize<HTMLDivElement>({ width: 1000, height: 320 });
  const plot = useRef<HTMLDivElement>(null);
  const { horizonMs } = model;
  useZoom(plot, { span, width, horizonMs, onSpan: hands.onSpan });

  const rows = (['people', 'network'] as const).map((row) => placeFlags(model.flags, row, span, width));
  const flagsHeight = rows.reduce((sum, { lines }) => sum + lines * FLAG_LINE, 0);
  const laneHeight = Math.max(46, (height - AXIS_HEIGHT - flagsHeight - 8) / Math.max(1, model.lanes.length));
  const scrubTo = (event: PointerEvent): void => {
    const box = plot.current?.getBoundingClientRect();
    if (box === undefined) return;
    const atMs = msAt(event.clientX - box.left, span, width);
    hands.onPlayhead(Math.round(Math.min(horizonMs, Math.max(0, atMs))));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isZoomIn = event.key === '+' || event.key === '=';
    if (isZoomIn || event.key === '-') hands.onSpan(zoomSpan(span, isZoomIn ? 0.8 : 1.25, playheadMs, horizonMs));
    else if (event.key === '0') hands.onSpan({ fromMs: 0, toMs: horizonMs });
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const byMs = (span.toMs - span.fromMs) / 2;
      hands.onSpan(panSpan(span, event.key === 'PageDown' ? byMs : -byMs, horizonMs));
    } else return;
    event.preventDefault();
  };
  const moved = selectedIndex === null ? undefined : before?.flags.find(({ index }) => index === selectedIndex);
  const movedTo = model.flags.find(({ index }) => index === selectedIndex);
  return (
    <div className="timeline">
      <div className="timeline-labels" style={{ paddingTop: AXIS_HEIGHT }}>
        {rows.map(({ row, lines }) => (
          <div key={row} className="timeline-label" style={{ height: lines * FLAG_LINE }}>
            <b>{row === 'people' ? 'People' : 'Network'}</b>
            {row === 'network' && <span>drag to change it</span>}
          </div>
        ))}
        {model.lanes.map((lane, at) => {
          const was = before?.lanes[at]?.missing;
          return (
            <div
              key={lane.name}
              className="timeline-label timeline-lane-label"
              data-lane={lane.lane}
              style={{ height: laneHeight }}
            >
              <b>{lane.title}</b>
              <span>words shown</span>
              {was !== undefined && was !== lane.missing && (
                <em data-tone={lane.missing > was ? 'harm' : 'good'}>{`missing ${was} → ${lane.missing}`}</em>
              )}
            </div>
          );
        })}
      </div>
      <div className="timeline-frame" ref={frame}>
        <div
          className="timeline-plot"
          ref={plot}
          // The keyboard's way to scrub is the playhead, a slider of its own.
          role="presentation"
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            hands.onSelect(null);
            scrubTo(event);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) scrubTo(event);
          }}
          onDoubleClick={() => hands.onSpan({ fromMs: 0, toMs: horizonMs })}
        >
          <div className="timeline-axis" style={{ height: AXIS_HEIGHT }} aria-hidden="true">
            {axisTicks(span, width).map(({ atMs, label }) => (
              <span key={atMs} className="timeline-tick" style={{ left: xOf(atMs, span, width), height }}>
                {xOf(atMs, span, width) < width - 44 && label}
              </span>
            ))}
          </div>
          {rows.map(({ row, lines, placed }) => (
            <div key={row} className="timeline-flags" data-row={row} style={{ height: lines * FLAG_LINE }}>
              {placed.map(({ flag, line, isCompact }) => (
                <FlagMark
                  key={flag.index}
                  {...{ flag, line, isCompact, span, width, horizonMs, hands }}
                  isSelected={flag.index === selectedIndex}
                />
              ))}
            </div>
          ))}
          {model.lanes.map((lane, at) => (
            <LaneRow
              key={lane.name}
              lane={lane}
              ghost={before?.lanes[at] ?? null}
              span={span}
              width={width}
              height={laneHeight}
            />
          ))}
          {model.flags.map((flag) => (
            <span
              key={flag.index}
              className="flag-line"
              data-row={flag.row}
              style={{ left: xOf(flag.atMs, span, width), top: AXIS_HEIGHT + FLAG_LINE }}
            />
          ))}
          {moved !== undefined && moved.atMs !== movedTo?.atMs && (
            <span className="flag-was" style={{ left: xOf(moved.atMs, span, width), top: AXIS_HEIGHT }}>
              was
            </span>
          )}
          <div
            className="playhead"
            role="slider"
            tabIndex={0}
            aria-label="Playhead"
            aria-valuemin={0}
            aria-valuemax={horizonMs}
            aria-valuenow={Math.round(playheadMs)}
            aria-valuetext={`${roundSeconds(playheadMs)} seconds`}
            style={{ left: xOf(playheadMs, span, width) }}
          />
        </div>
      </div>
    </div>
  );
}

interface PlacedRow {
  readonly row: FlagRow;
  readonly lines: number;
  readonly placed: readonly { readonly flag: Flag; readonly line: number; readonly isCompact: boolean }[];
}

/** Stacks the flags of a row on as few lines as keep them apart; where there is no room, they lose their words. */
function placeFlags(flags: readonly Flag[], row: FlagRow, span: TimeSpan, width: number): PlacedRow {
  const own = flags.filter((flag) => flag.row === row).toSorted((a, b) => a.atMs - b.atMs);
  const xs = own.map(({ atMs }) => xOf(atMs, span, width));
  const widths = own.map(({ label, who, atMs, forMs }) => {
    const bar = forMs === null ? 0 : xOf(atMs + forMs, span, width) - xOf(atMs, span, width);
    return Math.max(bar, (label.length + who.length) * 6.7 + 28);
  });
  const lines = stackFlags(xs, widths, MOST_LINES[row]);
  const placed = own.map((flag, at) => {
    const line = lines[at] ?? 0;
    const next = xs.findIndex(
      (x, other) => other > at && lines[other] === line && x < (xs[at] ?? 0) + (widths[at] ?? 0),
    );
    return { flag, line, isCompact: next >= 0 };
  });
  return { row, lines: Math.max(1, ...lines.map((line) => line + 1)), placed };
}
