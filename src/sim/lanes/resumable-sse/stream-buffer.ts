/**
 * What was written of one stream, in the order in which it was written, and what a resume is given
 * of it. The place in it is counted in tokens, one event of the wire each; several runs may share it.
 */

import type { RunEnd } from '../../../protocol/surface-status.ts';
import type { VirtualMs } from '../../../protocol/time.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';

export type TokensPacket = Extract<ToSurfacePacket, { readonly kind: 'tokens' }>;

/** Tokens of one run that stand together. */
interface Segment {
  readonly run: number;
  readonly from: number;
  to: number;
}

/** One response that is buffered: that of all runs of a turn which began with one request. */
export interface BufferedStream {
  /** The run of the first agent, through which the others are relayed. */
  readonly id: number;
  readonly turn: number;
  /** The process that makes it. */
  readonly process: number;
  readonly runs: readonly number[];
  readonly segments: Segment[];
  /** Tokens written so far. */
  length: number;
  lastWriteAtMs: VirtualMs;
  /** What the other agents wrote while the first one was quiet. */
  readonly waiting: ToSurfacePacket[];
  /** The newest question of each run, and whether it is open. */
  readonly questions: Map<number, { readonly step: string; readonly isOpen: boolean }>;
  end: RunEnd;
  /** Is it still where it was kept? */
  hasBuffer: boolean;
}

export function createStream(
  id: number,
  turn: number,
  process: number,
  runs: readonly number[],
  nowMs: VirtualMs,
): BufferedStream {
  return {
    id,
    turn,
    process,
    runs,
    segments: [],
    length: 0,
    lastWriteAtMs: nowMs,
    waiting: [],
    questions: new Map(),
    end: 'running',
    hasBuffer: true,
  };
}

/** Writes a packet into the buffer; what is not a token or a question leaves nothing to be replayed. */
export function keep(stream: BufferedStream, packet: ToSurfacePacket, nowMs: VirtualMs): void {
  stream.lastWriteAtMs = nowMs;
  if (packet.kind === 'approval-request') {
    stream.questions.set(packet.run, { step: packet.step, isOpen: packet.isOpen });
  } else if (packet.kind === 'tokens') {
    const { run, from, to } = packet;
    const last = stream.segments.at(-1);
    if (last !== undefined && last.run === run && last.to === from - 1) last.to = to;
    else stream.segments.push({ run, from, to });
    stream.length += to - from + 1;
  }
}

/** What a resume is given that has `after` tokens of the stream already, then its questions as they stand. */
export function replayOf(stream: BufferedStream, after: number): readonly ToSurfacePacket[] {
  let written = 0;
  const tokens = stream.segments.flatMap(({ run, from, to }): readonly ToSurfacePacket[] => {
    const first = from + Math.max(0, after - written);
    written += to - from + 1;
    return first > to ? [] : [{ kind: 'tokens', run, from: first, to, via: 'replay', offset: written }];
  });
  const questions = [...stream.questions].map(([run, { step, isOpen }]): ToSurfacePacket => ({
    kind: 'approval-request',
    run,
    step,
    isOpen,
  }));
  return [...tokens, ...questions];
}

/** The part of a packet just written that lies beyond the first `after` tokens of the stream; `null` when none does. */
export function beyond(stream: BufferedStream, packet: ToSurfacePacket, after: number): ToSurfacePacket | null {
  if (packet.kind !== 'tokens') return packet;
  const from = Math.max(packet.from, packet.to - (stream.length - after) + 1);
  if (from > packet.to) return null;
  return from === packet.from ? packet : { ...packet, from };
}

/** Puts a packet behind those that wait; tokens that follow one another become one packet. */
export function hold(stream: BufferedStream, packet: ToSurfacePacket): void {
  const last = stream.waiting.at(-1);
  const follows =
    packet.kind === 'tokens' && last?.kind === 'tokens' && last.run === packet.run && last.to === packet.from - 1;
  if (follows) stream.waiting[stream.waiting.length - 1] = { ...packet, from: last.from };
  else stream.waiting.push(packet);
}
