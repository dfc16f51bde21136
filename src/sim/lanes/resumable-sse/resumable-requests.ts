/**
 * What surfaces ask of the server in the resumable lane: a prompt, the rest of a stream, a stop, an
 * answer to a question. Any process may get the request; the stream lives in the one that makes it.
 * Source: `model.md`, resumable-sse; F2.4, F3.
 */

import type { ApprovalAnswer } from '../../../protocol/trace-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { ResumableServer } from './resumable-server.ts';
import type { Following, ResumableLaneEvent, ServerState } from './resumable-state.ts';
import type { BufferedStream } from './stream-buffer.ts';
import type { StreamRelay } from './stream-relay.ts';

export class ResumableRequests {
  readonly #world: LaneWorld;
  readonly #state: ServerState;
  readonly #options: ResumableOptions;
  readonly #server: ResumableServer;
  readonly #relay: StreamRelay;

  constructor(
    world: LaneWorld,
    state: ServerState,
    options: ResumableOptions,
    server: ResumableServer,
    relay: StreamRelay,
  ) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
    this.#server = server;
    this.#relay = relay;
  }

  onPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    if (packet.kind === 'load') network.respond(connection, { kind: 'history', ...history.read() });
    else if (packet.kind === 'prompt') this.#server.start(connection, packet.turn, 0);
    else if (packet.kind === 'resume') this.#onResume(connection, packet.after, packet.turn ?? null);
    else if (packet.kind === 'stop') this.#onStop(connection, packet.run);
    else if (packet.kind === 'approval') this.#onApproval(connection, packet.run, packet.answer);
  }

  onViewerGone({ id }: Connection): void {
    this.#state.viewers.delete(id);
    this.#state.asking.delete(id);
  }

  /** The process that holds the buffer is asked by another one. */
  onAsked(id: number): void {
    const following = this.#state.asking.get(id);
    const connection = this.#world.network.connection(id);
    if (following === undefined || connection === undefined) return;
    const stream = this.#server.stream(following.stream);
    if (!this.#isDead(stream)) this.#serve(connection, stream, following);
  }

  onUnanswered(id: number): void {
    const { network } = this.#world;
    const connection = network.connection(id);
    if (!this.#state.asking.delete(id) || connection === undefined) return;
    network.respond(connection, { kind: 'failed', reason: 'the process that holds the stream did not answer' });
  }

  /** A stop reaches the process that runs what it stops. */
  applyStop(stream: BufferedStream): void {
    const { kernel, agent } = this.#world;
    if (stream.end !== 'running') return;
    const arrived = kernel.record({ type: 'stop.arrived', actor: 'server', run: stream.id, outcome: 'applied' });
    kernel.because(arrived, () => {
      for (const run of stream.runs) agent.abort(run);
    });
  }

  /** The first answer to a question counts; a later one is told that it came too late. */
  settle(connection: Connection | undefined, run: number, answer: ApprovalAnswer): void {
    const { agent, kernel, network } = this.#world;
    const stream = this.#relay.streamOf(run);
    const question = stream?.questions.get(run);
    const isOpen = question?.isOpen === true && agent.run(run).end === 'running';
    // Closed from now on, whenever the run itself gets to say so.
    if (isOpen) stream?.questions.set(run, { ...question, isOpen: false });
    const outcome = isOpen ? 'applied' : 'too-late';
    const arrived = kernel.record({ type: 'approval.arrived', actor: 'server', run, answer, outcome });
    kernel.because(arrived, () => {
      if (isOpen) agent.settle(run, answer);
      if (connection === undefined) return;
      network.respond(connection, isOpen ? { kind: 'ok' } : { kind: 'failed', reason: 'the question is not open' });
    });
  }

  /** The buffer in one piece, then live; a 204 when no id is known: too early, too late, or never. */
  #onResume(connection: Connection, cursor: number, turn: number | null): void {
    const { network, processes } = this.#world;
    const { replay, transport, ackTimeoutMs } = this.#options;
    const isEventSource = transport === 'event-source' && turn !== null;
    const stream = isEventSource ? this.#server.ofTurn(turn) : this.#server.active();
    // A place in one stream says nothing about another.
    const after = replay === 'cursor' && (stream === null || stream.turn === turn) ? cursor : 0;
    // A process without the stream makes a new one, and skips what the browser has already (W B2 S12).
    if (stream === null && isEventSource) return this.#server.start(connection, turn, after);
    // A 204 also tells an EventSource to ask no more.
    if (stream === null || stream.end === 'cancelled') return network.respond(connection, { kind: 'no-content' });
    const following = { stream: stream.id, after };
    const isPaused = this.#options.buffer === 'producer' && processes.isPaused(stream.process);
    if (!isPaused && !this.#isDead(stream)) return this.#serve(connection, stream, following);
    this.#state.asking.set(connection.id, following);
    const asked = { connection: connection.id };
    if (isPaused) this.#tell(0, { type: 'resume.ask', ...asked, process: stream.process });
    this.#tell(ackTimeoutMs, { type: 'resume.unanswered', ...asked, process: connection.process ?? 0 });
  }

  #serve(connection: Connection, stream: BufferedStream, { after }: Following): void {
    this.#state.asking.delete(connection.id);
    this.#relay.follow(connection, stream, after);
  }

  /** Its id says that it is alive, and the process that held it is gone. */
  #isDead(stream: BufferedStream): boolean {
    return this.#options.buffer === 'producer' && !stream.hasBuffer;
  }

  /** Accepted in any case but one; whether anything stops depends on what the server can find and reach. */
  #onStop(connection: Connection, named: number | null): void {
    const { kernel, network, processes, surfaces } = this.#world;
    const { stopEndpoint, stopReaches } = this.#options;
    const active = this.#server.active();
    const isMeant = stopEndpoint === 'by-chat' || (named !== null && active?.runs.includes(named) === true);
    const stream = isMeant && active?.end === 'running' ? active : null;
    if (!surfaces.get(connection.surface).mayStop) return this.#refuseStop(connection, stream);
    const isOwn = stream?.process === connection.process || stopReaches === 'every-process';
    if (stream !== null && isOwn && !processes.isPaused(stream.process)) this.applyStop(stream);
    else {
      const outcome = stream === null ? 'nothing-to-stop' : isOwn ? 'kept' : 'elsewhere';
      const run = outcome === 'kept' ? (stream?.id ?? null) : null;
      kernel.cause = kernel.record({ type: 'stop.arrived', actor: 'server', run, outcome });
      if (stream !== null && isOwn) this.#tell(0, { type: 'stop.deliver', stream: stream.id, process: stream.process });
    }
    network.respond(connection, { kind: 'ok' });
  }

  #refuseStop(connection: Connection, stream: BufferedStream | null): void {
    const { kernel, network } = this.#world;
    const { surface: writer } = connection;
    kernel.cause = kernel.record({ type: 'stop.arrived', actor: 'server', run: null, outcome: 'not-allowed' });
    kernel.record({
      type: 'write.refused',
      actor: 'server',
      run: stream?.id ?? null,
      writer,
      reason: 'not-allowed',
      isTold: true,
    });
    network.respond(connection, { kind: 'failed', reason: 'a stop from here is not allowed' });
  }

  #onApproval(connection: Connection, run: number, answer: ApprovalAnswer): void {
    const process = this.#relay.streamOf(run)?.process;
    if (process === undefined || !this.#world.processes.isPaused(process)) {
      return this.settle(connection, run, answer);
    }
    this.#tell(0, { type: 'approval.deliver', connection: connection.id, run, answer, process });
  }

  #tell(delayMs: number, event: ResumableLaneEvent): void {
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }
}
