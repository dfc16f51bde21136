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
  /** Pauses that have not ended, by the script entries that began them. */
  readonly pauses: number[];
}

export interface ProcessesState {
  readonly list: ProcessState[];
  /** How many requests were routed so far: they go round. */
  routed: number;
}

export function createProcesses(agents: readonly string[], processes: number): ProcessesState {
  const owners = agents.flatMap((agent, index) => Array.from({ length: index === 0 ? processes : 1 }, () => agent));
  return { list: owners.map((agent, index) => ({ id: index + 1, agent, condition: 'up', pauses: [] })), routed: 0 };
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
    const up = this.#upFor(agent);
    const chosen = up[this.#state.routed % Math.max(1, up.length)];
    this.#state.routed += 1;
    return chosen?.id ?? null;
  }

  /** The first process of an agent that is up; of all, where it has none of its own. */
  firstUp(agent: string): number | null {
    return this.#upFor(agent)[0]?.id ?? null;
  }

  /** The first process of an agent that is up and goes on, other than this one. */
  firstUpBut(agent: string, id: number): number | null {
    return this.#upFor(agent).find(({ id: other, pauses }) => other !== id && pauses.length === 0)?.id ?? null;
  }

  /** Whether an agent has processes of its own. */
  hasOwn(agent: string): boolean {
    return this.#state.list.some((process) => process.agent === agent);
  }

  isPaused(id: number): boolean {
    return this.get(id).pauses.length > 0;
  }

  /** Ends one pause; returns whether the process goes on, which it does once no other pause is left. */
  endPause(id: number, index: number): boolean {
    const { pauses } = this.get(id);
    const at = pauses.indexOf(index);
    // A process that died meanwhile has no pause any more.
    if (at === -1) return false;
    pauses.splice(at, 1);
    return pauses.length === 0;
  }

  /** The process is gone; returns whether it was there. */
  kill(id: number): boolean {
    const process = this.get(id);
    if (process.condition === 'down') return false;
    process.condition = 'down';
    process.pauses.length = 0;
    return true;
  }

  /** A new process beside the one that leaves, for the same agent. */
  replace(id: number): ProcessState {
    const { agent } = this.get(id);
    this.get(id).condition = 'leaving';
    const next: ProcessState = { id: this.#state.list.length + 1, agent, condition: 'up', pauses: [] };
    this.#state.list.push(next);
    return next;
  }

  #upFor(agent: string): readonly ProcessState[] {
    const own = this.#state.list.filter((process) => process.agent === agent);
    const shared = own.length > 0 ? own : this.#state.list;
    return shared.filter((process) => process.condition === 'up');
  }
}
