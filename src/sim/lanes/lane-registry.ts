/** The lanes there are. Nothing outside a lane's own folder knows it by name, but for this list. */

import { assertPresent } from '../../base/assert.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneOptions } from '../../scenario/lane-options.ts';
import type { LanePort, LaneWorld } from './lane.ts';
import type { LaneDefinition } from './lane.ts';
import { durableSession } from './durable-session/durable-session.ts';
import { naiveSse } from './naive-sse/naive-sse.ts';
import { resumableSse } from './resumable-sse/resumable-sse.ts';

/** A lane whose state is opaque to those who only keep it. */
export interface RegisteredLane {
  createState(options: LaneOptions): unknown;
  bind(world: LaneWorld, state: unknown): LanePort;
}

const LANES: ReadonlyMap<LaneName, RegisteredLane> = new Map([
  register(naiveSse),
  register(resumableSse),
  register(durableSession),
]);

export function laneNamed(name: LaneName): RegisteredLane {
  return assertPresent(LANES.get(name), `there is no lane "${name}"`);
}

function register<State>(lane: LaneDefinition<State>): [LaneName, RegisteredLane] {
  // A lane is only ever bound to the state that it made itself.
  return [
    lane.name,
    { createState: (options) => lane.createState(options), bind: (world, state) => lane.bind(world, state as State) },
  ];
}
