/** The timeline: one axis, one playhead and one track of flags for every lane. Drag a cause and watch the effect. */

import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import type { Measure } from '../../projection/timeline/measure.ts';
import { snapToGrid } from '../../projection/timeline/snap.ts';
import { panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import { useElementSize } from '../element-size.ts';
import { AddMenu } from './add-menu.tsx';
import { CurveCanvas } from './curve-canvas.tsx';
import { DurationBands, FlagsLayer } from './flags-layer.tsx';
import { LaneLabels } from './lane-labels.tsx';
import { MarksLayer } from './marks-layer.tsx';
import { PlotOverlay } from './plot-overlay.tsx';
import { Playhead } from './playhead.tsx';
import type { TimelineProps } from './timeline-props.ts';
import { TrackLabel } from './track-label.tsx';
import { useHeldFlags } from './use-held-flag.ts';
import { usePlotGestures } from './use-plot-gestures.ts';
import type { RubberBand } from './use-plot-gestures.ts';
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

export function Timeline({ run, ghost, playheadMs, selected, span, ...hands }: TimelineProps) {
  const [frame, size] = useElementSize<HTMLDivElement>({ width: 1200, height: 330 });
  const [held, hold] = useHeldFlags(run);
  const [measured, setMeasured] = useState<Measure | null>(null);
  const [band, setBand] = useState<RubberBand | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const plot = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const scene = useTimelineScene({ run, ghost, held, span, isFolded: false, size });
  const { geometry, model, scale } = scene;
  const { plotX, plotWidth, height } = geometry;
  const { horizonMs } = model;
  const addAt = (row: FlagRow, atMs: VirtualMs): void => setAdding({ row, atMs: snapToGrid(atMs, horizonMs) });
  const gestures = usePlotGestures({
    scene,
    selected,
    isChoosing: false,
    hands,
    hold,
    onTrack: addAt,
    onMeasure: setMeasured,
    onBand: setBand,
    onFlag: (index, part) => {
      const name = part === 'body' ? 'data-flag' : 'data-flag-end';
      plot.current?.querySelector<HTMLElement>(`[${name}="${index}"]`)?.focus({ preventScroll: true });
    },
  });
  useWheelZoom(plot, { scale, horizonMs, onSpan: hands.onSpan });

  const fit = (): void => {
    const { fromMs, toMs } = eventfulSpan(run);
    hands.onSpan({ fromMs, toMs });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && !event.altKey) {
      hands.onSelect(scene.allFlags.map(({ index }) => index));
      event.preventDefault();
    }
    if (event.key === 'Escape' && !event.defaultPrevented && (measured !== null || selected.length > 0)) {
      setMeasured(null);
      hands.onSelect([]);
      event.preventDefault();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const aroundMs = playheadMs >= span.fromMs && playheadMs <= span.toMs ? playheadMs : (span.fromMs + span.toMs) / 2;
    if (event.key === '+' || event.key === '=')
      hands.onSpan(zoomSpan(span, ZOOM_STEP, aroundMs, horizonMs, scale.folding));
    else if (event.key === '-') hands.onSpan(zoomSpan(span, 1 / ZOOM_STEP, aroundMs, horizonMs, scale.folding));
    else if (event.key === '0') fit();
    else if (event.key === 'PageUp') hands.onSpan(panSpan(span, PAGE, horizonMs, scale.folding));
    else if (event.key === 'PageDown') hands.onSpan(panSpan(span, -PAGE, horizonMs, scale.folding));
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
            selected={selected}
            dragged={held?.isDown === true ? held.moves.map(({ index }) => index) : []}
            hands={hands}
            onEdit={() => undefined}
          />
          <PlotOverlay scene={scene} held={held} measured={measured} band={band} />
          <Playhead
            atMs={playheadMs}
            scale={scale}
            height={geometry.difference.top + geometry.difference.height}
            horizonMs={horizonMs}
            onPlayhead={hands.onPlayhead}
          />
          {adding !== null && (
            <span
              ref={anchor}
              className="timeline-anchor"
              style={{ left: scale.xOf(adding.atMs), ...geometry[adding.row] }}
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
