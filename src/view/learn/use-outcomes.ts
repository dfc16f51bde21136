/** Whether outcomes are in sight before a lesson is done. Kept in this browser. */

import { useState } from 'react';

const KEY = 'pull-the-plug.outcomes';
const HIDDEN = 'hidden';

export function useOutcomes(): readonly [boolean, (areShown: boolean) => void] {
  const [areShown, setShown] = useState(readKept);
  const choose = (next: boolean) => {
    setShown(next);
    try {
      if (next) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, HIDDEN);
    } catch {
      // A browser that keeps nothing still knows it until the page is closed.
    }
  };
  return [areShown, choose];
}

function readKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== HIDDEN;
  } catch {
    return true;
  }
}
