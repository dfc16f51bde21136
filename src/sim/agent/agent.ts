/**
 * The mock agent: a script of words, one token at an interval, in runs. It knows nothing of
 * connections; the lane tells it to start and to abort. Source: `model.md`, Agent.
 */

import { assertNever, assertPresent } from '../../base/assert.ts';
import type { RunEnd } from '../../protocol/surface-status.ts';
import type { CompiledAgent } from '../../scenario/compiled-scenario.ts';
import type { MachineCell, MachineInput } from '../kernel/machine-host.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { agentRunMachine } from './agent-run.machine.ts';
import type { AgentRunEffect } from './agent-run.machine.ts';

export interface AgentRun {
  readonly run: number;
  readonly turn: number;
  /** Tokens generated so far. */
  tokens: number;
  end: RunEnd;
}

export interface AgentState {
  readonly runs: AgentRun[];
}

/** Who hears of what the agent makes. The cause of each call is the fact it tells. */
export interface AgentSink {
  onRunStarted(run: AgentRun): void;
  onToken(run: AgentRun, token: number): void;
  onRunEnded(run: AgentRun): void;
}

const keyOf = (run: number): string => `run:${run}`;

export class Agent {
  readonly #script: CompiledAgent;
  readonly #state: AgentState;
  readonly #kernel: Kernel;
  readonly #sink: AgentSink;

  constructor(script: CompiledAgent, state: AgentState, kernel: Kernel, sink: AgentSink) {
    this.#script = script;
    this.#state = state;
    this.#kernel = kernel;
    this.#sink = sink;
  }

  run(run: number): AgentRun {
    return assertPresent(this.#state.runs[run - 1], `there is no run ${run}`);
  }

  /** The newest run for a turn, if it has one. */
  runOfTurn(turn: number): AgentRun | undefined {
    return this.#state.runs.findLast((run) => run.turn === turn);
  }

  latestRun(): AgentRun | undefined {
    return this.#state.runs.at(-1);
  }

  /** Starts a run for the prompt of `turn`, which has arrived now. */
  start(turn: number): AgentRun {
    const run: AgentRun = { run: this.#state.runs.length + 1, turn, tokens: 0, end: 'running' };
    this.#state.runs.push(run);
    const started = this.#kernel.record({ type: 'run.started', actor: 'agent', run: run.run, turn });
    this.#kernel.because(started, () => {
      const { firstTokenMs, stopLagMs } = this.#script;
      this.#kernel.startMachine(keyOf(run.run), agentRunMachine, 'agent', run.run, { firstTokenMs, stopLagMs });
      this.#sink.onRunStarted(run);
    });
    return run;
  }

  /** Asks a run to end; returns whether it was still running. */
  abort(run: number): boolean {
    return this.#kernel.send(keyOf(run), { type: 'run.abort' });
  }

  stall(run: number): void {
    this.#kernel.send(keyOf(run), { type: 'run.stall' });
  }

  /** A token of `run` is due. */
  generate(runNumber: number): void {
    const run = this.run(runNumber);
    const { state } = this.#kernel.machine(keyOf(runNumber));
    if (state !== 'generating' && state !== 'aborting') return;
    run.tokens += 1;
    const generated = this.#kernel.record({ type: 'token.generated', actor: 'agent', run: run.run, token: run.tokens });
    this.#kernel.because(generated, () => {
      this.#sink.onToken(run, run.tokens);
      if (run.tokens === this.#script.words.length) this.#kernel.send(keyOf(run.run), { type: 'answer.finished' });
      else this.#scheduleToken(run.run, this.#script.tokenIntervalMs);
    });
  }

  /** Carries out what a run's machine asks for. */
  carryOut(cell: MachineCell, asked: MachineInput): void {
    const run = this.run(assertPresent(cell.run, 'an agent’s machine belongs to a run'));
    // The host knows machines by their base type; this one emits these effects and no others.
    const effect = asked as AgentRunEffect;
    switch (effect.type) {
      case 'tokens.begin':
        return this.#scheduleToken(run.run, 0);
      case 'abort.noted':
        this.#kernel.record({ type: 'run.aborting', actor: 'agent', run: run.run });
        return;
      case 'stall.noted':
        this.#kernel.record({ type: 'run.stalled', actor: 'agent', run: run.run });
        return;
      case 'run.over': {
        run.end = effect.end;
        const { tokens } = run;
        const ended = this.#kernel.record({ type: 'run.ended', actor: 'agent', run: run.run, end: effect.end, tokens });
        return this.#kernel.because(ended, () => this.#sink.onRunEnded(run));
      }
      default:
        assertNever(effect);
    }
  }

  #scheduleToken(run: number, delayMs: number): void {
    this.#kernel.schedule(delayMs, 'timer', { kind: 'token', run });
  }
}
