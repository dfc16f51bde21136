/**
 * What a lane used: messages, bytes, time, connections. Read from its trace in one pass, and the
 * base of its bill.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { MessageKind, TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneCosts } from '../lanes/lane.ts';
import { createMeter } from './connection-meter.ts';
import type { EventOf } from './event-of.ts';
import { measureWords } from './word-bytes.ts';

export interface Usage {
  messages: number;
  published: number;
  bytes: number;
  logBytes: number;
  effects: number;
  /** From the first prompt to the first word on the surface that sent it. */
  firstTokenMs: VirtualMs | null;
  /** The median over words shown as they were made, from making to showing. */
  lagMs: VirtualMs | null;
  /** Time for which connections to the session layer were open, summed, and time for which the session was in use. */
  connectionMs: VirtualMs;
  channelMs: VirtualMs;
}

interface RunUse {
  readonly agent: string;
  readonly turn: number;
  /** When word k was last made, at index k - 1. */
  readonly madeAtMs: VirtualMs[];
}

export function measureUsage(scenario: CompiledScenario, events: readonly TraceEvent[], costs: LaneCosts): Usage {
  const bytesOf = measureWords([scenario.agent, ...scenario.agents]);
  const runs = new Map<number, RunUse>();
  const lags: VirtualMs[] = [];
  const meter = createMeter();
  let first: EventOf<'prompt.sent'> | null = null;
  const usage: Usage = {
    messages: 0,
    published: 0,
    bytes: 0,
    logBytes: 0,
    effects: 0,
    firstTokenMs: null,
    lagMs: null,
    connectionMs: 0,
    channelMs: 0,
  };
  const sizeOf = (run: number, from: number, to: number, pieces: number): number =>
    bytesOf(runs.get(run)?.agent ?? '', from, to) + pieces * costs.frameBytes;
  for (const event of events) {
    switch (event.type) {
      case 'prompt.sent':
        first ??= event;
        break;
      case 'run.started':
        runs.set(event.run, { agent: event.actor, turn: event.turn, madeAtMs: [] });
        meter.note(event);
        break;
      case 'token.generated': {
        const run = runs.get(event.run);
        if (run !== undefined) run.madeAtMs[event.token - 1] = event.atMs;
        break;
      }
      case 'tokens.shown': {
        usage.messages += event.messages;
        const run = runs.get(event.run);
        if (first !== null && usage.firstTokenMs === null && run?.turn === first.turn && event.actor === first.actor)
          usage.firstTokenMs = event.atMs - first.atMs;
        if (event.via !== 'live' || run === undefined) break;
        usage.bytes += sizeOf(event.run, event.from, event.to, event.messages);
        for (let token = event.from; token <= event.to; token += 1)
          lags.push(event.atMs - (run.madeAtMs[token - 1] ?? event.atMs));
        break;
      }
      case 'catch-up.received':
        usage.bytes += sizeOf(event.run, event.from, event.to, event.parts);
        break;
      case 'message.sent':
        if (isControl(event.kind)) usage.published += 1;
        break;
      case 'message.delivered':
        if (isControl(event.kind)) usage.messages += 1;
        break;
      case 'record.appended':
        if (!isPublishOfMessage(events, event)) usage.published += 1;
        if (event.record === 'output' && event.run !== null)
          usage.logBytes += sizeOf(event.run, event.from, event.to, 1);
        break;
      case 'effect.applied':
        usage.effects += 1;
        break;
      case 'connection.opened':
      case 'connection.closed':
      case 'connection.noticed':
      case 'run.adopted':
      case 'run.ended':
        meter.note(event);
        break;
      default:
        break;
    }
  }
  usage.lagMs = medianOf(lags);
  return Object.assign(usage, meter.readAt(scenario.horizonMs));
}

/** A page load and its answer are the page’s, and the closing of a connection is not a message. */
function isControl(kind: MessageKind): boolean {
  return kind !== 'load' && kind !== 'history' && kind !== 'hang-up';
}

/** A record that a message from a surface became was counted when that was sent. */
function isPublishOfMessage(events: readonly TraceEvent[], { causedBy }: EventOf<'record.appended'>): boolean {
  return causedBy !== null && events[causedBy]?.type === 'message.delivered';
}

/** The lower median: a whole number of milliseconds. */
function medianOf(values: readonly VirtualMs[]): VirtualMs | null {
  return Int32Array.from(values).sort()[Math.floor((values.length - 1) / 2)] ?? null;
}
