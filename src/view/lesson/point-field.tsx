/** A moment, marked on the empty axis of its scenario: by pointer, by finger, or by keys. */

import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { durationText } from '../../projection/seconds.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { BlankAxis } from './blank-axis.tsx';

interface PointFieldProps {
  readonly run: Run;
  readonly value: VirtualMs | null;
  /** `null` while it is not told. */
  readonly truth: VirtualMs | null;
  readonly onValue: ((atMs: VirtualMs) => void) | null;
}

/** Keys move the mark by a part of the axis; with Shift by ten of them. */
const KEY_STEPS = 120;

export function PointField({ run, value, truth, onValue }: PointFieldProps) {
  const { horizonMs } = run.scenario;
  const step = Math.max(10, Math.round(horizonMs / KEY_STEPS / 10) * 10);
  const isHeld = useRef(false);
  const markAt = (event: PointerEvent<HTMLElement>, scale: TimeScale) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    onValue?.(Math.round(Math.min(horizonMs, Math.max(0, scale.msAt(x))) / 10) * 10);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyTarget(event, value ?? horizonMs / 2, step, horizonMs);
    if (to === null || onValue === null) return;
    event.preventDefault();
    onValue(Math.round(Math.min(horizonMs, Math.max(0, to))));
  };
  return (
    <div className="point-field">
      <BlankAxis run={run}>
        {(scale) => (
          <div
            className="point-track"
            role="slider"
            tabIndex={0}
            aria-label="Your mark on the axis"
            aria-valuemin={0}
            aria-valuemax={horizonMs}
            aria-valuenow={value ?? horizonMs / 2}
            aria-valuetext={value === null ? 'not marked' : durationText(value)}
            aria-disabled={onValue === null}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button !== 0 || onValue === null) return;
              isHeld.current = true;
              event.currentTarget.setPointerCapture(event.pointerId);
              markAt(event, scale);
            }}
            onPointerMove={(event) => {
              if (isHeld.current) markAt(event, scale);
            }}
            onPointerUp={() => (isHeld.current = false)}
            onPointerCancel={() => (isHeld.current = false)}
          >
            {value === null && onValue !== null && <span className="point-hint">Press where it happens</span>}
            {value !== null && <Mark kind="yours" atMs={value} scale={scale} text={durationText(value)} />}
            {truth !== null && <Mark kind="truth" atMs={truth} scale={scale} text={durationText(truth)} />}
          </div>
        )}
      </BlankAxis>
    </div>
  );
}

interface MarkProps {
  readonly kind: 'yours' | 'truth';
  readonly atMs: VirtualMs;
  readonly scale: TimeScale;
  readonly text: string;
}

function Mark({ kind, atMs, scale, text }: MarkProps) {
  const x = scale.xOf(atMs);
  return (
    <span className="point-mark" data-kind={kind} data-end={x > scale.width - 110} style={{ left: x }}>
      <b>
        {kind === 'yours' ? 'you: ' : 'in truth: '}
        {text}
      </b>
    </span>
  );
}

/** Where a key leads, `null` for one that leads nowhere. */
function keyTarget(
  { key, shiftKey }: KeyboardEvent,
  atMs: VirtualMs,
  step: number,
  horizonMs: VirtualMs,
): number | null {
  const by = shiftKey ? step * 10 : step;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - by;
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + by;
    case 'PageDown':
      return atMs - step * 10;
    case 'PageUp':
      return atMs + step * 10;
    case 'Home':
      return 0;
    case 'End':
      return horizonMs;
    case 'Enter':
    case ' ':
      return atMs;
    default:
      return null;
  }
}
