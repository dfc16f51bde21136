/** The runs that there are and were: questions that change nothing. */

import { assertPresent } from '../../base/assert.ts';
import type { AgentRun, AgentState } from './agent-run.ts';

export class RunList {
  /** The names of the agents, the first one first. */
  readonly names: readonly string[];
  readonly #state: AgentState;

  constructor(state: AgentState, names: readonly string[]) {
    this.#state = state;
    this.names = names;
  }

  run(run: number): AgentRun {
    return assertPresent(this.#state.runs[run - 1], `there is no run ${run}`);
  }

  /** The newest run of each agent for a turn. */
  runsOfTurn(turn: number): readonly AgentRun[] {
    return this.names.flatMap((name) => {
      const run = this.#state.runs.findLast((other) => other.turn === turn && other.agent === name);
      return run === undefined ? [] : [run];
    });
  }

  /** The newest run for a turn, if it has one. */
  runOfTurn(turn: number): AgentRun | undefined {
    return this.#state.runs.findLast((run) => run.turn === turn);
  }

  /** The newest run of the first agent. */
  latestRun(): AgentRun | undefined {
    const [first] = this.names;
    return this.#state.runs.findLast((run) => run.agent === first);
  }

  /** Every run that has not ended, in the order in which they started. */
  runsUnderWay(): readonly AgentRun[] {
    return this.#state.runs.filter((run) => run.end === 'running');
  }

  /** Every epoch that lives in a process, also those that were taken over. */
  runsIn(process: number): readonly AgentRun[] {
    return [...this.#state.runs, ...this.#state.former].filter(
      (run) => run.process === process && run.end === 'running',
    );
  }

  /** The epoch of a run that an event was meant for. */
  attempt(number: number, epoch: number): AgentRun {
    const run = this.run(number);
    if (run.epoch === epoch) return run;
    const former = this.#state.former.find((other) => other.run === number && other.epoch === epoch);
    return assertPresent(former, `run ${number} has no epoch ${epoch}`);
  }

  /** The epoch that a machine belongs to, by the machine's key. */
  attemptOfKey(key: string): AgentRun {
    const [run = '', epoch = ''] = key.slice('run:'.length).split('/');
    return this.attempt(Number(run), Number(epoch));
  }

  /** The run before this one for the same prompt and agent, if it is not the first. */
  formerRun({ run, turn, agent }: AgentRun): AgentRun | undefined {
    return this.#state.runs.findLast((other) => other.turn === turn && other.agent === agent && other.run < run);
  }

  /** Runs that died with their process. */
  runsCrashed(): readonly AgentRun[] {
    return this.#state.runs.filter((run) => run.end === 'crashed');
  }

  /** Whether this is the newest epoch of its run. */
  isNewest(run: AgentRun): boolean {
    return this.run(run.run).epoch === run.epoch;
  }
}
