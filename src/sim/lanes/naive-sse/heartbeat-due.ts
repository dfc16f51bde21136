/** What this lane puts into the queue: the moment at which a quiet response needs a comment line. */

import type { LaneEvent } from '../../kernel/sim-event.ts';

export interface HeartbeatDue extends LaneEvent {
  readonly type: 'heartbeat.due';
  readonly connection: number;
}
