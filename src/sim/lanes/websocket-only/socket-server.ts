/**
 * The server's side: runs live in the process that got the prompt, and everything that is known of
 * them is in its memory. Control works, since each message names what it is for; what was said while
 * a socket was away is gone. Source: F1.1, F2.8.
 */

import { assertNever } from '../../../base/assert.ts';
import type { ApprovalAnswer } from '../../../protocol/trace-event.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { Room } from './room.ts';
import type { Sender, SocketEvent, SocketMessage } from './socket-event.ts';
import type { WebsocketOnlyOptions } from './websocket-only-options.ts';

/** The socket that asked for each run under way. */
export type Askers = Map<number, number>;

export class SocketServer {
  readonly #world: LaneWorld;
  readonly #room: Room;
  readonly #askers: Askers;
  readonly #options: WebsocketOnlyOptions;

  constructor(world: LaneWorld, room: Room, askers: Askers, options: WebsocketOnlyOptions) {
    this.#world = world;
    this.#room = room;
    this.#askers = askers;
    this.#options = options;
  }

  onPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    const process = connection.process ?? 1;
    if (packet.kind === 'load') {
      network.respond(connection, { kind: 'history', ...history.read() });
    } else if (packet.kind === 'attach') {
      this.#room.join(connection, process);
      // The socket is open. There is nothing to catch up with: no open question, no run, no word that was said before.
      this.#room.send(connection.id, { kind: 'attached', catchUp: 'records', records: [], upTo: null });
    } else if (packet.kind === 'publish') {
      this.take(process, { connection: connection.id, surface: connection.surface }, packet);
    }
  }

  /** The server learns that a socket has gone. */
  onSocketGone(id: number): void {
    this.#room.leave(id);
    if (this.#options.onClose === 'run-on') return;
    for (const [run, asker] of this.#askers) if (asker === id) this.#world.agent.abort(run);
  }

  onProcessDown(process: number, lost: readonly AgentRun[]): void {
    this.#room.forget(process);
    for (const { run } of lost) this.#askers.delete(run);
  }

  onRunStarted({ run, turn, agent, process, epoch }: AgentRun): void {
    // The frame has the form of a session's record; its offset means nothing, since there is no log.
    const began = { offset: 0, record: 'run-start', turn, run, from: 0, to: 0, end: null, writer: agent } as const;
    this.#room.push(process, { kind: 'records', records: [{ ...began, epoch, about: '' }], via: 'live' });
  }

  /** A part of an answer goes to the room, or to the socket that asked: each frame names its run, so that no agent relays for another. */
  say({ run, process }: AgentRun, packet: ToSurfacePacket): void {
    if (this.#options.fanOut === 'room') return this.#room.push(process, packet);
    const asker = this.#askers.get(run);
    if (asker !== undefined) this.#room.send(asker, packet);
  }

  onRunEnded({ run, turn, tokens, end, process }: AgentRun): void {
    this.#world.history.save({ turn, run, tokens, isWhole: end === 'complete' });
    this.#room.push(process, { kind: 'finish', run, end: end === 'running' ? 'complete' : end });
    this.#askers.delete(run);
  }

  /** A message reached `process`; what is for a run elsewhere goes there over the backplane, if there is one. */
  take(process: number, sender: Sender, message: SocketMessage): void {
    const { kernel, agent, history } = this.#world;
    const { record, turn } = message;
    if (record === 'input') {
      history.notePrompt(turn);
      for (const name of agent.names) this.#askers.set(agent.start(turn, process, name).run, sender.connection);
      return;
    }
    const runs = this.#runsMeant(message);
    const elsewhere = runs.find((run) => run.process !== process);
    if (elsewhere !== undefined && this.#options.backplane) {
      const event: SocketEvent = { type: 'message.relayed', for: elsewhere.process, sender, message };
      kernel.schedule(this.#options.backplaneHopMs, 'delivery', { kind: 'lane', event });
      return;
    }
    const own = runs.filter((run) => run.process === process);
    switch (record) {
      case 'stop':
        return this.#stop(sender, message, own, elsewhere !== undefined);
      case 'steer':
        return this.#steer(sender, message, own);
      case 'approve':
      case 'reject':
        return this.#settle(sender, message, own, record);
      case 'takeover':
        // No page sends it: nothing here records who is in charge.
        return;
      default:
        assertNever(record);
    }
  }

  /** The runs under way for the prompt that a message names, by its turn or by one of its runs; the first agent's first. */
  #runsMeant({ turn, run }: SocketMessage): readonly AgentRun[] {
    const { agent } = this.#world;
    const meant = run === null ? turn : agent.run(run).turn;
    return agent.runsOfTurn(meant).filter((other) => other.end === 'running');
  }

  #stop(sender: Sender, message: SocketMessage, own: readonly AgentRun[], isElsewhere: boolean): void {
    const { kernel, agent, surfaces } = this.#world;
    const mayStop = surfaces.get(sender.surface).mayStop;
    const run = own[0]?.run ?? message.run;
    const found = own.length > 0 ? 'applied' : isElsewhere ? 'elsewhere' : 'nothing-to-stop';
    const outcome = mayStop ? found : 'not-allowed';
    const arrived = kernel.record({ type: 'stop.arrived', actor: 'server', run, outcome });
    kernel.because(arrived, () => {
      if (!mayStop) {
        const refused = { type: 'write.refused', actor: 'server', run, writer: sender.surface } as const;
        kernel.record({ ...refused, reason: 'not-allowed', isTold: true });
      }
      if (outcome === 'applied') for (const stopped of own) agent.abort(stopped.run);
      else this.#refuse(sender, message);
    });
  }

  #steer(sender: Sender, message: SocketMessage, [steered]: readonly AgentRun[]): void {
    const { kernel, agent } = this.#world;
    const outcome = steered === undefined ? 'too-late' : 'kept';
    const run = steered?.run ?? message.run;
    const arrived = kernel.record({ type: 'steer.arrived', actor: 'server', run, outcome });
    kernel.because(arrived, () => {
      if (steered === undefined) this.#refuse(sender, message);
      else agent.steer(steered.run, false);
    });
  }

  /** The first answer to a question wins; a later one finds nothing that asks. */
  #settle(sender: Sender, message: SocketMessage, own: readonly AgentRun[], answer: ApprovalAnswer): void {
    const { kernel, agent } = this.#world;
    const asking = own.find((run) => run.run === message.run && agent.isAsking(run.run));
    const outcome = asking === undefined ? 'too-late' : 'applied';
    const arrived = kernel.record({ type: 'approval.arrived', actor: 'server', run: message.run, answer, outcome });
    kernel.because(arrived, () => {
      if (asking === undefined) this.#refuse(sender, message);
      else agent.settle(asking.run, answer);
    });
  }

  /** The sender is told on the same socket: it is open both ways. */
  #refuse({ connection }: Sender, { record, turn, run, act }: SocketMessage): void {
    this.#room.send(connection, { kind: 'published', record, turn, run, act, isRefused: true });
  }
}
