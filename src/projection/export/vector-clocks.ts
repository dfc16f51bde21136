/**
 * Vector clocks of a lane's trace: each actor counts its own events from 1, and an event that another
 * actor's event led to knows all that that one knew.
 */

import type { ActorName, LaneTrace } from '../../protocol/trace-event.ts';

export type VectorClock = ReadonlyMap<ActorName, number>;

/** The clock of each event, by its place in the trace. */
export function vectorClocks({ events }: LaneTrace): readonly VectorClock[] {
  const clocks: VectorClock[] = [];
  const latest = new Map<ActorName, VectorClock>();
  for (const { actor, causedBy } of events) {
    const own = latest.get(actor);
    const clock = joined(own, causedBy === null ? undefined : clocks[causedBy]);
    clock.set(actor, (own?.get(actor) ?? 0) + 1);
    clocks.push(clock);
    latest.set(actor, clock);
  }
  return clocks;
}

function joined(a: VectorClock | undefined, b: VectorClock | undefined): Map<ActorName, number> {
  const clock = new Map(a);
  for (const [actor, time] of b ?? []) clock.set(actor, Math.max(clock.get(actor) ?? 0, time));
  return clock;
}
