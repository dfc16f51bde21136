/** What a page keeps of a session: how far it has read, what it knows of the runs, and what it has published without an answer. */

import type { RunEnd } from '../../../protocol/surface-status.ts';
import type { VirtualMs } from '../../../protocol/time.ts';
import type { EventId } from '../../../protocol/trace-event.ts';
import type { PublishKind, SavedAnswer } from '../../network/packet.ts';

export interface Publication {
  readonly record: PublishKind;
  readonly turn: number;
  /** The run that an answer to a question is for. */
  readonly run: number | null;
  /** What somebody did to publish it; tells a repeat of it from the next one. */
  readonly act: EventId;
  /** The request that carries it, where each has one of its own. */
  connection: number | null;
}

export interface KnownRun {
  readonly turn: number;
  readonly agent: string;
  end: Exclude<RunEnd, 'running'> | null;
}

export interface SessionPage {
  connection: number | null;
  /** The last offset that it has read, `null` for a fresh page. */
  offset: number | null;
  leftAtMs: VirtualMs;
  /** The newest prompt that it knows of. */
  turn: number;
  failures: number;
  readonly runs: Map<number, KnownRun>;
  /** What the product's database had when the page loaded. */
  saved: readonly SavedAnswer[];
  /** Published and not acknowledged yet: sent again after each reconnect, kept once by the session. */
  readonly outbox: Publication[];
}

export function createSessionPage(): SessionPage {
  return {
    connection: null,
    offset: null,
    leftAtMs: 0,
    turn: 0,
    failures: 0,
    runs: new Map(),
    saved: [],
    outbox: [],
  };
}

/** A fresh page knows nothing: the session does. */
export function resetSessionPage(page: SessionPage): void {
  const { outbox, runs } = page;
  outbox.length = 0;
  runs.clear();
  Object.assign(page, { ...createSessionPage(), outbox, runs });
}

/** How the newest run of each agent for `turn` ended; `null` while one of them goes on, or when none is known. */
export function endOfAnswer({ runs }: SessionPage, turn: number): Exclude<RunEnd, 'running'> | null {
  const newest = new Map<string, KnownRun>();
  for (const run of runs.values()) if (run.turn === turn) newest.set(run.agent, run);
  const ends = [...newest.values()].map((run) => run.end);
  if (ends.length === 0 || ends.includes(null)) return null;
  return ends.includes('crashed') ? 'crashed' : ends.includes('cancelled') ? 'cancelled' : 'complete';
}
