/** The playhead: one line through everything, with its time; moved by keys here and by pointers on the plot. */

import type { KeyboardEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import { GRID_MS } from '../../projection/timeline/snap.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';

interface PlayheadProps {
  readonly atMs: VirtualMs;
  readonly scale: TimeScale;
  readonly height: number;
  readonly horizonMs: VirtualMs;
  /** `null` where it is not to be moved. */
  readonly onPlayhead: ((atMs: VirtualMs) => void) | null;
}

/** Half of what the time takes: it stays within the plot where the line reaches an edge. */
const HALF_TAG = 24;

export function Playhead({ atMs, scale, height, horizonMs, onPlayhead }: PlayheadProps) {
  const { width } = scale;
  const x = scale.xOf(atMs);
  const isInSight = x >= -1 && x <= width + 1;
  const tagX = Math.min(Math.max(x, HALF_TAG - 8), width - HALF_TAG + 20);
  return (
    <div className="playhead" data-in-sight={isInSight}>
      {isInSight && <span className="playhead-line" style={{ transform: `translateX(${x}px)`, height }} />}
      <div
        className="playhead-tag"
        style={{ transform: `translateX(${tagX}px) translateX(-50%)` }}
        {...(onPlayhead === null ? {} : handleOf(atMs, horizonMs, onPlayhead))}
      >
        {x < -1 && '‹ '}
        {exactSeconds(Math.round(atMs))}
        {x > width + 1 && ' ›'}
      </div>
    </div>
  );
}

function handleOf(atMs: VirtualMs, horizonMs: VirtualMs, onPlayhead: (atMs: VirtualMs) => void) {
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': 'Playhead',
    'aria-valuemin': 0,
    'aria-valuemax': horizonMs,
    'aria-valuenow': Math.round(atMs),
    'aria-valuetext': `${exactSeconds(Math.round(atMs))} seconds`,
    onKeyDown: (event: KeyboardEvent): void => {
      const to = goTo(event, atMs, horizonMs);
      if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
      onPlayhead(Math.min(horizonMs, Math.max(0, to)));
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function goTo(event: KeyboardEvent, atMs: VirtualMs, horizonMs: VirtualMs): VirtualMs | null {
  const step = event.shiftKey ? 10 * GRID_MS : GRID_MS;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + step;
    case 'PageDown':
      return atMs - 1000;
    case 'PageUp':
      return atMs + 1000;
    case 'Home':
      return 0;
    case 'End':
      return horizonMs;
    default:
      return null;
  }
}
