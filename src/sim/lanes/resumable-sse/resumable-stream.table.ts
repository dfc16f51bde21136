/**
 * Every state and event of `resumable-stream` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { ResumableStreamEvent } from './resumable-stream.machine.ts';

export const RESUMABLE_STREAM_TABLE = {
  unlisted: {
    'run.ended': 'ended',
    'run.replaced': 'hidden',
    'after ID_WRITE': 'listed',
  },
  ended: {
    'run.ended': '(ignored)',
    'run.replaced': '(ignored)',
  },
  hidden: {
    'run.ended': 'ended',
    'run.replaced': '(ignored)',
  },
  listed: {
    'run.ended': 'ended',
    'run.replaced': 'hidden',
  },
} satisfies Readonly<
  Record<
    string,
    Readonly<Record<ResumableStreamEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }
  >
>;
