/** What is shown of a lane beside its runs: apart from the lane, since no simulation needs it. */

import type { AnyStateMachine } from 'xstate';
import type { ProductCode } from '../../protocol/product-code.ts';
import type { WireStyle } from '../../protocol/inspector-facts.ts';

export interface LanePortrait {
  /** Every machine that the lane runs, so that each can be drawn. */
  readonly machines: readonly AnyStateMachine[];
  /** In which form its messages travel. */
  readonly wire: WireStyle;
  readonly code: ProductCode;
}
