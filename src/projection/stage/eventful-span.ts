/** The part of a run in which something happens: what the page shows at first, and where it rests. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';

export interface Span {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
}

export interface EventfulSpan extends Span {
  /** Just after the last thing that people can see: the finished comparison. */
  readonly restMs: VirtualMs;
}

/** Steps to which the end of a span is rounded up. */
const STEP_MS = 500;
const LEAST_SPAN_MS = 1000;

/** From the start to a little after the last event that somebody notices, never beyond the horizon. */
export function eventfulSpan(run: Run): EventfulSpan {
  const { horizonMs, script } = run.scenario;
  const scripted = script.map((entry) => entry.atMs ?? 0);
  const traced = run.lanes.map((lane) => lane.events.findLast(isNoticed)?.atMs ?? 0);
  const lastMs = Math.max(0, ...scripted, ...traced);
  const toMs = Math.min(horizonMs, Math.max(LEAST_SPAN_MS, Math.ceil((lastMs * 1.12) / STEP_MS) * STEP_MS));
  return { fromMs: 0, toMs, restMs: Math.min(toMs, lastMs + Math.round((toMs - lastMs) / 2)) };
}

/** Signs of life and late housekeeping would stretch the picture without adding to it. */
function isNoticed(event: TraceEvent): boolean {
  switch (event.type) {
    case 'tokens.shown':
    case 'token.generated':
    case 'status.changed':
    case 'screen.cleared':
    case 'fault.ended':
    case 'run.ended':
    case 'surface.woke':
      return true;
    default:
      return 'scriptIndex' in event;
  }
}
