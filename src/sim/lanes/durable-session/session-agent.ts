/**
 * The agents' side of a session: they are woken by an input, publish what they make in windows, and
 * hear of a stop, a steer or an answer as a record. They know nobody's connection. Sources:
 * `model.md`, durable-session; F1.5 rows 10 to 18.
 */

import { assertNever } from '../../../base/assert.ts';
import type { EventId } from '../../../protocol/trace-event.ts';
import type { AgentPart } from '../../../scenario/compiled-scenario.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { PublishKind } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import { SessionPens } from './session-pens.ts';
import type { PensState } from './session-pens.ts';
import { blankRecord } from './session-write.ts';

/** A prompt whose answer begins later, with what brought it. */
interface WaitingPrompt {
  readonly turn: number;
  readonly cause: EventId | null;
}

export interface AgentSideState {
  readonly pens: PensState;
  /** Turns that were stopped before their runs began, with what stopped them. */
  readonly keptStops: Map<number, EventId | null>;
  /** Prompts that wait for the answer before theirs. */
  readonly queue: WaitingPrompt[];
  /** Agents that a prompt found without a process. */
  readonly unserved: (WaitingPrompt & { readonly agent: string })[];
  /** Prompts that came to a process that stands still. */
  readonly due: (WaitingPrompt & { readonly agent: string; readonly process: number })[];
  /** Why a run ends, where the reason goes with its end: it was rolled back, or a person took over. */
  readonly reasons: Map<number, 'rollback' | 'takeover'>;
  /** A person has taken over: prompts wake nobody any more. */
  isTakenOver: boolean;
  /** Open wake-up calls: connection to turn. */
  readonly calls: Map<number, number>;
}

export function createAgentSide(): AgentSideState {
  return {
    pens: { pens: new Map(), outbox: [], kept: 0, outages: 0, isOut: false },
    keptStops: new Map(),
    queue: [],
    unserved: [],
    due: [],
    reasons: new Map(),
    isTakenOver: false,
    calls: new Map(),
  };
}

export class SessionAgent {
  readonly pens: SessionPens;
  readonly #world: LaneWorld;
  readonly #state: AgentSideState;
  readonly #options: DurableOptions;

  constructor(world: LaneWorld, state: AgentSideState, options: DurableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
    this.pens = new SessionPens(world, state.pens, options);
  }

  receive(record: PublishKind, turn: number, run: number | null): void {
    switch (record) {
      case 'input':
        return this.#onInput(turn);
      case 'stop':
        return this.#onStop(turn);
      case 'steer':
        return this.#onSteer(turn);
      case 'approve':
      case 'reject':
        return this.#onAnswer(run, record);
      case 'takeover':
        return this.#onTakeover();
      default:
        assertNever(record);
    }
  }

  onRunStarted(run: AgentRun): void {
    this.pens.take(run, this.#world.agent.formerRun(run) ?? null);
    this.pens.write(run, blankRecord('run-start', run.turn, run.run, run.agent));
    if (this.#options.recovery === 'none') return;
    const event: SessionEvent = { type: 'lease.over', run: run.run, attempt: run.epoch };
    this.#world.kernel.schedule(this.#options.leaseMs, 'timer', { kind: 'lane', event });
  }

  onStepDone(run: AgentRun, { step }: AgentPart): void {
    this.pens.flush(run);
    this.pens.write(run, { ...blankRecord('step', run.turn, run.run, run.agent), about: step });
  }

  onApprovalAsked(run: AgentRun, { step }: AgentPart): void {
    this.pens.flush(run);
    this.pens.write(run, { ...blankRecord('approval-request', run.turn, run.run, run.agent), about: step });
  }

  onRunEnded(run: AgentRun): void {
    const { history, agent } = this.#world;
    const { turn, run: number, tokens, end } = run;
    const about = this.#state.reasons.get(number) ?? '';
    this.pens.flush(run);
    const blank = blankRecord('run-end', turn, number, run.agent);
    this.pens.write(run, { ...blank, end: end === 'running' ? null : end, about });
    this.pens.put(run);
    if (end === 'complete' && agent.isNewest(run)) history.save({ turn, run: number, tokens, isWhole: true });
    if (agent.runsUnderWay().length > 0 || this.#state.due.length > 0) return;
    this.#hangUpCalls(turn);
    const next = this.#state.queue.shift();
    if (next !== undefined) this.#world.kernel.because(next.cause, () => this.#start(next.turn));
  }

  /** The inputs that found nobody are in the log, and are taken now. */
  onProcessUp(): void {
    const { kernel, processes } = this.#world;
    for (const waiting of this.#state.unserved.splice(0)) {
      const process = processes.route(waiting.agent);
      if (process === null) this.#state.unserved.push(waiting);
      else if (!this.#state.isTakenOver) {
        kernel.because(waiting.cause, () => this.#begin(waiting.turn, waiting.agent, process));
      }
    }
  }

  /** The process that a prompt came to goes on. */
  onRunDue(turn: number, agent: string): void {
    const at = this.#state.due.findIndex((due) => due.turn === turn && due.agent === agent);
    const [due] = at === -1 ? [] : this.#state.due.splice(at, 1);
    if (due !== undefined) this.#begin(turn, agent, due.process);
  }

  /** What a process had not taken when it died is in the log, for the next one that is up. */
  onProcessDown(process: number): void {
    const { due, unserved } = this.#state;
    const lost = due.filter((prompt) => prompt.process === process);
    const others = due.filter((prompt) => prompt.process !== process);
    due.splice(0, due.length, ...others);
    unserved.push(...lost.map(({ turn, agent, cause }) => ({ turn, agent, cause })));
  }

  /** The session told a former epoch that it is one. */
  onFenced(run: number, attempt: number): void {
    this.#world.agent.halt(this.#world.agent.attempt(run, attempt));
  }

  /** A surface calls to wake the agents, and holds the line. */
  onCall(connection: number, turn: number): void {
    this.#state.calls.set(connection, turn);
  }

  /** The line is cut: what hangs on it ends. */
  onCallCut(connection: number): void {
    const turn = this.#state.calls.get(connection);
    if (turn === undefined) return;
    this.#state.calls.delete(connection);
    for (const run of this.#world.agent.runsOfTurn(turn)) this.#world.agent.abort(run.run);
  }

  /** Without their session for longer than they may, agents give up what they do (F1.6, error 104006). */
  abortAll(): void {
    for (const run of this.#world.agent.runsUnderWay()) this.#world.agent.abort(run.run);
  }

  #onInput(turn: number): void {
    const { agent, kernel } = this.#world;
    const underWay = agent.runsUnderWay();
    if (this.#state.isTakenOver) return;
    const { due } = this.#state;
    if (underWay.length === 0 && due.length === 0) return this.#start(turn);
    switch (this.#options.doubleTexting) {
      case 'concurrent':
        return this.#start(turn);
      case 'enqueue':
        this.#state.queue.push({ turn, cause: kernel.cause });
        return;
      case 'rollback':
      case 'interrupt':
        for (const { run } of underWay) {
          if (this.#options.doubleTexting === 'rollback') this.#state.reasons.set(run, 'rollback');
          agent.abort(run);
        }
        for (const given of new Set(due.splice(0).map((prompt) => prompt.turn))) this.pens.reject(given);
        return this.#start(turn);
      case 'reject':
        return this.pens.reject(turn);
      default:
        assertNever(this.#options.doubleTexting);
    }
  }

  #start(turn: number): void {
    const { agent, kernel, processes } = this.#world;
    for (const name of agent.names) {
      const process = processes.route(name);
      if (process === null) {
        this.#state.unserved.push({ turn, agent: name, cause: kernel.cause });
        continue;
      }
      this.#begin(turn, name, process);
    }
  }

  /** A process that stands still is not known to: it gets the prompt, and takes it when it goes on. */
  #begin(turn: number, name: string, process: number): void {
    const { agent, kernel, processes } = this.#world;
    if (processes.isPaused(process)) {
      this.#state.due.push({ turn, agent: name, process, cause: kernel.cause });
      const event: SessionEvent = { type: 'run.due', turn, agent: name, process };
      kernel.schedule(0, 'timer', { kind: 'lane', event });
      return;
    }
    const { run } = agent.start(turn, process, name);
    this.#takeKeptStop(turn, run);
  }

  /** A run whose prompt was stopped before it began is stopped now, because of that. */
  #takeKeptStop(turn: number, run: number): void {
    const { agent, kernel } = this.#world;
    const stop = this.#state.keptStops.get(turn);
    if (stop !== undefined) kernel.because(stop, () => agent.abort(run));
  }

  /** A stop names the prompt that it is meant for; a late or repeated one changes nothing, an early one is kept. */
  #onStop(turn: number): void {
    const { agent, kernel } = this.#world;
    const runs = agent.runsOfTurn(turn);
    const [first] = runs;
    const queued = this.#state.queue.findIndex((waiting) => waiting.turn === turn);
    const isRunning = runs.some((run) => run.end === 'running');
    const outcome = first === undefined ? 'kept' : isRunning ? 'applied' : 'nothing-to-stop';
    const run = (runs.find((other) => other.end === 'running') ?? first)?.run ?? null;
    const actor = first?.agent ?? agent.names[0] ?? 'agent';
    kernel.because(kernel.record({ type: 'stop.arrived', actor, run, outcome }), () => {
      if (first === undefined && queued === -1) this.#state.keptStops.set(turn, kernel.cause);
      else if (queued >= 0) {
        this.#state.queue.splice(queued, 1);
        this.pens.reject(turn);
      } else for (const other of runs) agent.abort(other.run);
    });
  }

  #onSteer(turn: number): void {
    const { agent, kernel } = this.#world;
    const running = agent.runsOfTurn(turn).filter((run) => run.end === 'running');
    const [first] = running;
    const actor = first?.agent ?? agent.names[0] ?? 'agent';
    const outcome = first === undefined ? 'too-late' : 'kept';
    const arrived = kernel.record({ type: 'steer.arrived', actor, run: first?.run ?? null, outcome });
    kernel.because(arrived, () => {
      for (const { run } of running) agent.steer(run, this.#options.steerAt === 'once');
    });
  }

  /** The first answer in the log wins; the others find nothing that waits. */
  #onAnswer(run: number | null, answer: 'approve' | 'reject'): void {
    const { agent, kernel } = this.#world;
    if (run === null) return;
    const { agent: actor } = agent.run(run);
    const isWaited = agent.isAsking(run);
    const outcome = isWaited ? 'applied' : 'too-late';
    const arrived: EventId = kernel.record({ type: 'approval.arrived', actor, run, answer, outcome });
    if (isWaited) kernel.because(arrived, () => agent.settle(run, answer));
  }

  /** A person takes over: what is under way ends, and no prompt wakes an agent any more. */
  #onTakeover(): void {
    const { agent } = this.#world;
    this.#state.isTakenOver = true;
    this.#state.queue.length = 0;
    this.#state.due.length = 0;
    for (const { run } of agent.runsUnderWay()) {
      this.#state.reasons.set(run, 'takeover');
      agent.abort(run);
    }
  }

  #hangUpCalls(turn: number): void {
    for (const [id, called] of this.#state.calls) {
      if (called !== turn) continue;
      this.#state.calls.delete(id);
      const connection = this.#world.network.connection(id);
      if (connection !== undefined) this.#world.network.respond(connection, { kind: 'ok' });
    }
  }
}
