/** Scripts of the harness that the file has no rows of, for every stack. What must hold of them stands in `src/sim/wire-scripts.test.ts`. */

import { ASK } from './scripts.ts';
import { SEND_AT_MS, tabName } from './truth-world.ts';
import type { TruthScript } from './truth-world.ts';

const first = tabName(1);
const second = tabName(2);

/** Stop is pressed while the path is away, which it is for less long than the answer would go on. */
export const OFFLINE_MS = 500;

export const UNMEASURED_SCRIPTS = {
  S9: {
    what: 'stop pressed in the second tab, which has been open for a while',
    tabs: 2,
    entries: ({ faultAtMs }) => [
      ...ASK,
      { atMs: SEND_AT_MS + 200, on: second, do: 'open' },
      { atMs: faultAtMs, on: second, do: 'stop' },
    ],
  },
  S10: {
    what: 'a drop, stop in the error state when the path is back, then a resume',
    // The SDK asks again only when it is told to: here the tab comes to the front.
    options: ({ options }): Readonly<Record<string, string>> =>
      options['reconnect'] === undefined ? {} : { reconnect: 'on-mount' },
    entries: ({ faultAtMs }) => [
      ...ASK,
      { atMs: faultAtMs, on: first, do: 'drop', how: 'reset', forMs: 300 },
      { atMs: faultAtMs + 600, on: first, do: 'stop' },
      { atMs: faultAtMs + 800, on: first, do: 'hide' },
      { atMs: faultAtMs + 900, on: first, do: 'show' },
    ],
  },
  S11: {
    what: 'a refresh, then a load after the end',
    entries: ({ faultAtMs }) => [
      ...ASK,
      { atMs: faultAtMs, on: first, do: 'refresh' },
      { atMs: faultAtMs + 4_000, on: first, do: 'refresh' },
    ],
  },
  S13: {
    what: 'a proxy keeps the answer back for 2 s, then lets it go',
    entries: ({ faultAtMs }) => [...ASK, { atMs: faultAtMs, on: 'proxy', do: 'buffer', forMs: 2_000 }],
  },
  S14: {
    what: 'stop pressed while offline, the path back later',
    entries: ({ faultAtMs }) => [
      ...ASK,
      { atMs: faultAtMs, on: first, do: 'drop', how: 'offline', forMs: OFFLINE_MS },
      { atMs: faultAtMs + 100, on: first, do: 'stop' },
    ],
  },
  S16: {
    what: 'the tab is frozen for 3 s, then thaws',
    entries: ({ faultAtMs }) => [...ASK, { atMs: faultAtMs, on: first, do: 'sleep', forMs: 3_000 }],
  },
} as const satisfies Readonly<Record<string, TruthScript>>;

export type UnmeasuredScript = keyof typeof UNMEASURED_SCRIPTS;
