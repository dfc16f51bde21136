/** Where a new flag from the palette would land, for a hand that carries one over the page. */

import type { Snapped } from '../../projection/timeline/snap.ts';
import type { Verb } from '../../scenario/schema.ts';

export interface FlagDrop {
  /** The moment under the pointer, in pixels of the page; `null` when it is not over the timeline. `isFree`: nothing attracts. */
  readonly hover: (verb: Verb, clientX: number, clientY: number, isFree: boolean) => Snapped | null;
  /** The hand has gone, with the flag or without. */
  readonly leave: () => void;
}

/** A flag that is carried over the timeline. */
export interface CarriedFlag {
  readonly verb: Verb;
  readonly snapped: Snapped;
}
