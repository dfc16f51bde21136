/**
 * The trace: an append-only list of past facts, one list for each lane. Everything that is drawn,
 * counted or judged is read from it. `causedBy` names the event of the same lane that led to this
 * one, so that "why?" is a walk back to what a person or the network did.
 *
 * `id` is the event's index in its lane's trace, written `e87`. Tokens are numbered from 1 within
 * their answer, runs from 1 within their lane, connections from 1 within their lane. Two runs that
 * answer the same prompt number the same words alike, so that a word that is shown by both is doubled.
 */

import type { Fact } from './fact.ts';
import type { DropForm } from './fault.ts';
import type { LaneName } from './lane-name.ts';
import type { RunEnd, SurfaceStatus } from './surface-status.ts';
import type { VirtualMs } from './time.ts';
import type { WorldEvent } from './world-event.ts';

export type EventId = number;

/**
 * Who an event happened to: `agent` or the name of another agent, `server`, `session`, `proxy`,
 * `network`, or the name of a surface.
 */
export type ActorName = string;

/**
 * What a control message is for. Tokens are not messages of the trace; see `tokens.shown`. `finish` is
 * the terminal part of an answer, `nothing` says that there is none to resume.
 */
export type MessageKind =
  | 'prompt'
  | 'load'
  | 'history'
  | 'resume'
  | 'stop'
  | 'steer'
  | 'approval'
  | 'takeover'
  | 'hang-up'
  | 'wake-up'
  | 'attach'
  | 'finish'
  | 'nothing'
  | 'reply';

/** What a connection is for. `load` is a page load; the report does not count it. */
export type ConnectionPurpose = 'load' | 'chat' | 'resume' | 'stop' | 'approval' | 'session' | 'publish' | 'wake-up';

export type ApprovalAnswer = 'approve' | 'reject';

/** By which way tokens came to the screen: as they were made, replayed after a break, or from the saved history. */
export type ShownVia = 'live' | 'replay' | 'history';

/** What a session record says. `output` carries tokens `from` to `to`. */
export type RecordKind =
  | 'input'
  | 'run-start'
  | 'output'
  | 'step'
  | 'approval-request'
  | 'approve'
  | 'reject'
  | 'steer'
  | 'stop'
  | 'takeover'
  | 'run-end';

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
  /** Asks for the last answer again, after an error. */
  | (Fact<'retry.pressed'> & { readonly scriptIndex: number; readonly turn: number })
  | (Fact<'steer.sent'> & { readonly scriptIndex: number; readonly turn: number | null; readonly text: string })
  | (Fact<'approval.given'> & {
      readonly scriptIndex: number;
      readonly turn: number | null;
      readonly answer: ApprovalAnswer;
    })
  /** A person joins the conversation to take it over from the agent. */
  | (Fact<'person.joined'> & { readonly scriptIndex: number; readonly turn: number | null })
  /** An action that could not be taken, such as sending from a closed tab. */
  | (Fact<'action.ignored'> & { readonly scriptIndex: number; readonly verb: string; readonly reason: string });

/** What the network does. `actor` is the surface whose path is meant. */
export type NetworkEvent =
  | (Fact<'fault.began'> & { readonly scriptIndex: number; readonly how: DropForm; readonly forMs: VirtualMs | null })
  | (Fact<'fault.ended'> & { readonly scriptIndex: number; readonly how: DropForm })
  | (Fact<'connection.opening'> & { readonly connection: number; readonly purpose: ConnectionPurpose })
  /** The browser has no connection to spare: the request waits in silence. */
  | (Fact<'connection.waiting'> & { readonly connection: number; readonly purpose: ConnectionPurpose })
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

/** What an agent does. `actor` is the agent, `process` the process that it runs in. */
export type AgentEvent =
  | (Fact<'run.started'> & { readonly run: number; readonly turn: number; readonly process: number })
  /** Another process goes on with a run, from token `from`, under a new epoch. */
  | (Fact<'run.adopted'> & {
      readonly run: number;
      readonly epoch: number;
      readonly from: number;
      readonly process: number;
    })
  | (Fact<'token.generated'> & { readonly run: number; readonly token: number })
  /** A tool is called: nothing is written until it ends. `step` names the call within its answer. */
  | (Fact<'tool.started'> & {
      readonly run: number;
      readonly turn: number;
      readonly step: string;
      readonly tool: string;
    })
  /** Something happened in the world: a card was charged, a mail was sent. */
  | (Fact<'effect.applied'> & {
      readonly run: number;
      readonly turn: number;
      readonly step: string;
      readonly tool: string;
    })
  | (Fact<'tool.ended'> & { readonly run: number; readonly turn: number; readonly step: string; readonly tool: string })
  /** The run waits for a person's answer. */
  | (Fact<'approval.asked'> & { readonly run: number; readonly step: string; readonly approval: string })
  | (Fact<'approval.settled'> & { readonly run: number; readonly step: string; readonly answer: ApprovalAnswer })
  /** The run took the person's words in. */
  | (Fact<'steer.consumed'> & { readonly run: number })
  /** The abort reached the run; tail tokens may follow for the agent's `stopLagMs`. */
  | (Fact<'run.aborting'> & { readonly run: number })
  /** Nobody reads and nothing drains: the run stands still under back-pressure, for ever. */
  | (Fact<'run.stalled'> & { readonly run: number })
  | (Fact<'run.ended'> & { readonly run: number; readonly end: Exclude<RunEnd, 'running'>; readonly tokens: number });

/** What servers and the session layer do. */
export type ServerEvent =
  /** A steer reached a party that could act on it. */
  | (Fact<'steer.arrived'> & { readonly run: number | null; readonly outcome: 'kept' | 'too-late' })
  /** An approval reached a party that could act on it; the first one for a step wins. */
  | (Fact<'approval.arrived'> & {
      readonly run: number | null;
      readonly answer: ApprovalAnswer;
      readonly outcome: 'applied' | 'too-late';
    })
  /** The session refused a write: its epoch is stale, it was there already, or its sender may not. `isTold`: the sender hears of it. */
  | (Fact<'write.refused'> & {
      readonly run: number | null;
      readonly writer: ActorName;
      readonly reason: 'fenced' | 'duplicate' | 'not-allowed';
      readonly isTold: boolean;
    })
  /** A write under a stale epoch, or a stop without permission, was taken all the same. */
  | (Fact<'write.usurped'> & { readonly run: number | null; readonly writer: ActorName })
  /** The session dropped live records for a slow reader, which has to fetch the state again. */
  | (Fact<'continuity.lost'> & { readonly surface: ActorName; readonly offset: number })
  /** Records before `before` are past their retention. */
  | (Fact<'records.expired'> & { readonly before: number })
  | (Fact<'presence.changed'> & { readonly who: ActorName; readonly isPresent: boolean })
  /** A stop, or a hang-up that came of one, reached a party that could act on it. `run` is the run that it acted on. */
  | (Fact<'stop.arrived'> & {
      readonly run: number | null;
      readonly outcome: 'applied' | 'kept' | 'nothing-to-stop' | 'not-wired' | 'elsewhere' | 'not-allowed';
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
      readonly epoch: number;
    });

/** What a surface shows, and what its page has been told. */
export type ScreenEvent =
  | (Fact<'status.changed'> & { readonly status: SurfaceStatus })
  /** The page's memory is gone; what was on the screen is not there any more. */
  | Fact<'screen.cleared'>
  /** The page takes what it shows of a run off the screen, since another one takes its place. */
  | (Fact<'answer.discarded'> & { readonly run: number })
  /** The page was told that a run began, or how it ended. */
  | (Fact<'run.learned'> & {
      readonly run: number;
      readonly what: 'began' | 'ended';
      readonly end: Exclude<RunEnd, 'running'> | null;
    })
  /** The question for an approval appears, or goes away. */
  | (Fact<'approval.shown'> & { readonly run: number; readonly isShown: boolean })
  /** The page was told that somebody came or went. */
  | (Fact<'presence.learned'> & { readonly who: ActorName; readonly isPresent: boolean })
  /** A catch-up arrived: tokens `from` to `to`, in `parts` framed pieces, whether they were on the screen or not. */
  | (Fact<'catch-up.received'> & {
      readonly run: number;
      readonly from: number;
      readonly to: number;
      readonly parts: number;
    })
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

export type TraceEvent =
  PersonEvent | WorldEvent | NetworkEvent | AgentEvent | ServerEvent | ScreenEvent | MachineEvent;

export type TraceEventType = TraceEvent['type'];

/** The trace of one lane, with what a reader needs to name it. */
export interface LaneTrace {
  /** Its name in this run: the lane's own, or the scenario's `as`. */
  readonly name: string;
  readonly lane: LaneName;
  /** How the lane is called on the page, and what it is in one line. */
  readonly title: string;
  readonly subtitle: string;
  readonly events: readonly TraceEvent[];
}
