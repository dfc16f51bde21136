/**
 * Type that gives way where a text needs more room than was estimated: fonts arrive late, and a browser
 * breaks lines in its own way. Nothing is measured while the text does not change its height.
 */

import { useEffect, useEffectEvent, useState } from 'react';
import type { RefObject } from 'react';
import { SMALLEST_PX } from './fit-type.ts';

const SHRINK_PX = 0.5;

interface Wish {
  /** The type size that is thought to fit, in pixels. */
  readonly fitting: number;
  /** What was learned holds for as long as this stays the same. */
  readonly place: string;
}

/** The size in pixels, and whether even the smallest leaves no room: then the box has to scroll. */
export function useRoomyType(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  { fitting, place }: Wish,
): readonly [sizePx: number, isOverfull: boolean] {
  const [learned, setLearned] = useState({ place, shrink: 0, isTooMuch: false });
  const isKnown = learned.place === place;
  const shrink = isKnown ? learned.shrink : 0;
  const size = Math.max(SMALLEST_PX, fitting - shrink * SHRINK_PX);
  const onHeight = useEffectEvent((isTooMuch: boolean) => {
    const next = isTooMuch && size > SMALLEST_PX ? shrink + 1 : shrink;
    if (!isKnown || next !== shrink || isTooMuch !== learned.isTooMuch) setLearned({ place, shrink: next, isTooMuch });
  });
  useEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return undefined;
    const observer = new ResizeObserver(() => onHeight(inner.offsetHeight > outer.clientHeight + 1));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [box, content]);
  return [size, isKnown && learned.isTooMuch && size <= SMALLEST_PX];
}
