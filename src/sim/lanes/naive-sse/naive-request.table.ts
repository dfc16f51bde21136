/**
 * Every state and event of `naive-request` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { NaiveRequestEvent } from './naive-request.machine.ts';

export const NAIVE_REQUEST_TABLE = {
  serving: {
    'client.gone': 'aborting or draining or orphaned or stalled or unaware',
    'run.ended': 'ended',
  },
  orphaned: {
    'client.gone': '(ignored)',
    'run.ended': 'ended',
  },
  ended: {
    'client.gone': '(ignored)',
    'run.ended': '(ignored)',
  },
  unaware: {
    'client.gone': '(ignored)',
    'run.ended': 'ended',
  },
  aborting: {
    'client.gone': '(ignored)',
    'run.ended': 'ended',
  },
  draining: {
    'client.gone': '(ignored)',
    'run.ended': 'ended',
  },
  stalled: {
    'client.gone': '(ignored)',
    'run.ended': 'ended',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<NaiveRequestEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
