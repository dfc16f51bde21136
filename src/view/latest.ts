/** The newest value, for hands that stay the same while it changes: they read it when they are used, not when they are drawn. */

import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
