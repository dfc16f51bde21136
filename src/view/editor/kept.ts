/** What a panel remembers while it is closed, for the life of the page: nothing that people typed is lost with it. */

import { useState } from 'react';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export type UseKept<T> = (ports: PlaygroundPorts) => readonly [T, (value: T) => void];

/** A hook for one thing to remember; each page has its own. */
export function createKept<T>(initial: T): UseKept<T> {
  const kept = new WeakMap<PlaygroundPorts, T>();
  return function useKept(ports) {
    const [value, setValue] = useState(() => kept.get(ports) ?? initial);
    const keep = (next: T) => {
      kept.set(ports, next);
      setValue(next);
    };
    return [value, keep];
  };
}
