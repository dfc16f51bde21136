/** At how many chats a day a month is reckoned. Kept in this browser: it is no part of a scenario. */

import { useState } from 'react';
import type { Rate } from '../../projection/scorecard/bill-table.ts';

const KEY = 'pull-the-plug.chats-a-day';

export const DEFAULT_RATE: Rate = { chatsADay: 1_000 };
export const MOST_CHATS = 100_000_000;

export function useRate(): readonly [Rate, (rate: Rate) => void] {
  const [rate, setRate] = useState(read);
  const choose = (chosen: Rate) => {
    setRate(chosen);
    try {
      localStorage.setItem(KEY, String(chosen.chatsADay));
    } catch {
      // A browser that keeps nothing still reckons with it until the panel is closed.
    }
  };
  return [rate, choose];
}

function read(): Rate {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return Number.isInteger(kept) && kept >= 1 && kept <= MOST_CHATS ? { chatsADay: kept } : DEFAULT_RATE;
  } catch {
    return DEFAULT_RATE;
  }
}
