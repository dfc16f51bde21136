/** What keys do to a focused flag, or to the end of what it lasts for. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Flag } from '../../projection/timeline/flags.ts';
import { GRID_MS } from '../../projection/timeline/snap.ts';
import { meantBy, toggled } from './selection-order.ts';
import type { TimelineHands } from './timeline-props.ts';

export interface FlagKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface FlagKeyScope {
  /** Of the whole run, in sight or not. */
  readonly flags: readonly Flag[];
  readonly selected: readonly number[];
  readonly horizonMs: VirtualMs;
  /** How far a duplicate stands from what it is a duplicate of. */
  readonly duplicateByMs: VirtualMs;
  readonly hands: TimelineHands;
  readonly onEdit: (index: number) => void;
}

/** Whether the key meant something for the flag or its end. */
export function takeFlagKey(key: FlagKey, flag: Flag, part: 'body' | 'end', scope: FlagKeyScope): boolean {
  const { hands, selected } = scope;
  const meant = meantBy(selected, flag.index);
  if (key.ctrlKey || key.metaKey) {
    if (key.altKey || key.key.toLowerCase() !== 'd') return false;
    hands.onDuplicateEntries(meant, scope.duplicateByMs);
    return true;
  }
  if (key.altKey) return false;
  const step = key.shiftKey ? 10 * GRID_MS : GRID_MS;
  switch (key.key) {
    case 'ArrowLeft':
      nudge(flag, part, -step, meant, scope);
      return true;
    case 'ArrowRight':
      nudge(flag, part, step, meant, scope);
      return true;
    case 'Delete':
    case 'Backspace':
      hands.onRemoveEntries(meant);
      return true;
    case ' ':
      hands.onSelect(key.shiftKey ? toggled(selected, flag.index) : [flag.index]);
      return true;
    case 'Enter':
      hands.onSelect([flag.index]);
      if (!key.shiftKey) scope.onEdit(flag.index);
      return true;
    default:
      return false;
  }
}

function nudge(
  flag: Flag,
  part: 'body' | 'end',
  byMs: VirtualMs,
  meant: readonly number[],
  { flags, horizonMs, hands }: FlagKeyScope,
): void {
  if (part === 'end') {
    if (typeof flag.untilMs !== 'number') return;
    const forMs = Math.max(GRID_MS, flag.untilMs - flag.atMs + byMs);
    hands.onResizeEntry(flag.index, Math.min(forMs, horizonMs - flag.atMs), 'dropped');
    return;
  }
  if (!flag.isMovable) return;
  const movable = flags.filter((other) => meant.includes(other.index) && other.isMovable);
  const times = movable.map(({ atMs }) => atMs);
  // All of them go as far as the one that reaches an end of the run first.
  const by = Math.min(horizonMs - Math.max(...times), Math.max(-Math.min(...times), byMs));
  const others = movable.filter(({ index }) => index !== flag.index);
  hands.onMoveEntries(
    [flag, ...others].map(({ index, atMs }) => ({ index, atMs: atMs + by })),
    'dropped',
  );
}
