/** Where in a run something happens that a lesson hangs on. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { traceField } from '../../protocol/trace-fields.ts';
import type { Anchor, EventPattern } from '../../scenario/lesson/lesson-data.ts';
import type { Run } from '../../sim/run.ts';

/** The runs of a lesson by name: `main`, its variants, and for the check its `solution`. */
export type LessonRuns = ReadonlyMap<string, Run>;

export interface LessonMoment {
  readonly run: string;
  readonly lane: string;
  readonly event: TraceEvent['id'];
  readonly atMs: VirtualMs;
}

/** Every event that fits, in order. */
export function eventsLike({ lane, event: type, on, with: fields }: EventPattern, run: Run): readonly TraceEvent[] {
  const trace = run.lanes.find(({ name }) => name === lane);
  const wanted = Object.entries(fields);
  return (trace?.events ?? []).filter(
    (event) =>
      event.type === type &&
      (on === null || event.actor === on) &&
      wanted.every(([field, value]) => traceField(event, field) === value),
  );
}

/** `null` when it never happens, or not before the run ends. */
export function findMoment(anchor: Anchor, runs: LessonRuns): LessonMoment | null {
  const run = runs.get(anchor.run);
  if (run === undefined) return null;
  const fitting = eventsLike(anchor.pattern, run).filter(
    (event) => anchor.token === null || isAbout(event, anchor.token),
  );
  const event = fitting[anchor.nth - 1];
  if (event === undefined) return null;
  const atMs = event.atMs + anchor.laterMs;
  return atMs > run.scenario.horizonMs ? null : { run: anchor.run, lane: anchor.pattern.lane, event: event.id, atMs };
}

function isAbout(event: TraceEvent, token: number): boolean {
  if ('token' in event) return event.token === token;
  return 'from' in event && 'to' in event && typeof event.from === 'number' && event.from <= token && token <= event.to;
}
