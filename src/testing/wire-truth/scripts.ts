/** The measured scripts as what a scenario's script says. Their numbers are those of `wire-truth.json`. */

import type { Stack } from './stacks.ts';
import { SEND_AT_MS, tabName } from './truth-world.ts';
import type { ScriptInput, TruthScript } from './truth-world.ts';
import type { MeasuredScript } from './truth-rows.ts';

/** The path was back after 300 ms, and so was a killed process. */
const BACK_AFTER_MS = 300;
const TABS = 7;

const first = tabName(1);
const second = tabName(2);
const open = (on: string, atMs: number) => ({ atMs, on, do: 'open' });
const send = (on: string, atMs: number) => ({ atMs, on, do: 'send' });
export const ASK: readonly object[] = [open(first, 0), send(first, SEND_AT_MS)];

/** One prompt in the first tab, and what happens at the fault. */
const atFault =
  (happens: (input: ScriptInput) => readonly object[]) =>
  (input: ScriptInput): readonly object[] => [...ASK, ...happens(input)];

const reset = atFault(({ faultAtMs }) => [
  { atMs: faultAtMs, on: first, do: 'drop', how: 'reset', forMs: BACK_AFTER_MS },
]);

function sevenTabs({ stack }: { readonly stack: Stack }): readonly object[] {
  const names = Array.from({ length: TABS }, (_, index) => tabName(index + 1));
  const openAll = names.map((name) => open(name, 0));
  switch (stack.sevenTabs) {
    case 'each':
      return [...openAll, ...names.map((name, index) => send(name, SEND_AT_MS + index))];
    case 'after':
      return [...openAll, send(first, SEND_AT_MS)];
    case 'first':
      // The others load while the answer is under way, so that each asks to resume it.
      return [...ASK, ...names.slice(1).map((name) => open(name, SEND_AT_MS + 150))];
  }
}

export const SCRIPTS: Readonly<Record<MeasuredScript, TruthScript>> = {
  S1: { what: 'no fault', entries: () => ASK },
  // A FIN inside a chunked body is an error for the client as a RST is (`model.md`, Measured parameters).
  S2: { what: 'FIN in the middle of the chunked body', entries: reset },
  S3: { what: 'RST', entries: reset },
  S4: {
    what: 'silent for 800 ms',
    entries: atFault(({ faultAtMs }) => [{ atMs: faultAtMs, on: first, do: 'drop', how: 'silent', forMs: 800 }]),
  },
  S5: {
    what: 'silent for 5 s, then RST',
    entries: atFault(({ faultAtMs }) => [
      { atMs: faultAtMs, on: first, do: 'drop', how: 'silent', forMs: 5_000 },
      { atMs: faultAtMs + 5_000, on: first, do: 'drop', how: 'reset', forMs: 0 },
    ]),
  },
  S6: {
    what: 'page refresh',
    entries: atFault(({ faultAtMs }) => [{ atMs: faultAtMs, on: first, do: 'refresh' }]),
  },
  S7: {
    what: 'second tab opens',
    tabs: 2,
    entries: atFault(({ faultAtMs }) => [open(second, faultAtMs)]),
  },
  S8: {
    what: 'stop pressed in the same tab',
    entries: atFault(({ faultAtMs }) => [{ atMs: faultAtMs, on: first, do: 'stop' }]),
  },
  S12: {
    what: 'the process that generates is killed, and is up again',
    entries: atFault(({ faultAtMs }) => [{ atMs: faultAtMs, on: 'agent', do: 'crash', forMs: BACK_AFTER_MS }]),
  },
  S15: { what: 'seven tabs over HTTP/1.1', tabs: TABS, protocol: 'http1', entries: sevenTabs },
  'S15-hang': {
    what: 'seven tabs with streams that never end',
    tabs: TABS,
    protocol: 'http1',
    hangsForMs: 3_600_000,
    entries: sevenTabs,
  },
};
