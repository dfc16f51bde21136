/** What people can do to the timeline; each call is an edit or a move of the view. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';

export type DragPhase = 'dragging' | 'dropped' | 'cancelled';

export interface TimelineHands {
  readonly onPlayhead: (atMs: VirtualMs) => void;
  readonly onSelect: (index: number | null) => void;
  readonly onMoveEntry: (index: number, atMs: VirtualMs, phase: DragPhase) => void;
  readonly onResizeEntry: (index: number, forMs: VirtualMs, phase: DragPhase) => void;
  readonly onRemoveEntry: (index: number) => void;
  readonly onAddEntry: (entry: ScriptEntry) => void;
  readonly onSpan: (span: TimeSpan) => void;
}
