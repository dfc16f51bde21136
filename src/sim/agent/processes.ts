/**
 * The processes that agents run in, and where a request goes. A process that died takes no work; one
 * that stands still takes it, since nobody can tell, and does it when it goes on. Source: `model.md`,
 * Agent.
 */

import { assertPresent } from '../../base/assert.ts';

export interface ProcessState {
  readonly id: number;
  /** The agent that it is for; the first agent's serve the others as well where they share. */
  readonly agent: string;
  /** `leaving` finishes what it has and takes nothing new. */
  condition: 'up' | 'leaving' | 'down';
  /** Pauses that have not ended. */
  pauses: number;
}

export interface ProcessesState {
  readonly list: ProcessState[];
  /** How many requests were routed so far: they go round. */
  routed: number;
}

export function createProcesses(agents: readonly string[], processes: number): ProcessesState {
  const owners = agents.flatMap((agent, index) => Array.from({ length: index === 0 ? processes : 1 }, () => agent));
  return { list: owners.map((agent, index) => ({ id: index + 1, agent, condition: 'up', pauses: 0 })), routed: 0 };
}

export class Processes {
  readonly #state: ProcessesState;

  constructor(state: ProcessesState) {
    this.#state = state;
  }

  get(id: number): ProcessState {
    return assertPresent(this.#state.list[id - 1], `there is no process ${id}`);
  }

  /** The process that takes the next request for an agent, in turn; `null` when none is up. */
  route(agent: string): number | null {
    const up = this.#of(agent).filter((process) => process.condition === 'up');
    const chosen = up[this.#state.routed % Math.max(1, up.length)];
    this.#state.routed += 1;
    return chosen?.id ?? null;
  }

  /** The first process of an agent that is up; of all, where it has none of its own. */
  firstUp(agent: string): number | null {
    return this.#of(agent).find((process) => process.condition === 'up')?.id ?? null;
  }

  /** The first process of an agent that is up and goes on, other than this one. */
  firstUpBut(agent: string, id: number): number | null {
    const isFit = ({ id: other, condition, pauses }: ProcessState): boolean =>
      other !== id && condition === 'up' && pauses === 0;
    return this.#of(agent).find(isFit)?.id ?? null;
  }

  /** Whether an agent has processes of its own. */
  hasOwn(agent: string): boolean {
    return this.#state.list.some((process) => process.agent === agent);
  }

  #of(agent: string): readonly ProcessState[] {
    const own = this.#state.list.filter((process) => process.agent === agent);
    return own.length > 0 ? own : this.#state.list;
  }

  isPaused(id: number): boolean {
    return this.get(id).pauses > 0;
  }

  /** A new process beside the one that leaves, for the same agent. */
  replace(id: number): ProcessState {
    const { agent } = this.get(id);
    this.get(id).condition = 'leaving';
    const next: ProcessState = { id: this.#state.list.length + 1, agent, condition: 'up', pauses: 0 };
    this.#state.list.push(next);
    return next;
  }
}
