/**
 * What travels between a surface and the far end (the product's server, or the session layer), as
 * plain records. Tokens ride in packets and cost no machine transition.
 */

import type { RunEnd } from '../../protocol/surface-status.ts';
import type { MessageKind, RecordKind, ShownVia } from '../../protocol/trace-event.ts';

/** An entry of a session's log, or of what a surface publishes to it. Offsets count from 0. */
export interface SessionRecord {
  readonly offset: number;
  readonly record: RecordKind;
  readonly turn: number;
  readonly run: number | null;
  readonly from: number;
  readonly to: number;
  readonly end: Exclude<RunEnd, 'running'> | null;
}

/** What a page finds when it loads: the answers that the product's database has. */
export interface SavedAnswer {
  readonly turn: number;
  readonly run: number;
  readonly tokens: number;
}

export type ToServerPacket =
  | { readonly kind: 'load' }
  | { readonly kind: 'prompt'; readonly turn: number }
  /** `after` is how many tokens of the run the surface has; 0 asks for everything. */
  | { readonly kind: 'resume'; readonly after: number }
  | { readonly kind: 'stop'; readonly turn: number | null; readonly run: number | null }
  /** `after` is the last offset that the surface has read, `null` for a fresh page. */
  | { readonly kind: 'attach'; readonly after: number | null; readonly awayMs: number }
  | { readonly kind: 'publish'; readonly record: 'input' | 'stop'; readonly turn: number }
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
  /** The terminal part, and the proper end of the body with it. */
  | { readonly kind: 'finish'; readonly run: number }
  /** A 204: nothing to resume. The response ends with it. */
  | { readonly kind: 'no-content' }
  /** Any other short answer that ends the request. */
  | { readonly kind: 'ok' }
  | { readonly kind: 'attached'; readonly catchUp: 'records' | 'state'; readonly records: readonly SessionRecord[] }
  | { readonly kind: 'records'; readonly records: readonly SessionRecord[]; readonly via: ShownVia }
  | { readonly kind: 'published'; readonly record: 'input' | 'stop'; readonly turn: number }
  | { readonly kind: 'heartbeat' };

export type Packet = ToServerPacket | ToSurfacePacket;

/** The name of a packet in the trace; `null` for those that the trace tells in another way. */
export function messageKindOf(packet: Packet): MessageKind | null {
  switch (packet.kind) {
    case 'load':
    case 'history':
    case 'prompt':
    case 'resume':
    case 'stop':
    case 'attach':
    case 'hang-up':
      return packet.kind;
    case 'publish':
      return packet.record === 'input' ? 'prompt' : 'stop';
    case 'finish':
    case 'no-content':
    case 'ok':
    case 'attached':
    case 'published':
    case 'heartbeat':
      return 'reply';
    case 'records':
      return packet.records.every((record) => record.record === 'output') ? null : 'reply';
    case 'tokens':
      return null;
  }
}
