/** Moves the playhead while a run is played: one animation frame at a time, none while paused or hidden. */

import { useEffect, useEffectEvent } from 'react';
import { useReducedMotion } from '../reduced-motion.ts';

interface PlaybackClock {
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly playheadMs: number;
  readonly onAdvance: (atMs: number) => void;
}

/** With reduced motion the picture steps this often instead of moving. */
const STEP_MS = 500;
/** A frame that took longer than this was no frame: the machine slept or the page was busy. */
const LONGEST_FRAME_MS = 250;

export function usePlaybackClock({ isPlaying, speed, playheadMs, onAdvance }: PlaybackClock): void {
  const isStepping = useReducedMotion();
  const advance = useEffectEvent((elapsedMs: number) => onAdvance(playheadMs + elapsedMs * speed));
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = 0;
    let last: number | null = null;
    let gathered = 0;
    const tick = (now: number) => {
      gathered += last === null ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
      last = now;
      if (gathered > 0 && (!isStepping || gathered >= STEP_MS)) {
        advance(gathered);
        gathered = 0;
      }
      frame = requestAnimationFrame(tick);
    };
    const followVisibility = () => {
      cancelAnimationFrame(frame);
      last = null;
      if (document.visibilityState === 'visible') frame = requestAnimationFrame(tick);
    };
    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', followVisibility);
    };
  }, [isPlaying, isStepping]);
}
