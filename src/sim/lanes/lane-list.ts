/** The lanes there are: one line each. Nothing else outside a lane's own folder knows it by name. */

import type { z } from 'zod';
import { assertPresent } from '../../base/assert.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneDefinition, LanePort, LaneWorld } from './lane.ts';
import type { LaneHue } from './lane-hue.ts';
import type { LanePortrait } from './lane-portrait.ts';
import { durableHue } from './durable-session/durable-hue.ts';
import { durableLayout } from './durable-session/durable-layout.ts';
import { durableOptionsSchema } from './durable-session/durable-options.ts';
import { durablePortrait } from './durable-session/durable-portrait.ts';
import { durableSession } from './durable-session/durable-session.ts';
import { naiveHue } from './naive-sse/naive-hue.ts';
import { naiveLayout } from './naive-sse/naive-layout.ts';
import { naiveOptionsSchema } from './naive-sse/naive-options.ts';
import { naivePortrait } from './naive-sse/naive-portrait.ts';
import { naiveSse } from './naive-sse/naive-sse.ts';
import type { OptionLayout } from './option-layout.ts';
import { resumableHue } from './resumable-sse/resumable-hue.ts';
import { resumableLayout } from './resumable-sse/resumable-layout.ts';
import { resumableOptionsSchema } from './resumable-sse/resumable-options.ts';
import { resumablePortrait } from './resumable-sse/resumable-portrait.ts';
import { resumableSse } from './resumable-sse/resumable-sse.ts';
import { websocketOnlyHue } from './websocket-only/websocket-only-hue.ts';
import { websocketOnlyLayout } from './websocket-only/websocket-only-layout.ts';
import { websocketOnlyPortrait } from './websocket-only/websocket-only-portrait.ts';
import { websocketOnly } from './websocket-only/websocket-only.ts';
import { websocketOnlyOptionsSchema } from './websocket-only/websocket-only-options.ts';

/** A lane whose options and state are opaque to those who only keep them. */
export type RegisteredLane = Pick<
  LaneDefinition<unknown, unknown>,
  'name' | 'title' | 'subtitle' | 'isDefault' | 'isBaseline' | 'costs' | 'hasAgentsApart'
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

/** A lane's options: the schema that a scenario's must pass, and how they are laid out for people. */
export interface LaneOptionSet {
  readonly of: Pick<RegisteredLane, 'name'>;
  readonly schema: z.ZodObject;
  readonly layout: OptionLayout;
}

/** In the order of the lanes, and apart from them: a simulation gets options that have passed, and does without the schemas. */
export const LANE_OPTIONS: readonly LaneOptionSet[] = [
  { of: naiveSse, schema: naiveOptionsSchema, layout: naiveLayout },
  { of: resumableSse, schema: resumableOptionsSchema, layout: resumableLayout },
  { of: durableSession, schema: durableOptionsSchema, layout: durableLayout },
  { of: websocketOnly, schema: websocketOnlyOptionsSchema, layout: websocketOnlyLayout },
];

/** How each lane is shown beside its runs: apart from the lanes, as above. */
export const PORTRAITS: readonly { readonly of: { readonly name: LaneName }; readonly portrait: LanePortrait }[] = [
  { of: naiveSse, portrait: naivePortrait },
  { of: resumableSse, portrait: resumablePortrait },
  { of: durableSession, portrait: durablePortrait },
  { of: websocketOnly, portrait: websocketOnlyPortrait },
];

/** The colour of each lane in pictures that stand alone: apart from the lanes, as above. */
export const LANE_HUES: readonly { readonly of: { readonly name: LaneName }; readonly hue: LaneHue }[] = [
  { of: naiveSse, hue: naiveHue },
  { of: resumableSse, hue: resumableHue },
  { of: durableSession, hue: durableHue },
  { of: websocketOnly, hue: websocketOnlyHue },
];

export function laneNamed(name: LaneName): RegisteredLane {
  return assertPresent(
    LANES.find((lane) => lane.name === name),
    `there is no lane "${name}"`,
  );
}

function registered<Options, State>(lane: LaneDefinition<Options, State>): RegisteredLane {
  return {
    ...lane,
    // The scenario's parser has checked the options by this very schema, and a lane is bound to the state that it made.
    createState: (options) => lane.createState(options as Options),
    bind: (world, state) => lane.bind(world, state as State),
  };
}
