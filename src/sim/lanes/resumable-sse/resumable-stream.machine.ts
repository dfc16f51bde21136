/**
 * One buffered stream at the server, and the id under which a surface can find it. Closing a
 * connection never ends it. Sources: `model.md`, resumable-sse; F2.4 points 1 to 5.
 */

import { emit, setup } from 'xstate';
import type { VirtualMs } from '../../../protocol/time.ts';

export type ResumableStreamEvent = { readonly type: 'run.ended' } | { readonly type: 'run.replaced' };

export type ResumableStreamEffect =
  { readonly type: 'stream-id.save' } | { readonly type: 'stream-id.clear' } | { readonly type: 'stream.finish' };

export interface ResumableStreamInput {
  readonly idWriteDelayMs: VirtualMs;
}

export const resumableStreamMachine = setup({
  types: {
    context: {} as ResumableStreamInput,
    events: {} as ResumableStreamEvent,
    emitted: {} as ResumableStreamEffect,
    input: {} as ResumableStreamInput,
  },
  delays: { ID_WRITE: ({ context }) => context.idWriteDelayMs },
}).createMachine({
  id: 'resumable-stream',
  context: ({ input }) => ({ idWriteDelayMs: input?.idWriteDelayMs ?? 0 }),
  initial: 'unlisted',
  states: {
    /** It runs and is buffered, and nobody can find it: the id is not written yet. */
    unlisted: { after: { ID_WRITE: 'listed' }, on: { 'run.ended': 'ended', 'run.replaced': 'hidden' } },
    listed: {
      entry: emit({ type: 'stream-id.save' }),
      on: { 'run.ended': { target: 'ended', actions: emit({ type: 'stream-id.clear' }) }, 'run.replaced': 'hidden' },
    },
    /** A later prompt took its place: one active stream for a chat. */
    hidden: { on: { 'run.ended': 'ended' } },
    ended: { entry: emit({ type: 'stream.finish' }) },
  },
});
