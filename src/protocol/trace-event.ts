/**
 * The trace: an append-only list of past facts, one list for each lane. Everything that is drawn,
 * counted or judged is read from it. `causedBy` names the event of the same lane that led to this
 * one, so that "why?" is a walk back to what a person or the network did.
 *
 * `id` is the event's index in its lane's trace, written `e87`. Tokens are numbered from 1 within
 * their run, runs from 1 within their lane, connections from 1 within their lane.
 */

import type { DropForm } from './fault.ts';
import type { LaneName } from './lane-name.ts';
import type { RunEnd, SurfaceStatus } from './surface-status.ts';
import type { VirtualMs } from './time.ts';

export type EventId = number;

/** Who an event happened to: `agent`, `server`, `session`, `network`, or the name of a surface. */
export type ActorName = string;

/** What a control message is for. Tokens are not messages of the trace; see `tokens.shown`. */
export type MessageKind =
  'prompt' | 'load' | 'history' | 'resume' | 'stop' | 'hang-up' | 'wake-up' | 'attach' | 'reply';

/** What a connection is for. `load` is a page load; the report does not count it. */
export type ConnectionPurpose = 'load' | 'chat' | 'resume' | 'stop' | 'session';

/** By which way tokens came to the screen: as they were made, replayed after a break, or from the saved history. */
export type ShownVia = 'live' | 'replay' | 'history';

/** What a session record says. `output` carries tokens `from` to `to`. */
export type RecordKind = 'input' | 'run-start' | 'output' | 'stop' | 'run-end';

interface Fact<Type extends string> {
  readonly id: EventId;
  readonly atMs: VirtualMs;
  readonly lane: string;
  readonly actor: ActorName;
  readonly type: Type;
  readonly causedBy: EventId | null;
}

/** What people do. `scriptIndex` is the place in the scenario's script that it came from. */
export type PersonEvent =
  | (Fact<'surface.opened'> & { readonly scriptIndex: number })
  | (Fact<'surface.closed'> & { readonly scriptIndex: number })
  | (Fact<'surface.refreshed'> & { readonly scriptIndex: number })
  | (Fact<'surface.hidden'> & { readonly scriptIndex: number })
  | (Fact<'surface.shown'> & { readonly scriptIndex: number })
  | (Fact<'surface.slept'> & { readonly scriptIndex: number; readonly forMs: VirtualMs | null })
  | (Fact<'surface.woke'> & { readonly scriptIndex: number })
  | (Fact<'prompt.sent'> & { readonly scriptIndex: number; readonly turn: number; readonly text: string })
  /** `run` is the run that the person means: the newest one that was asked for and has not ended; `null` when there is none. */
  | (Fact<'stop.pressed'> & { readonly scriptIndex: number; readonly turn: number | null })
  /** An action that could not be taken, such as sending from a closed tab. */
  | (Fact<'action.ignored'> & { readonly scriptIndex: number; readonly verb: string; readonly reason: string });

/** What the network does. `actor` is the surface whose path is meant. */
export type NetworkEvent =
  | (Fact<'fault.began'> & { readonly scriptIndex: number; readonly how: DropForm; readonly forMs: VirtualMs | null })
  | (Fact<'fault.ended'> & { readonly scriptIndex: number; readonly how: DropForm })
  | (Fact<'connection.opening'> & { readonly connection: number; readonly purpose: ConnectionPurpose })
  | (Fact<'connection.opened'> & { readonly connection: number; readonly purpose: ConnectionPurpose })
  /** The surface's end is over: `end` a proper end of body or socket, `failed` an error, `hung-up` by the surface itself. */
  | (Fact<'connection.closed'> & {
      readonly connection: number;
      readonly purpose: ConnectionPurpose;
      readonly how: 'end' | 'failed' | 'hung-up';
      readonly reason: string;
    })
  /** The far end (server or session) learns that the surface has gone. `actor` is who learns it. */
  | (Fact<'connection.noticed'> & { readonly connection: number; readonly surface: ActorName; readonly reason: string })
  | (Fact<'message.sent'> & {
      readonly message: number;
      readonly kind: MessageKind;
      readonly to: ActorName;
      readonly connection: number | null;
    })
  | (Fact<'message.delivered'> & {
      readonly message: number;
      readonly kind: MessageKind;
      readonly from: ActorName;
      readonly connection: number | null;
    })
  | (Fact<'message.lost'> & {
      readonly message: number;
      readonly kind: MessageKind;
      readonly to: ActorName;
      readonly connection: number | null;
    })
  /** Tokens that were on their way to a surface and never arrive. `actor` is the surface. */
  | (Fact<'tokens.lost'> & {
      readonly run: number;
      readonly from: number;
      readonly to: number;
      readonly connection: number;
    });

/** What the agent does. */
export type AgentEvent =
  | (Fact<'run.started'> & { readonly run: number; readonly turn: number })
  | (Fact<'token.generated'> & { readonly run: number; readonly token: number })
  /** The abort reached the run; tail tokens may follow for the agent's `stopLagMs`. */
  | (Fact<'run.aborting'> & { readonly run: number })
  /** Nobody reads and nothing drains: the run stands still under back-pressure, for ever. */
  | (Fact<'run.stalled'> & { readonly run: number })
  | (Fact<'run.ended'> & { readonly run: number; readonly end: Exclude<RunEnd, 'running'>; readonly tokens: number });

/** What servers and the session layer do. */
export type ServerEvent =
  /** A stop, or a hang-up that came of one, reached a party that could act on it. `run` is the run that it acted on. */
  | (Fact<'stop.arrived'> & {
      readonly run: number | null;
      readonly outcome: 'applied' | 'kept' | 'nothing-to-stop' | 'not-wired';
    })
  /** The chat's active stream id was written (`run`) or cleared (`null`). */
  | (Fact<'stream-id.saved'> & { readonly run: number | null })
  | (Fact<'history.saved'> & { readonly run: number; readonly tokens: number; readonly whole: boolean })
  | (Fact<'record.appended'> & {
      readonly offset: number;
      readonly record: RecordKind;
      readonly run: number | null;
      readonly turn: number;
      readonly from: number;
      readonly to: number;
    });

/** What a surface shows. */
export type ScreenEvent =
  | (Fact<'status.changed'> & { readonly status: SurfaceStatus })
  /** The page's memory is gone; what was on the screen is not there any more. */
  | Fact<'screen.cleared'>
  /** Tokens `from` to `to` of `run` appear on the screen of `actor`, carried by `messages` messages. */
  | (Fact<'tokens.shown'> & {
      readonly run: number;
      readonly from: number;
      readonly to: number;
      readonly via: ShownVia;
      readonly messages: number;
      /** The session offset that the surface has read up to, `null` where there is no session. */
      readonly offset: number | null;
    });

/** A machine entered a state. `machine` is its id; `actor` whose machine it is; `run` set for machines of one run. */
export type MachineEvent = Fact<'state.entered'> & {
  readonly machine: string;
  readonly state: string;
  readonly run: number | null;
};

export type TraceEvent = PersonEvent | NetworkEvent | AgentEvent | ServerEvent | ScreenEvent | MachineEvent;

export type TraceEventType = TraceEvent['type'];

/** The trace of one lane, with what a reader needs to name it. */
export interface LaneTrace {
  /** Its name in this run: the lane's own, or the scenario's `as`. */
  readonly name: string;
  readonly lane: LaneName;
  readonly events: readonly TraceEvent[];
}
