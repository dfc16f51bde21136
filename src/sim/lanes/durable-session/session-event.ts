/** What this lane puts into the queue: hops between agent and session, windows, signs of life, limits that run out. */

import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { PublishKind } from '../../network/packet.ts';
import type { SessionWrite } from './session-write.ts';

export type SessionEvent = LaneEvent &
  /** A record of a surface's reaches the agent. `run` is named by answers to a question. */
  (
    | {
        readonly type: 'agent.receives';
        readonly record: PublishKind;
        readonly turn: number;
        readonly run: number | null;
      }
    /** A process takes up a prompt: one that stands still does so when it goes on. */
    | { readonly type: 'run.due'; readonly turn: number; readonly agent: string; readonly process: number }
    /** What an agent writes reaches the session. */
    | { readonly type: 'session.receives'; readonly write: SessionWrite }
    /** The session's refusal reaches the writer. */
    | { readonly type: 'agent.fenced'; readonly run: number; readonly attempt: number }
    | { readonly type: 'rollup.closes'; readonly run: number; readonly attempt: number }
    | { readonly type: 'heartbeat.due'; readonly connection: number }
    | { readonly type: 'poll.over'; readonly connection: number }
    | { readonly type: 'rate.window-over'; readonly connection: number }
    | { readonly type: 'silence.check'; readonly surface: string; readonly connection: number }
    | { readonly type: 'publish.retry'; readonly surface: string }
    | { readonly type: 'reaper.due'; readonly run: number }
    | { readonly type: 'lease.over'; readonly run: number; readonly attempt: number }
    | { readonly type: 'presence.due'; readonly agent: string }
    /** The agents have been without their session for as long as they may. */
    | { readonly type: 'outage.limit'; readonly outage: number }
  );
