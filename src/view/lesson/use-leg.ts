/** Plays a stretch of a run to its end, once: by frames, or with a jump for people who want no motion. */

import { useEffect, useState } from 'react';
import { legAt } from '../../projection/lesson/beat-plan.ts';
import type { Leg } from '../../projection/lesson/beat-plan.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { useReducedMotion } from '../reduced-motion.ts';

export interface PlayedLeg {
  readonly atMs: VirtualMs;
  readonly isPlaying: boolean;
  /** To the end at once. */
  readonly finish: () => void;
}

/** A frame that took longer than this was no frame: the machine slept or the page was busy. */
const LONGEST_FRAME_MS = 250;

/** Begins anew with each `turn`; `isPlayed` false goes to the end at once. */
export function useLeg(leg: Leg, turn: string, isPlayed: boolean): PlayedLeg {
  const isStill = useReducedMotion();
  const [elapsed, setElapsed] = useState({ turn, ms: 0 });
  const isJump = isStill || !isPlayed;
  const elapsedMs = isJump ? leg.durationMs : elapsed.turn === turn ? elapsed.ms : 0;
  const isPlaying = elapsedMs < leg.durationMs;
  useEffect(() => {
    if (!isPlaying) return undefined;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      const passed = last === null ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
      last = now;
      if (passed > 0) setElapsed((known) => ({ turn, ms: (known.turn === turn ? known.ms : 0) + passed }));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, turn]);
  return {
    atMs: legAt(leg, elapsedMs),
    isPlaying,
    finish: () => setElapsed({ turn, ms: leg.durationMs }),
  };
}
