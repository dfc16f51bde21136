/** The focus stays among the flags when the one that had it is removed. */

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { FlagBox } from '../../projection/timeline/flag-layout.ts';

/** `inOrder` are the flags in sight. Returns what to call before the entry at `index` of the script is removed. */
export function useFlagFocus(
  layer: RefObject<HTMLElement | null>,
  inOrder: readonly FlagBox[],
): (index: number) => void {
  const removed = useRef<{ readonly at: number; readonly count: number } | null>(null);
  useEffect(() => {
    if (removed.current === null || inOrder.length >= removed.current.count) return;
    const heir = inOrder[Math.min(removed.current.at, inOrder.length - 1)];
    removed.current = null;
    if (heir !== undefined) focusFlag(layer.current, heir.flag.index);
  }, [layer, inOrder]);
  return (index) => {
    removed.current = { at: inOrder.findIndex(({ flag }) => flag.index === index), count: inOrder.length };
  };
}

export function focusFlag(layer: HTMLElement | null, index: number): void {
  layer?.querySelector<HTMLElement>(`[data-flag="${index}"]`)?.focus();
}
