/** The focus stays among the flags when those that had it are removed. */

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { FlagBox } from '../../projection/timeline/flag-layout.ts';

/** `inOrder` are the flags in sight. Returns what to call before entries of the script are removed. */
export function useFlagFocus(
  layer: RefObject<HTMLElement | null>,
  inOrder: readonly FlagBox[],
): (indices: readonly number[]) => void {
  const removed = useRef<{ readonly at: number; readonly count: number } | null>(null);
  useEffect(() => {
    if (removed.current === null || inOrder.length >= removed.current.count) return;
    const heir = inOrder[Math.min(removed.current.at, inOrder.length - 1)];
    removed.current = null;
    if (heir !== undefined) focusFlag(layer.current, heir.flag.index);
  }, [layer, inOrder]);
  return (indices) => {
    const at = inOrder.findIndex(({ flag }) => indices.includes(flag.index));
    removed.current = { at: Math.max(0, at), count: inOrder.length };
  };
}

export function focusFlag(layer: HTMLElement | null, index: number): void {
  layer?.querySelector<HTMLElement>(`[data-flag="${index}"]`)?.focus();
}

/** The same for a flag or its end that has just been pressed: it is in sight, and nothing is scrolled. */
export function focusPressed(layer: HTMLElement | null, index: number, part: 'body' | 'end'): void {
  const name = part === 'body' ? 'data-flag' : 'data-flag-end';
  layer?.querySelector<HTMLElement>(`[${name}="${index}"]`)?.focus({ preventScroll: true });
}
