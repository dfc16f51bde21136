/** What actors can take for true of an answer, and what can be so. */

import type { VirtualMs } from './time.ts';
import type { EventId } from './trace-event.ts';

/** The first seven are a surface’s, then three of the server, three of the session, four of an agent. */
export const BELIEFS = [
  'nothing-asked',
  'waiting',
  'streaming',
  'complete',
  'stopped',
  'broken',
  'closed',
  'unwatched',
  'watched',
  'delivered',
  'asked',
  'running',
  'ended',
  'idle',
  'wanted',
  'done',
] as const;

export type Belief = (typeof BELIEFS)[number];

/**
 * Of a surface and the session: how it stands with the newest prompt (`incomplete`: the answer is
 * whole, and that surface lacks words of it). Of the server: is it read, and did anybody receive the
 * whole. Of an agent: does anybody want what it makes.
 */
export const TRUTHS = [
  'none',
  'asked',
  'running',
  'stalled',
  'complete',
  'incomplete',
  'cancelled',
  'crashed',
  'read',
  'unread',
  'received',
  'not-received',
  'wanted',
  'nobody-waits',
  'stopped',
] as const;

export type Truth = (typeof TRUTHS)[number];

/** What an actor takes for true from a moment on, beside what is so. */
export interface BeliefMoment {
  readonly atMs: VirtualMs;
  readonly belief: Belief;
  readonly truth: Truth;
  readonly isTrue: boolean;
  /** The event that changed the belief, or the truth beside it. */
  readonly event: EventId;
}

/** By actor: surfaces, `server`, `session`, and each agent. Moments ascend. */
export type BeliefTracks = Readonly<Record<string, readonly BeliefMoment[]>>;
