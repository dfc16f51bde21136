/**
 * The mock agents: scripts of words, one token at an interval, with tool calls and questions between
 * them, in runs. An agent knows nothing of connections; the lane tells it to start and to abort.
 * Source: `model.md`, Agent.
 */

import { assert, assertNever, assertPresent } from '../../base/assert.ts';
import type { ApprovalAnswer } from '../../protocol/trace-event.ts';
import type { RunEnd } from '../../protocol/surface-status.ts';
import type { AgentPart, CompiledAgent } from '../../scenario/compiled-scenario.ts';
import type { MachineInput } from '../kernel/machine-host.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { keyOf } from './agent-run.ts';
import type { AgentRun, AgentSink, AgentState } from './agent-run.ts';
import { RunList } from './run-list.ts';
import { agentRunMachine } from './agent-run.machine.ts';
import type { AgentRunEffect, AgentRunEvent } from './agent-run.machine.ts';

export class Agent extends RunList {
  readonly #scripts: ReadonlyMap<string, CompiledAgent>;
  readonly #state: AgentState;
  readonly #kernel: Kernel;
  readonly #sink: AgentSink;

  constructor(agents: readonly CompiledAgent[], state: AgentState, kernel: Kernel, sink: AgentSink) {
    super(
      state,
      agents.map((agent) => agent.name),
    );
    this.#scripts = new Map(agents.map((agent) => [agent.name, agent]));
    this.#state = state;
    this.#kernel = kernel;
    this.#sink = sink;
  }

  /** Whether a run is between two words: in a tool, or waiting for an answer. */
  isQuiet(run: AgentRun): boolean {
    const { state } = this.#kernel.machine(keyOf(run));
    return state === 'working' || state === 'asking' || state === 'returning';
  }

  /** Whether a run waits for a person's answer. */
  isAsking(run: number): boolean {
    return this.#kernel.machine(keyOf(this.run(run))).state === 'asking';
  }

  /** Starts a run of one agent for the prompt of `turn`, which has reached `process` now. */
  start(turn: number, process: number, agent = assertPresent(this.names[0], 'there is an agent')): AgentRun {
    const number = this.#state.runs.length + 1;
    const run = createRun({ run: number, turn, agent, process, epoch: 0, tokens: 0, part: 0 });
    this.#state.runs.push(run);
    const started = this.#kernel.record({ type: 'run.started', actor: agent, run: number, turn, process });
    this.#kernel.because(started, () => {
      this.#begin(run);
      this.#sink.onRunStarted(run);
    });
    return run;
  }

  /**
   * Another process goes on with a run after `tokens` tokens, without the steps that are `done`. The
   * former epoch lives on where its process does.
   */
  adopt(number: number, process: number, tokens: number, done: ReadonlySet<string>, epoch: number): AgentRun {
    const former = this.run(number);
    assert(epoch > former.epoch, `run ${number} has had epoch ${epoch}`);
    const { parts } = this.#script(former);
    const part = parts.findIndex((other) => other.afterToken >= tokens && !done.has(other.step));
    const { turn, agent } = former;
    const next = part === -1 ? parts.length : part;
    const run = createRun({ run: number, turn, agent, process, epoch, tokens, part: next });
    // Also one that died: what was scheduled for it may still come.
    this.#state.former.push(former);
    this.#state.runs[number - 1] = run;
    const fact = { type: 'run.adopted', actor: run.agent, run: number, epoch, from: tokens + 1, process } as const;
    this.#kernel.because(this.#kernel.record(fact), () => this.#begin(run));
    return run;
  }

  /** Asks a run to end; returns whether it was still running. */
  abort(run: number): boolean {
    return this.#tell(this.run(run), { type: 'run.abort' });
  }

  stall(run: number): void {
    this.#tell(this.run(run), { type: 'run.stall' });
  }

  /** Ends what lives in a process that died; returns the newest epochs among it. */
  crash(process: number): readonly AgentRun[] {
    const dead = this.runsIn(process);
    for (const run of dead) this.#tell(run, { type: 'run.crash' });
    return dead.filter((run) => this.isNewest(run));
  }

  /** An epoch hears that it was taken over, and stops without a word. */
  halt(run: AgentRun): void {
    this.#tell(run, { type: 'run.crash' });
  }

  /** A person answered; returns whether the run was waiting for that. What it approves happens now, and the run goes on right after. */
  settle(run: number, answer: ApprovalAnswer): boolean {
    const asked = this.run(run);
    const part = this.#nextPart(asked);
    if (part?.kind !== 'approval' || this.#kernel.machine(keyOf(asked)).state !== 'asking') return false;
    const { step } = part;
    const fact = { type: 'approval.settled', actor: asked.agent, run, step, answer } as const;
    this.#kernel.because(this.#kernel.record(fact), () => {
      this.#tell(asked, { type: 'approval.settle', isApproved: answer === 'approve' });
    });
    return true;
  }

  /**
   * The person adds something; it is taken in where the words pause next (before and after a tool or
   * a question), or `atOnce`. Returns whether the run still ran.
   */
  steer(run: number, atOnce: boolean): boolean {
    const steered = this.run(run);
    if (steered.end !== 'running') return false;
    if (this.#kernel.cause !== null) steered.steers.push(this.#kernel.cause);
    if (atOnce) this.#takeSteers(steered);
    return true;
  }

  /** A token of `run` is due. */
  generate(number: number, epoch: number): void {
    const run = this.attempt(number, epoch);
    const { state } = this.#kernel.machine(keyOf(run));
    if (state !== 'generating' && state !== 'aborting') return;
    run.tokens += 1;
    const { tokens } = run;
    const generated = this.#kernel.record({ type: 'token.generated', actor: run.agent, run: number, token: tokens });
    this.#kernel.because(generated, () => {
      this.#sink.onToken(run, tokens);
      this.#goOn(run, this.#script(run).tokenIntervalMs);
    });
  }

  /** Carries out what a run's machine asks for. */
  carryOut(key: string, asked: MachineInput): void {
    const run = this.attemptOfKey(key);
    // The host knows machines by their base type; this one emits these effects and no others.
    const effect = asked as AgentRunEffect;
    switch (effect.type) {
      case 'script.go-on':
        if (!effect.isFirst) this.#takeSteers(run);
        return this.#goOn(run, effect.isFirst || run.tokens === 0 ? 0 : this.#script(run).tokenIntervalMs);
      case 'step.apply':
        return this.#applyEffect(run);
      case 'step.finish':
        return this.#finishStep(run);
      case 'abort.noted':
        run.aborting = this.#kernel.record({ type: 'run.aborting', actor: run.agent, run: run.run });
        return;
      case 'stall.noted':
        this.#kernel.record({ type: 'run.stalled', actor: run.agent, run: run.run });
        return;
      case 'run.over':
        return this.#end(run, effect.end);
      default:
        assertNever(effect);
    }
  }

  #begin(run: AgentRun): void {
    const { firstTokenMs, stopLagMs } = this.#script(run);
    this.#kernel.startMachine(keyOf(run), agentRunMachine, run.agent, run.run, { firstTokenMs, stopLagMs });
  }

  /** A part that is due comes first, then the next token after `delayMs`, or the end. */
  #goOn(run: AgentRun, delayMs: number): void {
    const part = this.#nextPart(run);
    if (part !== undefined && part.afterToken <= run.tokens) {
      // Once an abort is noted, no tool is called any more, and what would come after one is not said.
      if (this.#kernel.machine(keyOf(run)).state === 'generating') this.#takePart(run, part);
      return;
    }
    if (run.tokens < this.#script(run).words.length) {
      this.#kernel.schedule(delayMs, 'timer', { kind: 'token', run: run.run, epoch: run.epoch });
    } else {
      this.#tell(run, { type: 'answer.finished' });
    }
  }

  #takePart(run: AgentRun, part: AgentPart): void {
    this.#takeSteers(run);
    const { step } = part;
    if (part.kind === 'approval') {
      const { approval } = part;
      const asked = this.#kernel.record({ type: 'approval.asked', actor: run.agent, run: run.run, step, approval });
      return this.#kernel.because(asked, () => {
        this.#tell(run, { type: 'approval.ask' });
        this.#sink.onApprovalAsked(run, part);
      });
    }
    const { tool, forMs, ignoresAbort } = part;
    const { run: number, turn, agent: actor } = run;
    const started = this.#kernel.record({ type: 'tool.started', actor, run: number, turn, step, tool });
    this.#kernel.because(started, () => {
      this.#tell(run, { type: 'tool.call', forMs, ignoresAbort });
      this.#sink.onToolStarted(run, part);
    });
  }

  #applyEffect(run: AgentRun): void {
    const part = this.#nextPart(run);
    if (part?.effect !== true) return;
    const tool = part.kind === 'tool' ? part.tool : part.approval;
    const { run: number, turn, agent: actor } = run;
    this.#kernel.record({ type: 'effect.applied', actor, run: number, turn, step: part.step, tool });
  }

  #finishStep(run: AgentRun): void {
    const part = this.#nextPart(run);
    if (part === undefined) return;
    run.part += 1;
    if (part.kind === 'approval') return this.#sink.onStepDone(run, part);
    const { step, tool } = part;
    const { run: number, turn, agent: actor } = run;
    const ended = this.#kernel.record({ type: 'tool.ended', actor, run: number, turn, step, tool });
    this.#kernel.because(ended, () => this.#sink.onStepDone(run, part));
  }

  #takeSteers(run: AgentRun): void {
    for (const steer of run.steers.splice(0)) {
      this.#kernel.because(steer, () =>
        this.#kernel.record({ type: 'steer.consumed', actor: run.agent, run: run.run }),
      );
    }
  }

  #end(run: AgentRun, end: Exclude<RunEnd, 'running'>): void {
    run.end = end;
    // A former epoch has no say any more in how the run ended.
    if (!this.isNewest(run)) return end === 'crashed' ? undefined : this.#sink.onRunEnded(run);
    const { tokens, agent: actor } = run;
    const cause = end === 'cancelled' && run.aborting !== null ? run.aborting : this.#kernel.cause;
    this.#kernel.because(cause, () => {
      const ended = this.#kernel.record({ type: 'run.ended', actor, run: run.run, end, tokens });
      if (end !== 'crashed') this.#kernel.because(ended, () => this.#sink.onRunEnded(run));
    });
  }

  #tell(run: AgentRun, event: AgentRunEvent): boolean {
    return this.#kernel.send(keyOf(run), event);
  }

  #nextPart(run: AgentRun): AgentPart | undefined {
    return this.#script(run).parts[run.part];
  }

  #script({ agent }: AgentRun): CompiledAgent {
    return assertPresent(this.#scripts.get(agent), `there is no agent "${agent}"`);
  }
}

function createRun(start: Omit<AgentRun, 'end' | 'steers' | 'aborting'>): AgentRun {
  return { ...start, end: 'running', steers: [], aborting: null };
}
