/**
 * The session's log: records with offsets, each taken once. It knows neither the agents' connections
 * nor what a run is for, only who may write what. Sources: `model.md`, durable-session; F2.7, F2.8;
 * W idempotent producers, agent restart and epochs.
 */

import type { VirtualMs } from '../../../protocol/time.ts';
import type { EventId } from '../../../protocol/trace-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { PublishKind, SessionRecord, ToServerPacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import { blankRecord } from './session-write.ts';
import type { SessionWrite } from './session-write.ts';

type PublishPacket = Extract<ToServerPacket, { readonly kind: 'publish' }>;

interface Producer {
  epoch: number;
  /** The last output taken in this epoch, -1 before the first. */
  seq: number;
  atMs: VirtualMs;
}

interface LoggedRun {
  /** The last token in the log. */
  tokens: number;
  readonly steps: Set<string>;
  wroteAtMs: VirtualMs;
  isOver: boolean;
  readonly producer: string;
}

export interface SessionLogState {
  /** Every record there ever was, by offset; those past their retention are not given out any more. */
  readonly records: SessionRecord[];
  /** When each was taken. */
  readonly times: VirtualMs[];
  /** What surfaces published, so that a repeated publish changes nothing. */
  readonly published: Set<string>;
  readonly producers: Map<string, Producer>;
  readonly runs: Map<number, LoggedRun>;
  /** Records before this offset are past their retention, as far as was noticed. */
  expired: number;
}

export class SessionLog {
  readonly #world: LaneWorld;
  readonly #state: SessionLogState;
  readonly #options: DurableOptions;
  readonly #onAppended: (record: SessionRecord) => void;

  constructor(
    world: LaneWorld,
    state: SessionLogState,
    options: DurableOptions,
    onAppended: (record: SessionRecord) => void,
  ) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
    this.#onAppended = onAppended;
  }

  /** The offset that the next record will have. */
  get tail(): number {
    return this.#state.records.length;
  }

  /** The records from `offset` on that are still kept. */
  since(offset: number): readonly SessionRecord[] {
    return this.#state.records.slice(Math.max(offset, this.oldest()));
  }

  /** The oldest offset that is still kept. */
  oldest(): number {
    const { times } = this.#state;
    const limitMs = this.#world.kernel.nowMs - this.#options.retentionMs;
    let oldest = this.#state.expired;
    while (oldest < times.length && (times[oldest] ?? 0) < limitMs) oldest += 1;
    if (oldest > this.#state.expired) {
      this.#state.expired = oldest;
      this.#world.kernel.record({ type: 'records.expired', actor: 'session', before: oldest });
    }
    return oldest;
  }

  /** What the log has of a run, for one who goes on with it. */
  progressOf(run: number): { readonly tokens: number; readonly steps: ReadonlySet<string> } {
    return this.#state.runs.get(run) ?? { tokens: 0, steps: new Set() };
  }

  isOver(run: number): boolean {
    return this.#state.runs.get(run)?.isOver ?? false;
  }

  /** What a surface publishes; input is durable before anybody is woken. Returns whether it was refused for all to see. */
  publish(connection: Connection, { record: kind, turn, run, act }: PublishPacket): boolean {
    const { kernel, surfaces } = this.#world;
    const { surface: writer } = connection;
    if (kind === 'stop' && !surfaces.get(writer).mayStop) {
      const isTold = this.#options.rejections === 'told';
      kernel.record({ type: 'write.refused', actor: 'session', run, writer, reason: 'not-allowed', isTold });
      return isTold;
    }
    const id = publicationKey(writer, kind, turn, run, act);
    if (this.#state.published.has(id)) return false;
    this.#state.published.add(id);
    this.append(blankRecord(kind, turn, run, writer));
    const event: SessionEvent = { type: 'agent.receives', record: kind, turn, run };
    kernel.schedule(this.#options.sessionHopMs, 'delivery', { kind: 'lane', event });
    return false;
  }

  /** What an agent writes: taken once, and only from the newest epoch of its producer. */
  write(write: SessionWrite): void {
    const { kernel } = this.#world;
    const { record, producer } = write;
    const known = this.#state.producers.get(producer) ?? { epoch: record.epoch, seq: -1, atMs: kernel.nowMs };
    this.#state.producers.set(producer, known);
    if (record.epoch < known.epoch) {
      if (this.#options.fencing) return this.#fence(write);
      kernel.record({ type: 'write.usurped', actor: 'session', run: record.run, writer: record.writer });
    } else if (record.epoch > known.epoch) {
      Object.assign(known, { epoch: record.epoch, seq: -1 });
    }
    if (write.seq !== null && record.epoch === known.epoch) {
      const isRemembered = kernel.nowMs - known.atMs <= this.#options.idempotenceWindowMs;
      if (write.seq <= known.seq && isRemembered) return this.#refuse(write, 'duplicate');
      Object.assign(known, { seq: write.seq, atMs: kernel.nowMs });
    }
    this.#noteRun(write);
    this.append(record);
  }

  /** Appends a record and hands it to everyone who reads. */
  append(entry: Omit<SessionRecord, 'offset'>): void {
    const { kernel } = this.#world;
    const record: SessionRecord = { ...entry, offset: this.tail };
    this.#state.records.push(record);
    this.#state.times.push(kernel.nowMs);
    const { offset, record: kind, run, turn, from, to, epoch } = record;
    const fact = {
      type: 'record.appended',
      actor: 'session',
      offset,
      record: kind,
      run,
      turn,
      from,
      to,
      epoch,
    } as const;
    kernel.because(kernel.record(fact), () => this.#onAppended(record));
  }

  /** Ends a run that nobody has written to for too long, and fences whoever comes back to it. */
  reap(run: number): void {
    const logged = this.#state.runs.get(run);
    if (logged === undefined || logged.isOver) return;
    const quietMs = this.#world.kernel.nowMs - logged.wroteAtMs;
    if (quietMs < this.#options.reaperMs) return this.#watch(run, this.#options.reaperMs - quietMs);
    logged.isOver = true;
    const producer = this.#state.producers.get(logged.producer);
    if (producer !== undefined) Object.assign(producer, { epoch: producer.epoch + 1, seq: -1 });
    const turn = this.#state.records.find((record) => record.run === run)?.turn ?? 0;
    this.append({ ...blankRecord('run-end', turn, run, 'session'), end: 'crashed', about: 'reaped' });
  }

  #noteRun({ record, producer }: SessionWrite): void {
    const { run } = record;
    if (run === null) return;
    const { nowMs } = this.#world.kernel;
    let logged = this.#state.runs.get(run);
    if (logged === undefined) {
      logged = { tokens: 0, steps: new Set(), wroteAtMs: nowMs, isOver: false, producer };
      this.#state.runs.set(run, logged);
      if (this.#options.reaperMs > 0) this.#watch(run, this.#options.reaperMs);
    }
    logged.wroteAtMs = nowMs;
    if (record.record === 'output') logged.tokens = Math.max(logged.tokens, record.to);
    if (record.record === 'step') logged.steps.add(record.about);
    if (record.record === 'run-end') logged.isOver = true;
  }

  #watch(run: number, delayMs: VirtualMs): void {
    const event: SessionEvent = { type: 'reaper.due', run };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #fence(write: SessionWrite): void {
    this.#refuse(write, 'fenced');
    const { run } = write.record;
    if (run === null) return;
    const event: SessionEvent = { type: 'agent.fenced', run, attempt: write.attempt };
    this.#world.kernel.schedule(this.#options.sessionHopMs, 'delivery', { kind: 'lane', event });
  }

  #refuse({ record }: SessionWrite, reason: 'fenced' | 'duplicate'): void {
    const { run, writer } = record;
    this.#world.kernel.record({ type: 'write.refused', actor: 'session', run, writer, reason, isTold: true });
  }
}

/**
 * What a repeated publish has in common with the first. One prompt is one input, whoever sends it again, and
 * one surface stops an answer once; of everything else each act counts: a run can ask twice and be steered twice.
 */
function publicationKey(writer: string, kind: PublishKind, turn: number, run: number | null, act: EventId): string {
  if (kind === 'input') return `${kind}/${turn}`;
  return kind === 'stop' ? `${kind}/${turn}/${String(run)}/${writer}` : `${kind}/${act}`;
}
