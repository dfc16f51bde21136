/** The flags under the hand stand where the hand is: the run follows some milliseconds later. */

import { useState } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Flag } from '../../projection/timeline/flags.ts';
import { flagMovedTo } from '../../projection/timeline/flags.ts';
import type { Snapped } from '../../projection/timeline/snap.ts';
import type { Run } from '../../sim/run.ts';
import type { EntryMove } from './timeline-props.ts';

export interface HeldFlags {
  readonly moves: readonly EntryMove[];
  /** How long the one that is stretched lasts, `null` when they are moved and keep their lengths. */
  readonly forMs: VirtualMs | null;
  /** What the edge under the hand rests on. */
  readonly snapped: Snapped | null;
  /** False once they were let go and the run has yet to follow. */
  readonly isDown: boolean;
}

/** Of two runs that arrive after they were let go, the first may have been under way already. */
const RUNS_TO_WAIT = 2;

interface Hold {
  readonly held: HeldFlags | null;
  readonly run: Run;
  /** Runs that arrived since the hand last moved. */
  readonly runs: number;
}

export function useHeldFlags(run: Run): readonly [HeldFlags | null, (held: HeldFlags | null) => void] {
  const [hold, setHold] = useState<Hold>({ held: null, run, runs: 0 });
  if (hold.run !== run) setHold(follow(hold, run));
  return [hold.held, (held) => setHold({ held, run, runs: 0 })];
}

function follow({ held, runs }: Hold, run: Run): Hold {
  const isOver = held !== null && !held.isDown && (isFollowed(run, held) || runs + 1 >= RUNS_TO_WAIT);
  return { held: isOver ? null : held, run, runs: runs + 1 };
}

/** `flags` with the held ones where the hand is. */
export function withHeldFlags(flags: readonly Flag[], held: HeldFlags | null, run: Run): readonly Flag[] {
  if (held === null || isFollowed(run, held)) return flags;
  const { forMs } = held;
  return flags.map((flag) => {
    const move = held.moves.find(({ index }) => index === flag.index);
    const entry = run.scenario.script[flag.index];
    if (move === undefined || entry === undefined) return flag;
    const lastsMs = typeof flag.untilMs === 'number' ? flag.untilMs - flag.atMs : null;
    return flagMovedTo(flag, entry, move.atMs, forMs ?? lastsMs);
  });
}

function isFollowed({ scenario }: Run, { moves, forMs }: HeldFlags): boolean {
  return moves.every(({ index, atMs }) => {
    const entry = scenario.script[index];
    if (entry?.atMs !== atMs) return false;
    return forMs === null || ('forMs' in entry && entry.forMs === forMs);
  });
}
