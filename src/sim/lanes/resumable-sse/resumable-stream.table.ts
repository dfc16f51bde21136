/**
 * Every state and event of `resumable-stream` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { ResumableStreamEvent } from './resumable-stream.machine.ts';

export const RESUMABLE_STREAM_TABLE = {
  unlisted: {
    'stream.ended': 'ended or kept',
    'stream.replaced': 'hidden',
    'producer.died': 'orphaned',
    'after ID_WRITE': 'listed',
  },
  kept: {
    'stream.ended': '(ignored)',
    'stream.replaced': '(ignored)',
    'producer.died': '(ignored)',
    'after TTL': 'expired',
  },
  ended: {
    'stream.ended': '(ignored)',
    'stream.replaced': '(ignored)',
    'producer.died': '(ignored)',
  },
  hidden: {
    'stream.ended': 'ended or kept',
    'stream.replaced': '(ignored)',
    'producer.died': 'orphaned',
  },
  orphaned: {
    'stream.ended': '(ignored)',
    'stream.replaced': '(ignored)',
    'producer.died': '(ignored)',
    'after TTL': 'expired',
  },
  listed: {
    'stream.ended': 'ended or kept',
    'stream.replaced': 'hidden',
    'producer.died': 'orphaned',
  },
  expired: {
    'stream.ended': '(ignored)',
    'stream.replaced': '(ignored)',
    'producer.died': '(ignored)',
  },
} satisfies Readonly<
  Record<
    string,
    Readonly<Record<ResumableStreamEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }
  >
>;
