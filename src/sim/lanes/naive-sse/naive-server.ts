/**
 * The server of the naive lane: each request starts a run of every agent and has their words for
 * its body. All that it knows is in the memory of the process that took the request, but for what it
 * saves. Source: `model.md`, naive-sse; F2.1.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import { keyOf as runKeyOf } from '../../agent/agent-run.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { Connection } from '../../network/connection.ts';
import type { SavedAnswer, ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { HeartbeatDue } from './heartbeat-due.ts';
import type { NaiveOptions } from './naive-options.ts';
import { naiveRequestMachine } from './naive-request.machine.ts';
import type { NaiveRequestEffect, NaiveRequestEvent } from './naive-request.machine.ts';
import type { NaiveRequest, NaiveServerState } from './naive-state.ts';

const keyOf = ({ connection }: NaiveRequest): string => `request:${connection}`;

export class NaiveServer {
  readonly #world: LaneWorld;
  readonly #state: NaiveServerState;
  readonly #options: NaiveOptions;

  constructor(world: LaneWorld, state: NaiveServerState, options: NaiveOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  onPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    if (packet.kind === 'load') {
      network.respond(connection, { kind: 'history', answers: this.#answers(), turns: history.read().turns });
    } else if (packet.kind === 'prompt') {
      this.#begin(connection, packet.turn);
    } else if (packet.kind === 'approval') {
      this.#settle(connection, packet);
    }
  }

  /** The server learns that the page has gone. */
  onClientGone({ id }: Connection): void {
    const request = this.#state.requests.get(id);
    if (request !== undefined) this.#tell(request, { type: 'client.gone' });
  }

  onToken({ run }: AgentRun, token: number): void {
    this.#relay(run, { kind: 'tokens', run, from: token, to: token, via: 'live', offset: null });
  }

  onToolStarted({ run }: AgentRun, step: string): void {
    this.#relay(run, { kind: 'tool', run, step, isOver: false });
  }

  onApprovalAsked({ run }: AgentRun, step: string): void {
    this.#relay(run, { kind: 'approval-request', run, step, isOpen: true });
  }

  onStepDone({ run }: AgentRun, step: string, kind: 'tool' | 'approval'): void {
    const done: ToSurfacePacket =
      kind === 'tool' ? { kind, run, step, isOver: true } : { kind: 'approval-request', run, step, isOpen: false };
    this.#relay(run, done);
    const request = this.#requestOf(run);
    if (request?.runs[0] === run) this.#flush(request);
  }

  onRunEnded({ run, end }: AgentRun): void {
    const request = this.#requestOf(run);
    if (request === undefined) return;
    const { agent } = this.#world;
    if (request.runs[0] === run) this.#flush(request);
    else if (end !== 'running') this.#relay(run, { kind: 'finish', run, end });
    if (request.runs.some((other) => agent.run(other).end === 'running')) return;
    this.#tell(request, { type: 'runs.ended' });
    this.#forget(request);
  }

  /** The process took the requests that it served with it. */
  onProcessDown(lost: readonly AgentRun[]): void {
    for (const { run } of lost) {
      const request = this.#requestOf(run);
      if (request === undefined) continue;
      this.#tell(request, { type: 'process.died' });
      this.#forget(request);
    }
  }

  /** Writes a comment line if nothing was written for so long, and looks again later. */
  beat({ connection: id }: HeartbeatDue): void {
    const { kernel, network } = this.#world;
    const request = this.#state.requests.get(id);
    const connection = network.connection(id);
    if (request === undefined || connection?.serverEnd !== 'open') return;
    if (kernel.nowMs - request.writtenAtMs >= this.#options.heartbeatMs) this.#write(request, { kind: 'heartbeat' });
    this.#awaitBeat(request);
  }

  /** The process that serves a connection, `null` when it is over. */
  processOf(connection: number): number | null {
    return this.#world.network.connection(connection)?.process ?? null;
  }

  carryOut(run: number, effect: NaiveRequestEffect): void {
    const { agent, network } = this.#world;
    const request = assertPresent(this.#requestOf(run), `run ${run} has no request`);
    switch (effect.type) {
      case 'runs.abort':
        for (const each of request.runs) agent.abort(each);
        return;
      case 'runs.stall':
        for (const each of request.runs) agent.stall(each);
        return;
      case 'history.save-part':
        if (this.#options.saveOnClose === 'partial') this.#save(request);
        return;
      case 'history.save-whole':
        return this.#save(request);
      case 'response.finish': {
        const connection = network.connection(request.connection);
        const { end } = agent.run(run);
        if (connection !== undefined && end !== 'running') network.respond(connection, { kind: 'finish', run, end });
        return;
      }
      default:
        assertNever(effect);
    }
  }

  #begin({ id, process }: Connection, turn: number): void {
    const { agent, history, kernel } = this.#world;
    history.notePrompt(turn);
    const runs = agent.names.map((name) => agent.start(turn, process ?? 1, name).run);
    const request: NaiveRequest = { connection: id, turn, runs, waiting: [], writtenAtMs: kernel.nowMs };
    this.#state.requests.set(id, request);
    for (const run of runs) this.#state.connections.set(run, id);
    kernel.startMachine(keyOf(request), naiveRequestMachine, 'server', runs[0] ?? null, this.#options);
    this.#awaitBeat(request);
  }

  /** A person's answer, by a request of its own: it counts only where a run waits for it. */
  #settle(connection: Connection, { run, answer }: Extract<ToServerPacket, { readonly kind: 'approval' }>): void {
    const { agent, kernel, network } = this.#world;
    // What a run waits for is in the memory of its own process.
    const isAsking = kernel.machine(runKeyOf(agent.run(run))).state === 'asking';
    const isAwaited = isAsking && agent.run(run).process === connection.process;
    const outcome = isAwaited ? 'applied' : 'too-late';
    const arrived = kernel.record({ type: 'approval.arrived', actor: 'server', run, answer, outcome });
    kernel.because(arrived, () => {
      if (isAwaited) agent.settle(run, answer);
      network.respond(connection, { kind: 'ok' });
    });
  }

  /** Puts something that an agent said into the body; what others say waits while the first agent is quiet. */
  #relay(run: number, packet: ToSurfacePacket): void {
    const request = this.#requestOf(run);
    if (request === undefined) return;
    const { agent } = this.#world;
    const [first = run] = request.runs;
    if (run !== first && agent.isQuiet(agent.run(first))) addTo(request.waiting, packet);
    else this.#write(request, packet);
  }

  #flush(request: NaiveRequest): void {
    for (const packet of request.waiting.splice(0)) this.#write(request, packet);
  }

  #write(request: NaiveRequest, packet: ToSurfacePacket): void {
    const { kernel, network } = this.#world;
    const connection = network.connection(request.connection);
    if (connection === undefined) return;
    request.writtenAtMs = kernel.nowMs;
    network.sendToSurface(connection, packet);
  }

  #awaitBeat({ connection, writtenAtMs }: NaiveRequest): void {
    const { heartbeatMs } = this.#options;
    if (heartbeatMs === 0) return;
    const { kernel } = this.#world;
    const event: HeartbeatDue = { type: 'heartbeat.due', connection };
    kernel.schedule(writtenAtMs + heartbeatMs - kernel.nowMs, 'timer', { kind: 'lane', event });
  }

  #save({ runs, turn }: NaiveRequest): void {
    const { agent, history } = this.#world;
    for (const run of runs) {
      const { tokens, end } = agent.run(run);
      history.save({ turn, run, tokens, isWhole: end === 'complete' });
    }
  }

  /** The product keeps one answer of each agent to a prompt: what is saved last replaces what was there. */
  #answers(): readonly SavedAnswer[] {
    const { agent, history } = this.#world;
    const { answers } = history.read();
    const isSameAnswer = (one: SavedAnswer, other: SavedAnswer): boolean =>
      one.turn === other.turn && agent.run(one.run).agent === agent.run(other.run).agent;
    return answers.filter((answer) => answers.findLast((other) => isSameAnswer(other, answer)) === answer);
  }

  #tell(request: NaiveRequest, event: NaiveRequestEvent): void {
    this.#world.kernel.send(keyOf(request), event);
  }

  #forget({ connection, runs }: NaiveRequest): void {
    this.#state.requests.delete(connection);
    for (const run of runs) this.#state.connections.delete(run);
  }

  #requestOf(run: number): NaiveRequest | undefined {
    const connection = this.#state.connections.get(run);
    return connection === undefined ? undefined : this.#state.requests.get(connection);
  }
}

/** Adds to what waits; words that follow one another become one packet. */
function addTo(waiting: ToSurfacePacket[], packet: ToSurfacePacket): void {
  const last = waiting.at(-1);
  const goesOn =
    packet.kind === 'tokens' && last?.kind === 'tokens' && last.run === packet.run && last.to + 1 === packet.from;
  if (goesOn) waiting[waiting.length - 1] = { ...last, to: packet.to };
  else waiting.push(packet);
}
