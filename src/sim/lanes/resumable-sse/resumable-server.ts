/**
 * The server's side of the resumable lane: buffered streams, the chat's active stream id, and what
 * becomes of both when a process dies. What surfaces ask of it is in `resumable-requests.ts`.
 * Source: `model.md`, resumable-sse; F2.4.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { Connection } from '../../network/connection.ts';
import type { LaneWorld } from '../lane.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { ServerState } from './resumable-state.ts';
import { resumableStreamMachine } from './resumable-stream.machine.ts';
import type { ResumableStreamEffect, ResumableStreamEvent, ResumableStreamInput } from './resumable-stream.machine.ts';
import { createStream } from './stream-buffer.ts';
import type { BufferedStream } from './stream-buffer.ts';
import type { StreamRelay } from './stream-relay.ts';

const keyOf = ({ id }: BufferedStream): string => `stream:${id}`;

export class ResumableServer {
  readonly #world: LaneWorld;
  readonly #state: ServerState;
  readonly #options: ResumableOptions;
  readonly #relay: StreamRelay;

  constructor(world: LaneWorld, state: ServerState, options: ResumableOptions, relay: StreamRelay) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
    this.#relay = relay;
  }

  stream(id: number): BufferedStream {
    return assertPresent(this.#state.streams.get(id), `there is no stream ${id}`);
  }

  /** The stream behind the saved id. */
  active(): BufferedStream | null {
    return this.#state.active === null ? null : this.stream(this.#state.active);
  }

  /** The newest stream for a prompt that can still be had. */
  ofTurn(turn: number): BufferedStream | null {
    return [...this.#state.streams.values()].findLast((stream) => stream.turn === turn && stream.hasBuffer) ?? null;
  }

  /** Starts all agents for a prompt in the process that got it, as one stream that takes the place of the former. */
  start(connection: Connection, turn: number, after: number): void {
    const { agent, history, kernel } = this.#world;
    history.notePrompt(turn);
    for (const former of this.#state.streams.values()) this.#tell(former, { type: 'stream.replaced' });
    if (this.#state.active !== null) this.#saveId(null);
    const process = connection.process ?? 1;
    const runs = agent.names.map((name) => agent.start(turn, process, name).run);
    const id = assertPresent(runs[0], 'there is an agent');
    const stream = createStream(id, turn, process, runs, kernel.nowMs);
    this.#state.streams.set(id, stream);
    for (const run of runs) this.#state.streamOf.set(run, id);
    const { idWriteDelayMs, buffer, transport } = this.#options;
    // An EventSource asks for its prompt by the same address as before, and the server has kept what it wrote (W B2 S5).
    const isKept = buffer === 'external' || transport === 'event-source';
    const input: ResumableStreamInput = { idWriteDelayMs, isKept };
    kernel.startMachine(keyOf(stream), resumableStreamMachine, 'server', id, input);
    this.#relay.follow(connection, stream, after);
  }

  onRunEnded({ run }: AgentRun): void {
    const { agent, history } = this.#world;
    const stream = this.#relay.streamOf(run);
    if (stream === undefined || stream.end !== 'running') return;
    if (run === stream.id) this.#relay.flush(stream);
    const runs = stream.runs.map((other) => agent.run(other));
    if (runs.some((other) => other.end === 'running')) return this.#relay.withdrawQuestion(agent.run(run));
    for (const { turn, tokens, end, run: saved } of runs)
      history.save({ turn, run: saved, tokens, isWhole: end === 'complete' });
    const isWhole = runs.every((other) => other.end === 'complete');
    stream.end = isWhole ? 'complete' : 'cancelled';
    this.#tell(stream, { type: 'stream.ended', isWhole, ttlMs: this.#leftMs(stream) });
  }

  /** Buffers in a process die with it, and those who write with them. The saved id does not. */
  onProcessDown(process: number): void {
    const { network } = this.#world;
    for (const followers of [this.#state.viewers, this.#state.asking]) {
      for (const id of followers.keys()) if (network.connection(id)?.serverEnd !== 'open') followers.delete(id);
    }
    for (const stream of this.#state.streams.values()) {
      if (stream.process !== process) continue;
      if (this.#options.buffer === 'producer') stream.hasBuffer = false;
      stream.waiting.splice(0);
      if (stream.end !== 'running') continue;
      stream.end = 'crashed';
      this.#tell(stream, { type: 'producer.died', ttlMs: this.#leftMs(stream) });
    }
  }

  carryOut(id: number, effect: ResumableStreamEffect): void {
    const stream = this.stream(id);
    switch (effect.type) {
      case 'stream-id.save':
        return this.#saveId(id);
      case 'stream-id.clear':
        return this.#forgetId(stream);
      case 'stream.finish':
        return this.#relay.finish(stream);
      case 'stream.expire':
        this.#forgetId(stream);
        // A reader of a buffer that is gone is sent away; one that listens to a dead process listens on (F2.4 point 8).
        if (this.#options.buffer === 'external') this.#relay.finish(stream);
        stream.hasBuffer = false;
        return;
      default:
        assertNever(effect);
    }
  }

  #tell(stream: BufferedStream, event: ResumableStreamEvent): void {
    this.#world.kernel.send(keyOf(stream), event);
  }

  /** What is left of a stream's time to live, which begins anew with each write. */
  #leftMs({ lastWriteAtMs }: BufferedStream): number {
    return Math.max(0, lastWriteAtMs + this.#options.ttlMs - this.#world.kernel.nowMs);
  }

  #forgetId({ id }: BufferedStream): void {
    if (this.#state.active === id) this.#saveId(null);
  }

  #saveId(stream: number | null): void {
    this.#state.active = stream;
    this.#world.kernel.record({ type: 'stream-id.saved', actor: 'server', run: stream });
  }
}
