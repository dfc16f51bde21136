/** What every event of a trace has, whatever it tells. */

import type { VirtualMs } from './time.ts';

export interface Fact<Type extends string> {
  /** Its place in its lane's trace. */
  readonly id: number;
  readonly atMs: VirtualMs;
  readonly lane: string;
  /** Who it happened to. */
  readonly actor: string;
  readonly type: Type;
  /** The event that led to it, `null` when a person, the network or the start did. */
  readonly causedBy: number | null;
}
