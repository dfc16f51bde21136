/** What the timeline is given and what it asks for; times in virtual milliseconds. */

import type { Ref } from 'react';
import type { Result } from '../../base/result.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { TimeSpan } from '../../projection/timeline/time-scale.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import type { FlagDrop } from './flag-drop.ts';

/** A drag reports all the time, and says how it ends: by `dropped`, or by `cancelled` as if it had never been. */
export type DragPhase = 'dragging' | 'dropped' | 'cancelled';

/** Where an entry of the script goes. */
export interface EntryMove {
  readonly index: number;
  readonly atMs: VirtualMs;
}

/** What people do to the timeline; each call is an edit or a move of the view. An `index` is a place in the script. */
export interface TimelineHands {
  readonly onPlayhead: (atMs: VirtualMs) => void;
  /** The last one is the one that was touched last. */
  readonly onSelect: (indices: readonly number[]) => void;
  readonly onMoveEntries: (moves: readonly EntryMove[], phase: DragPhase) => void;
  readonly onResizeEntry: (index: number, forMs: VirtualMs, phase: DragPhase) => void;
  readonly onRemoveEntries: (indices: readonly number[]) => void;
  readonly onDuplicateEntries: (indices: readonly number[], byMs: VirtualMs) => void;
  readonly onReplaceEntry: (index: number, entry: ScriptEntry) => void;
  readonly onAddEntry: (entry: ScriptEntry) => void;
  readonly onSpan: (span: TimeSpan) => void;
}

/** What the scenario's own parser says of a changed entry: it with its defaults, or sentences. */
export type CheckEntry = (index: number, entry: unknown) => Promise<Result<ScriptEntry, readonly string[]>>;

export interface TimelineProps extends TimelineHands {
  readonly run: Run;
  /** The outcome before the edit under way or the last one, drawn as a ghost with the difference. */
  readonly ghost: Run | null;
  readonly playheadMs: VirtualMs;
  readonly selected: readonly number[];
  /** The part of the run in sight. */
  readonly span: TimeSpan;
  /** For hands that bring a flag from elsewhere. */
  readonly drop?: Ref<FlagDrop>;
  readonly onCheckEntry: CheckEntry;
}
