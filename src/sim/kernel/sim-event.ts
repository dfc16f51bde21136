/** Everything that can wait in the queue. Plain data: a queue is copied with its world. */

import type { MachineInput } from './machine-host.ts';

export type SimEvent =
  /** An entry of the script is due. */
  | { readonly kind: 'script'; readonly index: number }
  | { readonly kind: 'fault.end'; readonly surface: string; readonly index: number }
  | { readonly kind: 'sleep.end'; readonly surface: string; readonly index: number }
  /** A packet comes to the end of a path; `flight` tells whether it still is the one that was meant. */
  | {
      readonly kind: 'arrival';
      readonly connection: number;
      readonly toward: 'surface' | 'server';
      readonly flight: number;
    }
  | { readonly kind: 'connection'; readonly connection: number; readonly what: ConnectionMoment }
  | { readonly kind: 'timer'; readonly key: string; readonly timerId: string; readonly event: MachineInput }
  | { readonly kind: 'token'; readonly run: number; readonly epoch: number }
  /** The timers of a hidden page that were put off. */
  | { readonly kind: 'page.tick'; readonly surface: string }
  /** A process is up again, gone for good, or goes on; a session layer is back. */
  | { readonly kind: 'operation'; readonly operation: OperationEnd }
  /** Something of the lane's own, such as a hop between agent and session. */
  | { readonly kind: 'lane'; readonly event: LaneEvent };

export type OperationEnd =
  | { readonly of: 'crash' | 'pause' | 'deploy'; readonly process: number; readonly index: number }
  | { readonly of: 'outage'; readonly index: number };

export type ConnectionMoment =
  /** A place in the browser may have become free. */
  | { readonly at: 'pool' }
  /** The proxy looks at how long the connection has been quiet, or how old it is. */
  | { readonly at: 'proxy'; readonly setting: 'idle-timeout' | 'duration-cap' }
  /** The proxy may let go of what it buffered: there is enough of it, or its time is over. */
  | { readonly at: 'buffer'; readonly why: 'full' | 'time' }
  /** A page that the proxy made up comes to the surface. */
  | { readonly at: 'page'; readonly reason: string }
  /** The surface's end is over, properly or with an error. */
  | { readonly at: 'surface'; readonly how: 'end' | 'failed'; readonly reason: string }
  /** The far end learns that the surface has gone. */
  | { readonly at: 'server'; readonly reason: string }
  /** Packets held in a silent path move again. `token` guards against a heal that was overtaken. */
  | { readonly at: 'path'; readonly release: number }
  /** Too long without a sign of life: checked against what came since. */
  | { readonly at: 'deadline'; readonly end: 'surface' | 'server'; readonly quietSinceMs: number };

/** A lane's own event: data with a `type` that the lane knows. */
export interface LaneEvent {
  readonly type: string;
}
