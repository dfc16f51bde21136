/** Flags under the hand are where the hand is in the same frame: what is drawn of them is moved, and drawn anew with the run. */

import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import type { HeldFlags } from './use-held-flag.ts';

/** Returns what to call with flags that are held, and the scene that they are drawn in. */
export function useFlagLead(
  plot: RefObject<HTMLElement | null>,
): (held: HeldFlags, scene: Pick<TimelineScene, 'allFlags' | 'scale'>) => void {
  const moved = useRef(new Set<HTMLElement>());
  // Drawn anew, they stand where they are held.
  useLayoutEffect(() => {
    for (const element of moved.current) element.style.removeProperty('transform');
    moved.current.clear();
  });
  return ({ moves, forMs }, { allFlags, scale }) => {
    for (const { index, atMs } of moves) {
      const drawn = allFlags.find((flag) => flag.index === index);
      const body = plot.current?.querySelector<HTMLElement>(`[data-flag="${index}"]`);
      const end = plot.current?.querySelector<HTMLElement>(`[data-flag-end="${index}"]`);
      const [element, fromMs, toMs] =
        forMs === null ? [body?.parentElement, drawn?.atMs, atMs] : [end, drawn?.untilMs, atMs + forMs];
      if (element === null || element === undefined || typeof fromMs !== 'number') continue;
      element.style.transform = `translateX(${scale.xOf(toMs) - scale.xOf(fromMs)}px)`;
      moved.current.add(element);
    }
  };
}
