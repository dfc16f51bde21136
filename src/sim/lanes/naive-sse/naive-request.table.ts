/**
 * Every state and event of `naive-request` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { NaiveRequestEvent } from './naive-request.machine.ts';

export const NAIVE_REQUEST_TABLE = {
  serving: {
    'client.gone': 'aborting or draining or orphaned or stalled or unaware',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
  orphaned: {
    'client.gone': '(ignored)',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
  ended: {
    'client.gone': '(ignored)',
    'runs.ended': '(ignored)',
    'process.died': '(ignored)',
  },
  unaware: {
    'client.gone': '(ignored)',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
  aborting: {
    'client.gone': '(ignored)',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
  draining: {
    'client.gone': '(ignored)',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
  stalled: {
    'client.gone': '(ignored)',
    'runs.ended': 'ended',
    'process.died': 'ended',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<NaiveRequestEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
