/** The whole run under the picture, with a window on what is in sight: dragged, stretched, or moved by keys. */

import { memo, useMemo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { beginBrush, brushTo, centreOn, overviewScale } from '../../projection/timeline/brush.ts';
import type { BrushGesture } from '../../projection/timeline/brush.ts';
import { overviewPicture } from '../../projection/timeline/overview.ts';
import { panSpan, stretchSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeSpan } from '../../projection/timeline/time-scale.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { roundSeconds } from '../../projection/seconds.ts';
import { CLICK_PIXELS, pointerKind } from './plot-gesture.ts';

interface OverviewStripProps {
  readonly model: TimelineScene['model'];
  readonly geometry: TimelineScene['geometry'];
  readonly scale: TimelineScene['scale'];
  readonly onSpan: (span: TimeSpan) => void;
}

const SLOP = { mouse: 6, pen: 9, touch: 18 } as const;
/** Key presses move an edge or the window by this share of what is in sight. */
const STEP = 0.1;

export const OverviewStrip = memo(function OverviewStrip({ model, geometry, scale, onSpan }: OverviewStripProps) {
  const { horizonMs } = model;
  const { top, height } = geometry.overview;
  const { folding, span } = scale;
  const width = geometry.plotWidth;
  const overview = useMemo(() => overviewScale(horizonMs, width, folding), [horizonMs, width, folding]);
  const picture = useMemo(() => overviewPicture(model, overview, height), [model, overview, height]);
  const active = useRef<{ readonly gesture: BrushGesture; readonly pointer: number; isMoving: boolean } | null>(null);
  const xOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const [left, right] = [Math.max(0, overview.xOf(span.fromMs)), Math.min(width, overview.xOf(span.toMs))];

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || active.current !== null) return;
    const gesture = beginBrush(overview, span, xOf(event), SLOP[pointerKind(event.pointerType)]);
    active.current = { gesture, pointer: event.pointerId, isMoving: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    const x = xOf(event);
    const isClick = Math.abs(x - current.gesture.startX) < CLICK_PIXELS[pointerKind(event.pointerType)];
    if (isClick && !current.isMoving) return;
    current.isMoving = true;
    onSpan(brushTo(overview, current.gesture, x));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    active.current = null;
    if (!current.isMoving && current.gesture.part === 'new') onSpan(centreOn(overview, span, xOf(event)));
  };
  const stretch = (edge: 'from' | 'to') => (event: KeyboardEvent) => {
    const step = stepOf(event) * (span.toMs - span.fromMs);
    if (step === 0) return;
    take(event);
    onSpan(stretchSpan(span, edge, (edge === 'from' ? span.fromMs : span.toMs) + step, horizonMs));
  };
  const moveWindow = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    const middleMs = scale.msAt(scale.width / 2);
    if (step !== 0) onSpan(panSpan(span, step, horizonMs, folding));
    else if (event.key === 'ArrowUp') onSpan(zoomSpan(span, 0.8, middleMs, horizonMs, folding));
    else if (event.key === 'ArrowDown') onSpan(zoomSpan(span, 1.25, middleMs, horizonMs, folding));
    else return;
    take(event);
  };
  return (
    <div
      className="overview"
      style={{ left: geometry.plotX, top, width, height }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => (active.current = null)}
    >
      <svg width={width} height={height} aria-hidden="true">
        {picture.folds.map((fold) => (
          <rect key={fold.x} className="overview-fold" x={fold.x} width={fold.width} y={0} height={height} />
        ))}
        {picture.flags.map(({ index, row, x }) => (
          <path key={index} className="overview-flag" data-row={row} d={`M${x} 2V${height - 2}`} />
        ))}
        {picture.curves.map(({ lane, path }, at) => (
          <path key={at} className="overview-curve" data-lane={lane} d={path} />
        ))}
      </svg>
      <div
        className="overview-window"
        role="slider"
        tabIndex={0}
        aria-label="What is in sight"
        aria-valuemin={0}
        aria-valuemax={Math.round(horizonMs)}
        aria-valuenow={Math.round(span.fromMs)}
        aria-valuetext={`${roundSeconds(span.fromMs)} to ${roundSeconds(span.toMs)} seconds`}
        style={{ left, width: Math.max(4, right - left) }}
        onKeyDown={moveWindow}
      />
      {(['from', 'to'] as const).map((edge) => (
        <div
          key={edge}
          className="overview-edge"
          role="slider"
          tabIndex={0}
          aria-label={edge === 'from' ? 'Begin of what is in sight' : 'End of what is in sight'}
          aria-valuemin={0}
          aria-valuemax={Math.round(horizonMs)}
          aria-valuenow={Math.round(edge === 'from' ? span.fromMs : span.toMs)}
          aria-valuetext={`${roundSeconds(edge === 'from' ? span.fromMs : span.toMs)} seconds`}
          style={{ left: edge === 'from' ? left : Math.max(left + 4, right) }}
          onKeyDown={stretch(edge)}
        />
      ))}
    </div>
  );
});

function stepOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  const step = event.shiftKey ? 5 * STEP : STEP;
  return event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
