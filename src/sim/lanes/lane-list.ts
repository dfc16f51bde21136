/** The lanes there are: one line each. Nothing else outside a lane's own folder knows it by name. */

import type { z } from 'zod';
import { assertPresent } from '../../base/assert.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneDefinition, LanePort, LaneWorld } from './lane.ts';
import { durableLayout } from './durable-session/durable-layout.ts';
import { durableSession } from './durable-session/durable-session.ts';
import { naiveLayout } from './naive-sse/naive-layout.ts';
import { naiveSse } from './naive-sse/naive-sse.ts';
import type { OptionLayout } from './option-layout.ts';
import { resumableLayout } from './resumable-sse/resumable-layout.ts';
import { resumableSse } from './resumable-sse/resumable-sse.ts';
import { websocketOnlyLayout } from './websocket-only/websocket-only-layout.ts';
import { websocketOnly } from './websocket-only/websocket-only.ts';

/** A lane whose options and state are opaque to those who only keep them. */
export type RegisteredLane = Pick<
  LaneDefinition<z.ZodObject, unknown>,
  'name' | 'title' | 'subtitle' | 'isDefault' | 'isBaseline' | 'options' | 'costs' | 'hasAgentsApart'
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

/** How each lane's options are laid out: apart from the lanes, since only pages need it and no simulation. */
export const OPTION_LAYOUTS: readonly { readonly of: { readonly name: LaneName }; readonly layout: OptionLayout }[] = [
  { of: naiveSse, layout: naiveLayout },
  { of: resumableSse, layout: resumableLayout },
  { of: durableSession, layout: durableLayout },
  { of: websocketOnly, layout: websocketOnlyLayout },
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
