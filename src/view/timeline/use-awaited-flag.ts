/** A flag that was chosen in a menu takes the focus once its run is there, so that arrows move it. */

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Flag } from '../../projection/timeline/flags.ts';
import { focusFlag } from './use-flag-focus.ts';

/** Returns what to call with the place in the script that the new entry will have. */
export function useAwaitedFlag(plot: RefObject<HTMLElement | null>, flags: readonly Flag[]): (index: number) => void {
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    const index = awaited.current;
    if (index === null || !flags.some((flag) => flag.index === index)) return;
    awaited.current = null;
    focusFlag(plot.current, index);
  }, [plot, flags]);
  return (index) => {
    awaited.current = index;
  };
}
