/** What people can do on the stage. The same object for as long as the page lives. */

import type { CauseStep } from '../../projection/cause-chain.ts';
import type { WordPlace } from '../../projection/stage/word-event.ts';
import type { EventId } from '../../protocol/trace-event.ts';
import type { OptionValue } from '../../scenario/lane-option-fact.ts';

export interface StageHands {
  readonly goTo: (atMs: number) => void;
  /** The chain of causes of an event of a lane. */
  readonly causesOf: (lane: string, event: EventId) => readonly CauseStep[];
  /** Chooses an event to look into; `opens` the panel that tells why. */
  readonly look: (lane: string, event: EventId, opens: boolean) => void;
  /** Opens the panel that tells what became of a word, and why. */
  readonly lookAtWord: (lane: string, place: WordPlace) => void;
  readonly setOption: (lane: string, option: string, value: OptionValue) => void;
}
