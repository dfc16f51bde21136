/** The flags under the hand stand where the hand is: the run follows some milliseconds later. */

import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Flag } from '../../projection/timeline/flags.ts';
import { flagMovedTo } from '../../projection/timeline/flags.ts';
import type { Snapped } from '../../projection/timeline/snap.ts';
import type { Run } from '../../sim/run.ts';
import { afterFrames } from '../after-frames.ts';
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

/** The flags under the hand, and what takes hold of them or lets go with `null`. */
export function useHeldFlags(run: Run): readonly [HeldFlags | null, (held: HeldFlags | null) => void] {
  const [hold] = useState(createHold);
  const held = useSyncExternalStore(hold.subscribe, hold.read);
  // Whatever made this be drawn: it shows the newest.
  useLayoutEffect(() => hold.drawn());
  useLayoutEffect(() => hold.follow(run), [hold, run]);
  return [held, hold.take];
}

function createHold() {
  let held: HeldFlags | null = null;
  /** Runs that arrived since the hand last moved. */
  let runs = 0;
  let listen: () => void = () => undefined;
  let stopWaiting: (() => void) | null = null;
  const drawn = (): void => {
    stopWaiting?.();
    stopWaiting = null;
  };
  const take = (next: HeldFlags | null): void => {
    [held, runs] = [next, 0];
    // As long as the hand moves, the run that follows it is drawn with it.
    if (next?.isDown === true) stopWaiting ??= afterFrames(() => listen());
    else listen();
  };
  return {
    read: () => held,
    take,
    drawn,
    subscribe: (listener: () => void) => {
      listen = listener;
      return () => {
        drawn();
        listen = () => undefined;
      };
    },
    follow: (run: Run): void => {
      runs += 1;
      if (held !== null && !held.isDown && (isFollowed(run, held) || runs >= RUNS_TO_WAIT)) take(null);
    },
  };
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
