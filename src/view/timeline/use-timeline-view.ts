/** What people see of a run: zoomed, panned, fitted, folded, by button and by key. */

import { useMemo } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import { panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeScale, TimeSpan } from '../../projection/timeline/time-scale.ts';
import type { Run } from '../../sim/run.ts';
import { useLatest } from '../latest.ts';

/** How much of the span one press zooms away, and how much a page key moves. */
const ZOOM_STEP = 0.8;
const PAGE = 0.5;

interface ViewInputs {
  readonly run: Run;
  readonly scale: TimeScale;
  readonly playheadMs: VirtualMs;
  readonly onSpan: (span: TimeSpan) => void;
}

export interface TimelineView {
  readonly zoom: (direction: 'in' | 'out') => void;
  readonly page: (direction: -1 | 1) => void;
  readonly fit: () => void;
}

/** The same hands for as long as the timeline lives. */
export function useTimelineView(inputs: ViewInputs): TimelineView {
  const latest = useLatest(inputs);
  return useMemo(
    () => ({
      zoom: (direction) => {
        const { run, scale, playheadMs, onSpan } = latest.current;
        const { span, folding, width } = scale;
        const isInSight = playheadMs >= span.fromMs && playheadMs <= span.toMs;
        const aroundMs = isInSight ? playheadMs : scale.msAt(width / 2);
        const factor = direction === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP;
        onSpan(zoomSpan(span, factor, aroundMs, run.scenario.horizonMs, folding));
      },
      page: (direction) => {
        const { run, scale, onSpan } = latest.current;
        onSpan(panSpan(scale.span, direction * PAGE, run.scenario.horizonMs, scale.folding));
      },
      fit: () => {
        const { run, onSpan } = latest.current;
        const { fromMs, toMs } = eventfulSpan(run);
        onSpan({ fromMs, toMs });
      },
    }),
    [latest],
  );
}
