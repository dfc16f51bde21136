/**
 * What becomes of a run whose process died or stands still: nothing, or another process goes on with
 * it under a new epoch, or it is done again from the start. A durable session alone does none of
 * this; it is durable execution beside it. Sources: F1.5 row 24, F2.8; W D1 S12, agent restart and
 * epochs.
 */

import type { AgentRun } from '../../agent/agent-run.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import type { SessionLog } from './session-log.ts';
import type { SessionPens } from './session-pens.ts';

export class SessionRecovery {
  readonly #world: LaneWorld;
  readonly #options: DurableOptions;
  readonly #pens: SessionPens;
  readonly #log: SessionLog;

  constructor(world: LaneWorld, options: DurableOptions, pens: SessionPens, log: SessionLog) {
    this.#world = world;
    this.#options = options;
    this.#pens = pens;
    this.#log = log;
  }

  /** A process that is up looks for runs that were left behind. */
  onProcessUp(id: number): void {
    const { agent: owner } = this.#world.processes.get(id);
    for (const run of this.#orphans()) if (run.agent === owner || !this.#hasOwn(run.agent)) this.#recover(run, id);
  }

  /** The lease of a run is over: it was renewed if its process lives, else another one takes the run. */
  onLeaseOver(number: number, attempt: number): void {
    const { agent, processes } = this.#world;
    const run = agent.run(number);
    const isTakenUp = !agent.runsOfTurn(run.turn).includes(run);
    if (isTakenUp || run.epoch !== attempt || this.#log.isOver(number)) return;
    const { condition } = processes.get(run.process);
    const isAlive = condition !== 'down' && !processes.isPaused(run.process);
    if (run.end !== 'crashed' && (run.end !== 'running' || isAlive)) return this.#renew(run);
    const successor = processes.firstUpBut(run.agent, run.process);
    if (successor === null) this.#renew(run);
    else this.#recover(run, successor);
  }

  /** Somebody has to look again, for as long as the run is not over. */
  #renew({ run, epoch, end }: AgentRun): void {
    if (end === 'complete' || end === 'cancelled') return;
    const event: SessionEvent = { type: 'lease.over', run, attempt: epoch };
    this.#world.kernel.schedule(this.#options.leaseMs, 'timer', { kind: 'lane', event });
  }

  #recover(former: AgentRun, process: number): void {
    const { agent } = this.#world;
    if (this.#options.recovery === 'restart') {
      // It takes up the pen of the run before it when it starts: the same producer, from the first token.
      agent.start(former.turn, process, former.agent);
      return;
    }
    const { tokens, steps } = this.#log.progressOf(former.run);
    const run = agent.adopt(former.run, process, tokens, steps, former.epoch + 1);
    this.#pens.take(run, former);
    this.#renew(run);
  }

  /** Runs that died with their process, whose answer nobody has taken up since. */
  #orphans(): readonly AgentRun[] {
    if (this.#options.recovery === 'none') return [];
    const { agent } = this.#world;
    return agent.runsCrashed().filter((run) => agent.runsOfTurn(run.turn).includes(run) && !this.#log.isOver(run.run));
  }

  #hasOwn(agent: string): boolean {
    return this.#world.processes.hasOwn(agent);
  }
}
