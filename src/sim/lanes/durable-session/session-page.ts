/** What a page keeps of a session: how far it has read, and what it has published without an answer. */

import type { VirtualMs } from '../../../protocol/time.ts';

export interface SessionPage {
  connection: number | null;
  /** The last offset that it has read, `null` for a fresh page. */
  offset: number | null;
  leftAtMs: VirtualMs;
  /** The newest prompt that it knows of. */
  turn: number;
  failures: number;
  /** Published and not acknowledged yet: sent again after each reconnect, kept once by the session. */
  readonly outbox: { readonly record: 'input' | 'stop'; readonly turn: number }[];
}

export function createSessionPage(): SessionPage {
  return { connection: null, offset: null, leftAtMs: 0, turn: 0, failures: 0, outbox: [] };
}

/** A fresh page knows nothing: the session does. */
export function resetSessionPage(page: SessionPage): void {
  Object.assign(page, { ...createSessionPage(), outbox: page.outbox });
  page.outbox.length = 0;
}
