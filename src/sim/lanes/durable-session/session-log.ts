/**
 * The session layer: a log with offsets, and those who read it. It knows neither the agent's
 * connection nor what a run is for. Sources: `model.md`, durable-session; F2.7, F2.8.
 */

import type { DurableOptions } from './durable-options.ts';
import type { Connection } from '../../network/connection.ts';
import type { SessionRecord, ToServerPacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { SessionEvent } from './session-event.ts';

export interface SessionLogState {
  readonly records: SessionRecord[];
  /** Who reads: connection to the time of the last packet sent to it. */
  readonly subscribers: Map<number, number>;
  /** Inputs and stops that are in the log already, so that a repeated publish changes nothing. */
  readonly published: Set<string>;
}

export class SessionLog {
  readonly #world: LaneWorld;
  readonly #state: SessionLogState;
  readonly #options: DurableOptions;

  constructor(world: LaneWorld, state: SessionLogState, options: DurableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  onPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    if (packet.kind === 'load') network.respond(connection, { kind: 'history', ...history.read() });
    else if (packet.kind === 'attach') this.#attach(connection, packet.after, packet.awayMs);
    else if (packet.kind === 'publish' && (packet.record === 'input' || packet.record === 'stop'))
      this.#publish(connection, packet.record, packet.turn);
  }

  onReaderGone(connection: number): void {
    this.#state.subscribers.delete(connection);
  }

  /** Appends a record and hands it to everyone who reads. */
  append(entry: Omit<SessionRecord, 'offset'>): void {
    const { kernel, network } = this.#world;
    const record: SessionRecord = { ...entry, offset: this.#state.records.length };
    this.#state.records.push(record);
    const { offset, run, turn, from, to, epoch } = record;
    const appended = kernel.record({
      type: 'record.appended',
      actor: 'session',
      offset,
      record: record.record,
      run,
      turn,
      from,
      to,
      epoch,
    });
    kernel.because(appended, () => {
      for (const id of this.#state.subscribers.keys()) {
        const reader = network.connection(id);
        if (reader !== undefined) this.#send(reader, [record], 'live');
      }
    });
  }

  /** A quiet connection gets a sign of life. */
  beat(id: number): void {
    const { kernel, network } = this.#world;
    const sentAtMs = this.#state.subscribers.get(id);
    const reader = network.connection(id);
    if (sentAtMs === undefined || reader === undefined) return;
    const quietMs = kernel.nowMs - sentAtMs;
    if (quietMs >= this.#options.heartbeatMs) {
      network.sendToSurface(reader, { kind: 'heartbeat' });
      this.#state.subscribers.set(id, kernel.nowMs);
    }
    this.#scheduleBeat(
      id,
      quietMs >= this.#options.heartbeatMs ? this.#options.heartbeatMs : this.#options.heartbeatMs - quietMs,
    );
  }

  /** Subscribes first, then sends what was missed up to this moment: no record falls between the two. */
  #attach(connection: Connection, after: number | null, awayMs: number): void {
    const { kernel, network } = this.#world;
    for (const id of this.#state.subscribers.keys()) {
      const other = network.connection(id);
      if (other === undefined || other.surface !== connection.surface) continue;
      this.#state.subscribers.delete(id);
      network.abandon(other);
    }
    this.#state.subscribers.set(connection.id, kernel.nowMs);
    this.#scheduleBeat(connection.id, this.#options.heartbeatMs);
    const resumes = after !== null && awayMs <= this.#options.resumeWindowMs;
    if (!resumes) {
      network.sendToSurface(connection, {
        kind: 'attached',
        catchUp: 'state',
        records: accumulate(this.#state.records),
      });
      return;
    }
    network.sendToSurface(connection, { kind: 'attached', catchUp: 'records', records: [] });
    for (const record of this.#state.records.slice(after + 1)) this.#send(connection, [record], 'replay');
  }

  /** Input is durable before the agent is woken. */
  #publish(connection: Connection, record: 'input' | 'stop', turn: number): void {
    const { kernel, network } = this.#world;
    const id = `${record}/${turn}`;
    if (!this.#state.published.has(id)) {
      this.#state.published.add(id);
      this.append({
        record,
        turn,
        run: null,
        from: 0,
        to: 0,
        end: null,
        writer: connection.surface,
        epoch: 0,
        about: '',
      });
      const event: SessionEvent = { type: 'agent.receives', record, turn };
      kernel.schedule(this.#options.sessionHopMs, 'delivery', { kind: 'lane', event });
    }
    network.sendToSurface(connection, { kind: 'published', record, turn, isRefused: false });
  }

  #send(reader: Connection, records: readonly SessionRecord[], via: 'live' | 'replay'): void {
    this.#state.subscribers.set(reader.id, this.#world.kernel.nowMs);
    this.#world.network.sendToSurface(reader, { kind: 'records', records, via });
  }

  #scheduleBeat(connection: number, delayMs: number): void {
    const event: SessionEvent = { type: 'heartbeat.due', connection };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }
}

/** The state of the conversation as one update: each run's output as a single record, at its last offset. */
function accumulate(records: readonly SessionRecord[]): readonly SessionRecord[] {
  const merged: SessionRecord[] = [];
  for (const record of records) {
    const at = merged.findIndex((other) => other.record === 'output' && other.run === record.run);
    const before = merged[at];
    if (record.record !== 'output' || before === undefined) merged.push(record);
    else merged[at] = { ...before, offset: record.offset, to: record.to };
  }
  return merged;
}
