/** Plays a stretch of a run to its end, once: by frames, or with a jump for people who want no motion. */

import { useEffect, useRef, useState } from 'react';
import { legAt } from '../../projection/lesson/beat-plan.ts';
import type { Leg } from '../../projection/lesson/beat-plan.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { useReducedMotion } from '../reduced-motion.ts';

export interface PlayedLeg {
  readonly atMs: VirtualMs;
  readonly isPlaying: boolean;
  /** To the end at once. */
  readonly finish: () => void;
  /** It ended a moment ago and by itself: a press that comes now was meant to end it. */
  readonly hasJustEnded: () => boolean;
}

/** A frame that took longer than this was no frame: the machine slept or the page was busy. */
const LONGEST_FRAME_MS = 250;
/** How late a press may be. */
const GRACE_MS = 350;

/** Begins anew with each `turn`; `isPlayed` false goes to the end at once. */
export function useLeg({ durationMs, ...leg }: Leg, turn: string, isPlayed: boolean): PlayedLeg {
  const isStill = useReducedMotion();
  const [elapsed, setElapsed] = useState({ turn, ms: 0 });
  const endedAt = useRef(-Infinity);
  const isJump = isStill || !isPlayed;
  const elapsedMs = isJump ? durationMs : elapsed.turn === turn ? elapsed.ms : 0;
  const isPlaying = elapsedMs < durationMs;
  useEffect(() => {
    if (!isPlaying) return undefined;
    let [last, passed]: [number | null, number] = [null, 0];
    let frame = requestAnimationFrame(function tick(now) {
      passed += last === null ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
      last = now;
      setElapsed({ turn, ms: passed });
      if (passed < durationMs) frame = requestAnimationFrame(tick);
      else endedAt.current = performance.now();
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, turn, durationMs]);
  return {
    atMs: legAt({ ...leg, durationMs }, elapsedMs),
    isPlaying,
    finish: () => setElapsed({ turn, ms: durationMs }),
    hasJustEnded: () => performance.now() - endedAt.current < GRACE_MS,
  };
}
