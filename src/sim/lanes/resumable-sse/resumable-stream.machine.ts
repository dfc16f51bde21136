/**
 * One buffered stream at the server, and the id under which a surface can find it. Closing a
 * connection never ends it. Sources: `model.md`, resumable-sse; F2.4 points 1 to 6.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../../protocol/time.ts';

export type ResumableStreamEvent =
  /** All of its runs have ended. `ttlMs` is what is left of its time to live. */
  | { readonly type: 'stream.ended'; readonly isWhole: boolean; readonly ttlMs: VirtualMs }
  | { readonly type: 'stream.replaced' }
  /** The process that made it is gone, and nobody wrote that it ended. */
  | { readonly type: 'producer.died'; readonly ttlMs: VirtualMs };

export type ResumableStreamEffect =
  | { readonly type: 'stream-id.save' }
  | { readonly type: 'stream-id.clear' }
  | { readonly type: 'stream.finish' }
  | { readonly type: 'stream.expire' };

export interface ResumableStreamInput {
  readonly idWriteDelayMs: VirtualMs;
  /** Does the buffer outlive the end, so that a late resume gets it all? */
  readonly isKept: boolean;
}

interface ResumableStreamContext extends ResumableStreamInput {
  readonly ttlMs: VirtualMs;
}

const base = setup({
  types: {
    context: {} as ResumableStreamContext,
    events: {} as ResumableStreamEvent,
    emitted: {} as ResumableStreamEffect,
    input: {} as ResumableStreamInput,
  },
  delays: { ID_WRITE: ({ context }) => context.idWriteDelayMs, TTL: ({ context }) => context.ttlMs },
  guards: { isKept: ({ context, event }) => context.isKept && event.type === 'stream.ended' && event.isWhole },
});

const noteTtl = base.assign({ ttlMs: ({ event }) => ('ttlMs' in event ? event.ttlMs : 0) });
const kept = { guard: 'isKept', target: 'kept', actions: noteTtl } as const;
const died = { target: 'orphaned', actions: noteTtl } as const;

export const resumableStreamMachine = base.createMachine({
  id: 'resumable-stream',
  // `transition` evaluates this without input when it only needs an inert actor.
  context: ({ input }) => ({
    idWriteDelayMs: input?.idWriteDelayMs ?? 0,
    isKept: input?.isKept ?? false,
    ttlMs: 0,
  }),
  initial: 'unlisted',
  states: {
    /** It runs and is buffered, and nobody can find it: the id is not written yet. */
    unlisted: {
      after: { ID_WRITE: 'listed' },
      on: { 'stream.ended': [kept, { target: 'ended' }], 'stream.replaced': 'hidden', 'producer.died': died },
    },
    listed: {
      entry: emit({ type: 'stream-id.save' }),
      on: {
        'stream.ended': [kept, { target: 'ended', actions: base.emit({ type: 'stream-id.clear' }) }],
        'stream.replaced': 'hidden',
        'producer.died': died,
      },
    },
    /** A later prompt took its place: one active stream for a chat. */
    hidden: { on: { 'stream.ended': [kept, { target: 'ended' }], 'producer.died': died } },
    /** It is over, and can still be had. */
    kept: { entry: emit({ type: 'stream.finish' }), after: { TTL: 'expired' } },
    /** Its id goes on saying that it is alive, and nobody will ever end it. */
    orphaned: { after: { TTL: 'expired' } },
    ended: { entry: emit({ type: 'stream.finish' }) },
    expired: { entry: emit({ type: 'stream.expire' }) },
  },
});
