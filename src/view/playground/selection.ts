/** The event that people look into, and where it went when the world ran again. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';

/** One event of one lane's trace. */
export interface Selection {
  readonly lane: LaneName;
  readonly event: EventId;
  /** The surface that a word was chosen on, so that it is told what became of it there. */
  readonly surface?: ActorName | undefined;
}

/**
 * The same event in another run: the n-th of its type and actor in the lane of that name. `null` when
 * the other run has no such event, so that nothing else is taken for it.
 */
export function carrySelection(from: Run, to: Run, selection: Selection): Selection | null {
  const before = laneOf(from, selection.lane)?.events ?? [];
  const after = laneOf(to, selection.lane)?.events ?? [];
  const subject = before[selection.event];
  if (subject === undefined) return null;
  const number = before.slice(0, selection.event).filter((event) => isAlike(event, subject)).length;
  const same = after.filter((event) => isAlike(event, subject))[number];
  return same === undefined ? null : { ...selection, event: same.id };
}

function laneOf(run: Run, name: LaneName): LaneTrace | undefined {
  return run.lanes.find((lane) => lane.name === name);
}

function isAlike(a: TraceEvent, b: TraceEvent): boolean {
  return a.type === b.type && a.actor === b.actor;
}
