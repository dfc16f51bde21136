/** Zoom and pan: Ctrl or Cmd with the wheel, Shift with the wheel, and two fingers. */

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { msAt, panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';

interface Zoomed {
  readonly span: TimeSpan;
  readonly width: number;
  readonly horizonMs: number;
  readonly onSpan: (span: TimeSpan) => void;
}

const WHEEL_FACTOR = 1.0025;

export function useZoom(plot: RefObject<HTMLElement | null>, zoomed: Zoomed): void {
  const latest = useRef(zoomed);
  useEffect(() => {
    latest.current = zoomed;
  });
  useEffect(() => {
    const element = plot.current;
    if (element === null) return undefined;
    // React listens to wheels passively; only a listener of our own may keep the page from zooming.
    const onWheel = (event: WheelEvent): void => {
      const { span, width, horizonMs, onSpan } = latest.current;
      const delta = event.deltaY === 0 ? event.deltaX : event.deltaY;
      if (event.ctrlKey || event.metaKey) {
        const x = event.clientX - element.getBoundingClientRect().left;
        onSpan(zoomSpan(span, WHEEL_FACTOR ** delta, msAt(x, span, width), horizonMs));
      } else if (event.shiftKey) {
        onSpan(panSpan(span, (delta / width) * (span.toMs - span.fromMs), horizonMs));
      } else return;
      event.preventDefault();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [plot]);
}
