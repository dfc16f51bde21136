/**
 * The agent's side of a session: it is woken by an input, publishes what it makes in windows, and
 * hears of a stop as a record. It knows nobody's connection. Source: `model.md`, durable-session.
 */

import type { DurableOptions } from './durable-options.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { SessionRecord } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { SessionEvent } from './session-event.ts';

export interface SessionAgentState {
  /** Runs whose window is open, with the tokens that wait for it to close. */
  readonly windows: Map<number, { readonly from: number; readonly to: number } | null>;
  /** Turns that were stopped before their run began. */
  readonly keptStops: Set<number>;
}

export class SessionAgent {
  readonly #world: LaneWorld;
  readonly #state: SessionAgentState;
  readonly #options: DurableOptions;

  constructor(world: LaneWorld, state: SessionAgentState, options: DurableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  receive(record: 'input' | 'stop', turn: number): void {
    if (record === 'stop') return this.#stop(turn);
    const { run } = this.#world.agent.start(turn, this.#world.processes.route('agent') ?? 1);
    if (this.#state.keptStops.delete(turn)) this.#world.agent.abort(run);
  }

  onRunStarted({ run, turn, agent, epoch }: AgentRun): void {
    this.#publish({ record: 'run-start', run, turn, from: 0, to: 0, end: null, writer: agent, epoch, about: '' });
  }

  /** The first token goes at once; those made while the window is open go together when it closes. */
  onToken({ run, turn, agent, epoch }: AgentRun, token: number): void {
    const { windows } = this.#state;
    const waiting = windows.get(run);
    if (waiting === undefined) {
      this.#publish({
        record: 'output',
        run,
        turn,
        from: token,
        to: token,
        end: null,
        writer: agent,
        epoch,
        about: '',
      });
      this.#openWindow(run);
    } else {
      windows.set(run, { from: waiting === null ? token : waiting.from, to: token });
    }
  }

  closeWindow(run: number): void {
    if (this.#flush(run)) this.#openWindow(run);
    else this.#state.windows.delete(run);
  }

  onRunEnded({ run, turn, end, agent, epoch }: AgentRun): void {
    this.#flush(run);
    this.#state.windows.delete(run);
    this.#publish({
      record: 'run-end',
      run,
      turn,
      from: 0,
      to: 0,
      end: end === 'running' ? null : end,
      writer: agent,
      epoch,
      about: '',
    });
  }

  /** A stop names the run that it is meant for; a late or repeated one changes nothing, an early one is kept. */
  #stop(turn: number): void {
    const { agent, kernel } = this.#world;
    const run = agent.runOfTurn(turn);
    const outcome = run === undefined ? 'kept' : run.end === 'running' ? 'applied' : 'nothing-to-stop';
    const arrived = kernel.record({ type: 'stop.arrived', actor: 'agent', run: run?.run ?? null, outcome });
    kernel.because(arrived, () => {
      if (run === undefined) this.#state.keptStops.add(turn);
      else agent.abort(run.run);
    });
  }

  #flush(run: number): boolean {
    const waiting = this.#state.windows.get(run);
    if (waiting === undefined || waiting === null) return false;
    const { turn, agent, epoch } = this.#world.agent.run(run);
    this.#publish({ record: 'output', run, turn, ...waiting, end: null, writer: agent, epoch, about: '' });
    this.#state.windows.set(run, null);
    return true;
  }

  #openWindow(run: number): void {
    if (this.#options.rollupMs === 0) return;
    this.#state.windows.set(run, null);
    const event: SessionEvent = { type: 'rollup.closes', run };
    this.#world.kernel.schedule(this.#options.rollupMs, 'timer', { kind: 'lane', event });
  }

  #publish(record: Omit<SessionRecord, 'offset'>): void {
    const event: SessionEvent = { type: 'session.receives', record };
    this.#world.kernel.schedule(this.#options.sessionHopMs, 'delivery', { kind: 'lane', event });
  }
}
