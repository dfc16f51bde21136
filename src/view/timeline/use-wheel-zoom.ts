/** Ctrl or Cmd with the wheel zooms, Shift or a sideways wheel pans; everything else is the page's. */

import { useEffect } from 'react';
import type { RefObject } from 'react';
import { panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeScale, TimeSpan } from '../../projection/timeline/time-scale.ts';
import { useLatest } from '../latest.ts';

interface ZoomedPlot {
  readonly scale: TimeScale;
  readonly horizonMs: number;
  readonly onSpan: (span: TimeSpan) => void;
}

const PER_WHEEL_PIXEL = 1.0025;
/** A wheel that counts in lines moves about this far with each. */
const LINE_PIXELS = 16;

export function useWheelZoom(plot: RefObject<HTMLElement | null>, zoomed: ZoomedPlot): void {
  const latest = useLatest(zoomed);
  useEffect(() => {
    const element = plot.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const { scale, horizonMs, onSpan } = latest.current;
      const { span, width, folding } = scale;
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (event.ctrlKey || event.metaKey) {
        const around = scale.msAt(event.clientX - element.getBoundingClientRect().left);
        onSpan(zoomSpan(span, PER_WHEEL_PIXEL ** (event.deltaY * unit), around, horizonMs, folding));
      } else if (event.shiftKey || isSideways) {
        const pixels = (isSideways ? event.deltaX : event.deltaY) * unit;
        onSpan(panSpan(span, pixels / width, horizonMs, folding));
      } else return;
      event.preventDefault();
    };
    // React's own wheel listener is passive and could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [plot, latest]);
}
