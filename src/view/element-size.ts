/** The size of an element in CSS pixels, followed without polling. */

import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** `guess` is what is drawn before the first measurement. */
export function useElementSize<T extends Element>(guess: ElementSize): readonly [RefObject<T | null>, ElementSize] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState(guess);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const take = (width: number, height: number) =>
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    const { width, height } = element.getBoundingClientRect();
    take(width, height);
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) take(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
