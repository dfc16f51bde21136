/**
 * The server's side of the resumable lane: buffered streams, the chat's active stream id, viewers,
 * and the stop endpoint. One active stream for a chat. Source: `model.md`, resumable-sse; F2.4, F3.
 */

import { assertNever } from '../../../base/assert.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import { resumableStreamMachine } from './resumable-stream.machine.ts';
import type { ResumableStreamEffect } from './resumable-stream.machine.ts';

export interface ResumableServerState {
  /** The run behind the chat's saved stream id. */
  activeRun: number | null;
  /** Who follows which run: connection to run. */
  readonly viewers: Map<number, number>;
}

const keyOf = (run: number): string => `stream:${run}`;

export class ResumableServer {
  readonly #world: LaneWorld;
  readonly #state: ResumableServerState;
  readonly #options: ResumableOptions;

  constructor(world: LaneWorld, state: ResumableServerState, options: ResumableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  onPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    if (packet.kind === 'load') network.respond(connection, { kind: 'history', ...history.read() });
    else if (packet.kind === 'prompt') this.#onPrompt(connection, packet.turn);
    else if (packet.kind === 'resume') this.#onResume(connection, packet.after);
    else if (packet.kind === 'stop') this.#onStop(connection, packet.run);
  }

  onViewerGone(connection: number): void {
    this.#state.viewers.delete(connection);
  }

  onToken(run: number, token: number): void {
    for (const viewer of this.#viewersOf(run)) {
      this.#world.network.sendToSurface(viewer, {
        kind: 'tokens',
        run,
        from: token,
        to: token,
        via: 'live',
        offset: null,
      });
    }
  }

  onRunEnded(run: number): void {
    const { agent, history, kernel } = this.#world;
    const { turn, tokens, end } = agent.run(run);
    history.save({ turn, run, tokens, isWhole: end === 'complete' });
    kernel.send(keyOf(run), { type: 'run.ended' });
  }

  carryOut(run: number, effect: ResumableStreamEffect): void {
    switch (effect.type) {
      case 'stream-id.save':
        return this.#saveId(run);
      case 'stream-id.clear':
        return this.#saveId(null);
      case 'stream.finish':
        for (const viewer of this.#viewersOf(run)) {
          this.#world.network.respond(viewer, { kind: 'finish', run, end: 'complete' });
          this.#state.viewers.delete(viewer.id);
        }
        return;
      default:
        assertNever(effect);
    }
  }

  #onPrompt(connection: Connection, turn: number): void {
    const { agent, history, kernel } = this.#world;
    history.notePrompt(turn);
    const before = agent.latestRun();
    if (before !== undefined && before.end === 'running') kernel.send(keyOf(before.run), { type: 'run.replaced' });
    if (this.#state.activeRun !== null) this.#saveId(null);
    const { run } = agent.start(turn, connection.process ?? 1);
    this.#state.viewers.set(connection.id, run);
    const { idWriteDelayMs } = this.#options;
    kernel.startMachine(keyOf(run), resumableStreamMachine, 'server', run, { idWriteDelayMs });
  }

  /** A 204 when no id is known: too early, or the run has ended. Otherwise the buffer in one piece, then live. */
  #onResume(connection: Connection, after: number): void {
    const { network, agent } = this.#world;
    const { activeRun } = this.#state;
    if (activeRun === null) return network.respond(connection, { kind: 'no-content' });
    const { tokens } = agent.run(activeRun);
    this.#state.viewers.set(connection.id, activeRun);
    if (tokens <= after) return;
    const replay: ToSurfacePacket = {
      kind: 'tokens',
      run: activeRun,
      from: after + 1,
      to: tokens,
      via: 'replay',
      offset: null,
    };
    network.sendToSurface(connection, replay);
  }

  /** Accepted in any case; whether anything stops depends on what the server can find. */
  #onStop(connection: Connection, named: number | null): void {
    const { network, agent, kernel } = this.#world;
    const { activeRun } = this.#state;
    const run =
      this.#options.stopEndpoint === 'by-chat' ? activeRun : named !== null && named === activeRun ? named : null;
    const outcome = run === null ? 'nothing-to-stop' : 'applied';
    const arrived = kernel.record({ type: 'stop.arrived', actor: 'server', run, outcome });
    kernel.because(arrived, () => {
      if (run !== null) agent.abort(run);
      network.respond(connection, { kind: 'ok' });
    });
  }

  #saveId(run: number | null): void {
    this.#state.activeRun = run;
    this.#world.kernel.record({ type: 'stream-id.saved', actor: 'server', run });
  }

  #viewersOf(run: number): readonly Connection[] {
    const { network } = this.#world;
    return [...this.#state.viewers].flatMap(([id, followed]) => {
      const connection = followed === run ? network.connection(id) : undefined;
      return connection === undefined ? [] : [connection];
    });
  }
}
