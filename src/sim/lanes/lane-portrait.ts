/** What is shown of a lane beside its runs: apart from the lane, since no simulation needs it. */

import type { AnyStateMachine } from 'xstate';

export interface LanePortrait {
  /** Every machine that the lane runs, so that each can be drawn. */
  readonly machines: readonly AnyStateMachine[];
}
