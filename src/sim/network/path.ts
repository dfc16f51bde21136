/**
 * The path between one surface and the far end, and what is wrong with it. Several faults may
 * overlap; the worst one rules, and the path works again when the last has ended.
 */

import type { DropForm } from '../../protocol/fault.ts';
import type { VirtualMs } from '../../protocol/time.ts';

export interface ActiveFault {
  readonly index: number;
  readonly how: DropForm;
  readonly beganAtMs: VirtualMs;
}

export interface PathState {
  latencyMs: VirtualMs;
  readonly jitterMs: VirtualMs;
  readonly faults: ActiveFault[];
}

/**
 * - `offline`: the surface knows that it has no network; a request fails at once
 * - `silent`: packets vanish and are sent again
 * - `refusing`: something on the way answers a new connection with an error
 */
export type PathCondition = 'up' | 'offline' | 'silent' | 'refusing';

export function pathCondition(path: PathState): PathCondition {
  if (path.faults.length === 0) return 'up';
  if (path.faults.some((fault) => fault.how === 'offline')) return 'offline';
  if (path.faults.some((fault) => fault.how === 'silent')) return 'silent';
  return 'refusing';
}

/** The surface's share of the path, up to the middle where an intermediary stands. */
export function nearHalfMs(path: PathState): VirtualMs {
  return path.latencyMs >> 1;
}

/** The far end's share of the path. */
export function farHalfMs(path: PathState): VirtualMs {
  return path.latencyMs - nearHalfMs(path);
}
