/**
 * What travels between a surface and the far end (the product's server, or the session layer), as
 * plain records. Tokens ride in packets and cost no machine transition.
 */

import { assertNever } from '../../base/assert.ts';
import type { RunEnd } from '../../protocol/surface-status.ts';
import type { ApprovalAnswer, EventId, MessageKind, RecordKind, ShownVia } from '../../protocol/trace-event.ts';

/** An entry of a session's log, or of what a surface publishes to it. Offsets count from 0. */
export interface SessionRecord {
  readonly offset: number;
  readonly record: RecordKind;
  readonly turn: number;
  readonly run: number | null;
  readonly from: number;
  readonly to: number;
  readonly end: Exclude<RunEnd, 'running'> | null;
  /** Who wrote it: an agent, or a surface. */
  readonly writer: string;
  /** The writer's epoch, 0 where it has none. */
  readonly epoch: number;
  /** The step, approval or words that a record of its kind is about, empty for the others. */
  readonly about: string;
}

/** What a page finds when it loads: the answers that the product's database has. */
export interface SavedAnswer {
  readonly turn: number;
  readonly run: number;
  readonly tokens: number;
  /** Was it saved as finished? A part that was saved at a cut does not say that it is one. */
  readonly isWhole: boolean;
}

/** What a surface can publish, or post to an endpoint. */
export type PublishKind = 'input' | 'stop' | 'steer' | 'approve' | 'reject' | 'takeover';

export type ToServerPacket =
  | { readonly kind: 'load' }
  | { readonly kind: 'prompt'; readonly turn: number }
  /** `after` is how many tokens the surface has of the answer to `turn`; 0 asks for everything. */
  | { readonly kind: 'resume'; readonly after: number; readonly turn?: number }
  | { readonly kind: 'stop'; readonly turn: number | null; readonly run: number | null }
  /** A person's answer to the question of a run. */
  | { readonly kind: 'approval'; readonly run: number; readonly answer: ApprovalAnswer }
  /** A call that wakes the agent for a prompt that is in the log. */
  | { readonly kind: 'wake-up'; readonly turn: number }
  /** Asks once for the accumulated state. */
  | { readonly kind: 'read' }
  /** Asks for what comes after `after`, and, unless it is the first, `waits` for it (long poll). */
  | { readonly kind: 'poll'; readonly after: number | null; readonly awayMs: number; readonly waits: boolean }
  /**
   * Asks to be told of what comes, and how to catch up before that: `resume` after the last offset
   * read (or what the session counts as read), `from` that offset whatever the session counts,
   * `state` by the accumulated state, `now` not at all.
   */
  | {
      readonly kind: 'attach';
      readonly catchUp: 'resume' | 'from' | 'state' | 'now';
      readonly after: number | null;
      readonly awayMs: number;
    }
  | {
      readonly kind: 'publish';
      readonly record: PublishKind;
      readonly turn: number;
      readonly run: number | null;
      /** The act that it comes from: the same in each repeat, another one in the next publication. */
      readonly act: EventId;
    }
  | { readonly kind: 'hang-up' };

export type ToSurfacePacket =
  | { readonly kind: 'history'; readonly answers: readonly SavedAnswer[]; readonly turns: number }
  | {
      readonly kind: 'tokens';
      readonly run: number;
      readonly from: number;
      readonly to: number;
      readonly via: ShownVia;
      readonly offset: number | null;
    }
  /** A tool is called, or is done. */
  | { readonly kind: 'tool'; readonly run: number; readonly step: string; readonly isOver: boolean }
  /** The run asks a person, or has its answer. */
  | { readonly kind: 'approval-request'; readonly run: number; readonly step: string; readonly isOpen: boolean }
  /** The terminal part, and the proper end of the body with it. */
  | { readonly kind: 'finish'; readonly run: number; readonly end: Exclude<RunEnd, 'running'> }
  /** A 204: nothing to resume. The response ends with it. */
  | { readonly kind: 'no-content' }
  /** Any other short answer that ends the request. */
  | { readonly kind: 'ok' }
  /** The reader has everything up to and including the offset `upTo` with this. */
  | {
      readonly kind: 'attached';
      readonly catchUp: 'records' | 'state';
      readonly records: readonly SessionRecord[];
      readonly upTo: number | null;
    }
  | { readonly kind: 'records'; readonly records: readonly SessionRecord[]; readonly via: ShownVia }
  | {
      readonly kind: 'published';
      readonly record: PublishKind;
      readonly turn: number;
      readonly run: number | null;
      readonly act: EventId;
      readonly isRefused: boolean;
    }
  /** Live records were dropped: what comes next has a hole before it. */
  | { readonly kind: 'continuity-lost' }
  | { readonly kind: 'presence'; readonly who: string; readonly isPresent: boolean }
  | { readonly kind: 'heartbeat' }
  /** A request that could not be served; the response ends with it. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** A page that a proxy puts in the place of an answer. */
  | { readonly kind: 'error-page'; readonly reason: string }
  /** The far end died, or refused the connection: not a packet of the application but of the transport. */
  | { readonly kind: 'reset'; readonly reason: string };

export type Packet = ToServerPacket | ToSurfacePacket;

const PUBLISHED_AS: Readonly<Record<PublishKind, MessageKind>> = {
  input: 'prompt',
  stop: 'stop',
  steer: 'steer',
  approve: 'approval',
  reject: 'approval',
  takeover: 'takeover',
};

/** The name of a packet in the trace; `null` for those that the trace tells in another way. */
export function messageKindOf(packet: Packet): MessageKind | null {
  switch (packet.kind) {
    case 'load':
    case 'history':
    case 'prompt':
    case 'resume':
    case 'stop':
    case 'approval':
    case 'wake-up':
    case 'attach':
    case 'hang-up':
    case 'finish':
      return packet.kind;
    case 'read':
    case 'poll':
      return 'attach';
    case 'publish':
      return PUBLISHED_AS[packet.record];
    case 'no-content':
      return 'nothing';
    case 'tool':
    case 'approval-request':
    case 'ok':
    case 'attached':
    case 'published':
    case 'continuity-lost':
    case 'presence':
    case 'heartbeat':
    case 'failed':
    case 'error-page':
      return 'reply';
    case 'records':
      return packet.records.every((record) => record.record === 'output') ? null : 'reply';
    case 'tokens':
    case 'reset':
      return null;
    default:
      return assertNever(packet);
  }
}

/** What one word and its frame take on the wire, as measured (W replay.resumableStream: 1,226 bytes for 21 words). */
const BYTES_OF_A_WORD = 58;

/** How much of a proxy's buffer a packet fills, in bytes; what carries no words counts as one. */
export function bufferedBytes(packet: Packet): number {
  if (packet.kind === 'tokens') return BYTES_OF_A_WORD * wordsIn(packet);
  if (packet.kind !== 'records' && packet.kind !== 'attached') return BYTES_OF_A_WORD;
  return packet.records.reduce((sum, record) => sum + BYTES_OF_A_WORD * wordsIn(record), 0);
}

function wordsIn({ from, to }: { readonly from: number; readonly to: number }): number {
  return Math.max(1, to - from + 1);
}
