/** The lanes there are: one line each. Nothing else outside a lane's own folder knows it by name. */

import type { z } from 'zod';
import { assertPresent } from '../../base/assert.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneDefinition, LanePort, LaneWorld } from './lane.ts';
import { durableSession } from './durable-session/durable-session.ts';
import { naiveSse } from './naive-sse/naive-sse.ts';
import { resumableSse } from './resumable-sse/resumable-sse.ts';
import { websocketOnly } from './websocket-only/websocket-only.ts';

/** A lane whose options and state are opaque to those who only keep them. */
export type RegisteredLane = Pick<
  LaneDefinition<z.ZodObject, unknown>,
  'name' | 'title' | 'subtitle' | 'isDefault' | 'isBaseline' | 'options' | 'costs' | 'hasAgentsApart' | 'machines'
> & {
  /** `options` have passed the lane's own schema. */
  createState(options: unknown): unknown;
  bind(world: LaneWorld, state: unknown): LanePort;
};

export const LANES: readonly RegisteredLane[] = [
  registered(naiveSse),
  registered(resumableSse),
  registered(durableSession),
  registered(websocketOnly),
];

export function laneNamed(name: LaneName): RegisteredLane {
  return assertPresent(
    LANES.find((lane) => lane.name === name),
    `there is no lane "${name}"`,
  );
}

function registered<Options extends z.ZodObject, State>(lane: LaneDefinition<Options, State>): RegisteredLane {
  return {
    ...lane,
    // The scenario's parser has checked the options by this very schema, and a lane is bound to the state that it made.
    createState: (options) => lane.createState(options as z.output<Options>),
    bind: (world, state) => lane.bind(world, state as State),
  };
}
