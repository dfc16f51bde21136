/** The moment of the run that a beat shows: it plays from the beat before, briskly, and rests at its own. */

import { useEffect, useState } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { useReducedMotion } from '../reduced-motion.ts';

/** However long the stretch, it is played in at most this time: less than five seconds, so that nobody needs a pause. */
const LONGEST_MS = 4000;
const SHORTEST_MS = 400;

interface BeatStretch {
  readonly run: Run;
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
}

/** With `isStill`, or where people asked for less motion, it is there at once. */
export function useBeatClock({ run, fromMs, toMs }: BeatStretch, isStill: boolean): VirtualMs {
  const isReduced = useReducedMotion();
  const place = `${run.report.digest} ${fromMs} ${toMs}`;
  const [played, setPlayed] = useState({ place, atMs: fromMs });
  const isJump = isStill || isReduced || toMs <= fromMs;
  useEffect(() => {
    if (isJump) return undefined;
    const lastsMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, toMs - fromMs));
    let frame = 0;
    let began: number | null = null;
    const tick = (now: number) => {
      began ??= now;
      const done = document.visibilityState === 'visible' ? Math.min(1, (now - began) / lastsMs) : 1;
      setPlayed({ place, atMs: Math.round(fromMs + (toMs - fromMs) * done) });
      if (done < 1) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [place, fromMs, toMs, isJump]);
  if (isJump) return toMs;
  return played.place === place ? played.atMs : fromMs;
}
