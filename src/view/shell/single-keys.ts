/** Whether keys without a modifier do anything (WCAG 2.1.4). Kept in this browser. */

import { useState } from 'react';

const KEY = 'pull-the-plug.single-keys';

export function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(read);
  const choose = (chosen: boolean) => {
    setOn(chosen);
    try {
      localStorage.setItem(KEY, chosen ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing still obeys until the page is closed.
    }
  };
  return [isOn, choose];
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}
