/** What this lane puts into the queue: the hop between agent and session, the rollup window, signs of life. */

import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { SessionRecord } from '../../network/packet.ts';

export type SessionEvent = LaneEvent &
  (
    | { readonly type: 'agent.receives'; readonly record: 'input' | 'stop'; readonly turn: number }
    | { readonly type: 'session.receives'; readonly record: Omit<SessionRecord, 'offset'> }
    | { readonly type: 'rollup.closes'; readonly run: number }
    | { readonly type: 'heartbeat.due'; readonly connection: number }
    | { readonly type: 'silence.check'; readonly surface: string; readonly connection: number }
  );
