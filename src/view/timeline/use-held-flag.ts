/** The flag under the hand stands where the hand is: the run follows some milliseconds later. */

import { useState } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Flag } from '../../projection/timeline/flags.ts';
import { flagMovedTo } from '../../projection/timeline/flags.ts';
import type { Run } from '../../sim/run.ts';

export interface HeldFlag {
  readonly index: number;
  readonly atMs: VirtualMs;
  /** How long it lasts, `null` when it is moved and keeps its length. */
  readonly forMs: VirtualMs | null;
  /** False once it was let go and the run has yet to follow. */
  readonly isDown: boolean;
}

/** Of two runs that arrive after it was let go, the first may have been under way already. */
const RUNS_TO_WAIT = 2;

interface Hold {
  readonly held: HeldFlag | null;
  readonly run: Run;
  /** Runs that arrived since the hand last moved. */
  readonly runs: number;
}

export function useHeldFlag(run: Run): readonly [HeldFlag | null, (held: HeldFlag | null) => void] {
  const [hold, setHold] = useState<Hold>({ held: null, run, runs: 0 });
  if (hold.run !== run) setHold(follow(hold, run));
  return [hold.held, (held) => setHold({ held, run, runs: 0 })];
}

function follow({ held, runs }: Hold, run: Run): Hold {
  const isOver = held !== null && !held.isDown && (isFollowed(run, held) || runs + 1 >= RUNS_TO_WAIT);
  return { held: isOver ? null : held, run, runs: runs + 1 };
}

/** `flags` with the held one where the hand is. */
export function withHeldFlag(flags: readonly Flag[], held: HeldFlag | null, run: Run): readonly Flag[] {
  const entry = held === null ? undefined : run.scenario.script[held.index];
  if (held === null || entry === undefined || isFollowed(run, held)) return flags;
  return flags.map((flag) => {
    if (flag.index !== held.index) return flag;
    const lastsMs = typeof flag.untilMs === 'number' ? flag.untilMs - flag.atMs : null;
    return flagMovedTo(flag, entry, held.atMs, held.forMs ?? lastsMs);
  });
}

function isFollowed({ scenario }: Run, { index, atMs, forMs }: HeldFlag): boolean {
  const entry = scenario.script[index];
  if (entry?.atMs !== atMs) return false;
  return forMs === null || ('forMs' in entry && entry.forMs === forMs);
}
