/**
 * From the runs to those who follow them: one buffered stream for all agents of a turn, through the
 * first one; while that is quiet, the others wait. Sources: `model.md`, resumable-sse; F1.2
 * (orchestrator as progress-proxy), F2.4.
 */

import type { AgentRun } from '../../agent/agent-run.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { ResumableLaneEvent, ServerState } from './resumable-state.ts';
import { beyond, hold, keep, replayOf } from './stream-buffer.ts';
import type { BufferedStream } from './stream-buffer.ts';

export class StreamRelay {
  readonly #world: LaneWorld;
  readonly #state: ServerState;
  readonly #options: ResumableOptions;

  constructor(world: LaneWorld, state: ServerState, options: ResumableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  streamOf(run: number): BufferedStream | undefined {
    return this.#state.streams.get(this.#state.streamOf.get(run) ?? 0);
  }

  /** An agent writes something of its run. */
  write({ run }: AgentRun, packet: ToSurfacePacket): void {
    const { agent } = this.#world;
    const stream = this.streamOf(run);
    if (stream === undefined || stream.end !== 'running') return;
    if (run !== stream.id && agent.isQuiet(agent.run(stream.id))) return hold(stream, packet);
    if (stream.waiting.length > 0) this.flush(stream);
    this.#put(stream, packet);
  }

  /** The first agent goes on: what the others wrote meanwhile is let go. */
  flush(stream: BufferedStream): void {
    for (const packet of stream.waiting.splice(0)) this.#put(stream, packet);
  }

  /** A connection follows a stream from now on; it has `after` of its tokens already. */
  follow(connection: Connection, stream: BufferedStream, after: number): void {
    this.#state.viewers.set(connection.id, { stream: stream.id, after, writtenAtMs: this.#world.kernel.nowMs });
    for (const packet of replayOf(stream, after)) this.#send(connection, packet, false);
    if (stream.end === 'complete') this.finish(stream);
    else if (this.#options.heartbeatMs > 0) this.#beat(connection, this.#options.heartbeatMs);
  }

  /**
   * Ends every response that follows a stream. Only a whole answer ends with a terminal part: one
   * that was stopped, or whose end nobody wrote, ends the way a plain body does (F3, "who stopped and why").
   */
  finish(stream: BufferedStream): void {
    const last: ToSurfacePacket =
      stream.end === 'complete' ? { kind: 'finish', run: stream.id, end: 'complete' } : { kind: 'ok' };
    for (const viewer of this.#viewersOf(stream)) {
      this.#state.viewers.delete(viewer.id);
      this.#send(viewer, last, true);
    }
  }

  /** A run that ended asks nothing any more. */
  withdrawQuestion({ run }: AgentRun): void {
    const stream = this.streamOf(run);
    const question = stream?.questions.get(run);
    if (stream !== undefined && question?.isOpen === true)
      this.#put(stream, { kind: 'approval-request', run, step: question.step, isOpen: false });
  }

  /** Takes what was to be passed on, in the process that serves the viewer. */
  passOn({ connection, packet, isLast }: Extract<ResumableLaneEvent, { readonly type: 'relay' }>): void {
    const { network } = this.#world;
    const viewer = network.connection(connection);
    if (viewer === undefined) return;
    const following = this.#state.viewers.get(connection);
    if (following !== undefined) following.writtenAtMs = this.#world.kernel.nowMs;
    if (isLast) network.respond(viewer, packet);
    else network.sendToSurface(viewer, packet);
  }

  /** A comment line after a while of quiet, as long as the response is open. */
  onHeartbeat(id: number): void {
    const { kernel, network } = this.#world;
    const connection = network.connection(id);
    const viewer = this.#state.viewers.get(id);
    if (connection === undefined || viewer === undefined) return;
    const { heartbeatMs } = this.#options;
    if (kernel.nowMs - viewer.writtenAtMs >= heartbeatMs) {
      viewer.writtenAtMs = kernel.nowMs;
      network.sendToSurface(connection, { kind: 'heartbeat' });
    }
    this.#beat(connection, viewer.writtenAtMs + heartbeatMs - kernel.nowMs);
  }

  #put(stream: BufferedStream, packet: ToSurfacePacket): void {
    keep(stream, packet, this.#world.kernel.nowMs);
    const placed = packet.kind === 'tokens' ? { ...packet, offset: stream.length } : packet;
    for (const viewer of this.#viewersOf(stream)) {
      const due = beyond(stream, placed, this.#state.viewers.get(viewer.id)?.after ?? 0);
      if (due !== null) this.#send(viewer, due, false);
    }
  }

  /** A process that stands still passes on what came for its viewers when it goes on. */
  #send(viewer: Connection, packet: ToSurfacePacket, isLast: boolean): void {
    const { kernel, processes } = this.#world;
    const process = viewer.process ?? 0;
    const event: ResumableLaneEvent = { type: 'relay', connection: viewer.id, packet, isLast, process };
    if (process > 0 && processes.isPaused(process)) kernel.schedule(0, 'timer', { kind: 'lane', event });
    else this.passOn(event);
  }

  #beat({ id, process }: Connection, delayMs: number): void {
    const event: ResumableLaneEvent = { type: 'heartbeat', connection: id, process: process ?? 0 };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #viewersOf({ id }: BufferedStream): readonly Connection[] {
    const { network } = this.#world;
    const viewers: Connection[] = [];
    for (const [viewer, following] of this.#state.viewers) {
      const connection = following.stream === id ? network.connection(viewer) : undefined;
      if (connection !== undefined) viewers.push(connection);
    }
    return viewers;
  }
}
