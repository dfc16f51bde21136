/** One flag on the shared track: dragged along time, nudged by arrow keys, deleted. */

import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { GRID_MS, msAt, snapMs, xOf } from '../../projection/timeline/time-axis.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import type { Flag } from '../../projection/timeline/flags.ts';
import type { TimelineHands } from './timeline-hands.ts';
import { useDrag } from './use-drag.ts';

interface FlagMarkProps {
  readonly flag: Flag;
  readonly span: TimeSpan;
  readonly width: number;
  readonly horizonMs: number;
  readonly line: number;
  readonly isSelected: boolean;
  readonly isCompact: boolean;
  readonly hands: TimelineHands;
}

export function FlagMark({ flag, span, width, horizonMs, line, isSelected, isCompact, hands }: FlagMarkProps) {
  const { index, atMs, forMs, isMovable, label, who, spoken, verb } = flag;
  const startMs = useRef(atMs);
  const startForMs = useRef(0);
  const pixelsToMs = (pixels: number): number => msAt(pixels, span, width) - span.fromMs;
  const drag = useDrag((byPixels, phase) => {
    if (isMovable) hands.onMoveEntry(index, snapMs(startMs.current + pixelsToMs(byPixels), horizonMs), phase);
  });
  const resize = useDrag((byPixels, phase) => {
    hands.onResizeEntry(index, snapMs(Math.max(GRID_MS, startForMs.current + pixelsToMs(byPixels)), horizonMs), phase);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 * GRID_MS : GRID_MS;
    const byMs = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (byMs !== 0 && isMovable) hands.onMoveEntry(index, snapMs(atMs + byMs, horizonMs), 'dropped');
    else if (event.key === 'Delete' || event.key === 'Backspace') hands.onRemoveEntry(index);
    else if (event.key === 'Enter') hands.onSelect(isSelected ? null : index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const x = xOf(atMs, span, width);
  const barWidth = forMs === null ? 0 : xOf(atMs + forMs, span, width) - x;
  return (
    <div
      className="flag"
      data-row={flag.row}
      data-verb={verb}
      data-selected={isSelected}
      style={{ left: x, top: line * 26 }}
    >
      {barWidth > 0 && <span className="flag-bar" style={{ width: barWidth }} />}
      <div
        className="flag-body"
        role="slider"
        tabIndex={0}
        aria-label={`${label}, ${who}`}
        aria-valuemin={0}
        aria-valuemax={horizonMs}
        aria-valuenow={atMs}
        aria-valuetext={spoken}
        aria-disabled={!isMovable}
        data-flag={index}
        onFocus={() => hands.onSelect(index)}
        onKeyDown={onKeyDown}
        {...drag}
        onPointerDown={(event) => {
          startMs.current = atMs;
          drag.onPointerDown(event);
        }}
      >
        <b>{isCompact ? verb.slice(0, 1).toUpperCase() : label}</b>
        {!isCompact && <span>{who}</span>}
      </div>
      {forMs !== null && barWidth > 0 && (
        <div
          className="flag-end"
          aria-hidden="true"
          style={{ left: barWidth }}
          {...resize}
          onPointerDown={(event) => {
            startForMs.current = forMs;
            resize.onPointerDown(event);
          }}
        />
      )}
      {isSelected && (
        <button
          type="button"
          className="flag-remove"
          aria-label={`Remove ${label}, ${who}`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => hands.onRemoveEntry(index)}
        >
          ×
        </button>
      )}
    </div>
  );
}
