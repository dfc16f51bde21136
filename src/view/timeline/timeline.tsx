/** The timeline: one axis, one playhead and one track of flags for every lane. Drag a cause and watch the effect. */

import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import { FLAG_ROWS } from '../../projection/timeline/flags.ts';
import type { FlagRow } from '../../projection/timeline/flags.ts';
import { snapToGrid } from '../../projection/timeline/snap.ts';
import { panSpan, xOf, zoomSpan } from '../../projection/timeline/time-axis.ts';
import { useElementSize } from '../element-size.ts';
import { AddMenu } from './add-menu.tsx';
import { CurveCanvas } from './curve-canvas.tsx';
import { DurationBands, FlagsLayer } from './flags-layer.tsx';
import { LaneLabels } from './lane-labels.tsx';
import { MarksLayer } from './marks-layer.tsx';
import { Playhead } from './playhead.tsx';
import type { TimelineProps } from './timeline-props.ts';
import { TrackLabel } from './track-label.tsx';
import { useHeldFlag } from './use-held-flag.ts';
import { usePlotGestures } from './use-plot-gestures.ts';
import { useTimelineScene } from './use-timeline-scene.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';
import './timeline.css';
import './marks.css';
import './flags.css';

/** How much of the span one key press zooms away, and how much a page key moves. */
const ZOOM_STEP = 0.8;
const PAGE = 0.5;

interface Adding {
  readonly row: FlagRow;
  readonly atMs: VirtualMs;
}

export function Timeline({ run, ghost, playheadMs, selectedIndex, span, ...hands }: TimelineProps) {
  const [frame, size] = useElementSize<HTMLDivElement>({ width: 1200, height: 330 });
  const [held, hold] = useHeldFlag(run);
  const [adding, setAdding] = useState<Adding | null>(null);
  const plot = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const scene = useTimelineScene({ run, ghost, held, span, size });
  const { geometry, model } = scene;
  const { plotX, plotWidth, height } = geometry;
  const { horizonMs } = model;
  const addAt = (row: FlagRow, atMs: VirtualMs): void => setAdding({ row, atMs: snapToGrid(atMs, horizonMs) });
  const gestures = usePlotGestures({ scene, selectedIndex, hands, hold, onTrack: addAt });
  useWheelZoom(plot, { span, width: plotWidth, horizonMs, onSpan: hands.onSpan });

  const fit = (): void => {
    const { fromMs, toMs } = eventfulSpan(run);
    hands.onSpan({ fromMs, toMs });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const aroundMs = playheadMs >= span.fromMs && playheadMs <= span.toMs ? playheadMs : (span.fromMs + span.toMs) / 2;
    const pageMs = (span.toMs - span.fromMs) * PAGE;
    if (event.key === '+' || event.key === '=') hands.onSpan(zoomSpan(span, ZOOM_STEP, aroundMs, horizonMs));
    else if (event.key === '-') hands.onSpan(zoomSpan(span, 1 / ZOOM_STEP, aroundMs, horizonMs));
    else if (event.key === '0') fit();
    else if (event.key === 'PageUp') hands.onSpan(panSpan(span, pageMs, horizonMs));
    else if (event.key === 'PageDown') hands.onSpan(panSpan(span, -pageMs, horizonMs));
    else return;
    event.preventDefault();
  };
  // The row's own hues: labels and marks find their lane's colour by attribute.
  const place: CSSProperties = { left: plotX, width: plotWidth, height };
  return (
    <div
      className="timeline"
      // It hears the keys of what is in it; the roles are theirs.
      role="presentation"
      ref={frame}
      data-narrow={geometry.isNarrow}
      onKeyDown={onKeyDown}
    >
      <div className="timeline-body" style={{ height }}>
        {FLAG_ROWS.map((row) => (
          <TrackLabel key={row} row={row} band={geometry[row]} onAdd={(added) => addAt(added, playheadMs)} />
        ))}
        <LaneLabels scene={scene} playheadMs={playheadMs} />
        <div className="timeline-plot" ref={plot} style={place} onDoubleClick={fit} {...gestures}>
          <CurveCanvas scene={scene} />
          <DurationBands scene={scene} />
          <MarksLayer scene={scene} />
          <FlagsLayer
            scene={scene}
            selectedIndex={selectedIndex}
            draggedIndex={held?.isDown === true ? held.index : null}
            hands={hands}
          />
          <Playhead
            atMs={playheadMs}
            span={span}
            width={plotWidth}
            height={geometry.difference.top + geometry.difference.height}
            horizonMs={horizonMs}
            onPlayhead={hands.onPlayhead}
          />
          {adding !== null && (
            <span
              ref={anchor}
              className="timeline-anchor"
              style={{ left: xOf(adding.atMs, span, plotWidth), ...geometry[adding.row] }}
            />
          )}
        </div>
      </div>
      {adding !== null && (
        <AddMenu
          run={run}
          {...adding}
          anchor={anchor}
          onAdd={(entry) => {
            setAdding(null);
            hands.onAddEntry(entry);
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}
