/**
 * Who is there, as the session tells it: an agent whose processes died without a word is called gone
 * after a delay, and there again as soon as one is up. Presence is not in the log and not in order
 * with it. Source: F1.5 row 16, F1.6.
 */

import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import type { SessionReaders } from './session-readers.ts';

export class SessionPresence {
  readonly #world: LaneWorld;
  /** Agents that were called gone. */
  readonly #gone: Set<string>;
  readonly #options: DurableOptions;
  readonly #readers: SessionReaders;

  constructor(world: LaneWorld, gone: Set<string>, options: DurableOptions, readers: SessionReaders) {
    this.#world = world;
    this.#gone = gone;
    this.#options = options;
    this.#readers = readers;
  }

  onProcessDown(process: number): void {
    const { agent } = this.#world.processes.get(process);
    const event: SessionEvent = { type: 'presence.due', agent };
    this.#world.kernel.schedule(this.#options.presenceDelayMs, 'timer', { kind: 'lane', event });
  }

  onProcessUp(process: number): void {
    const { agent } = this.#world.processes.get(process);
    if (this.#gone.delete(agent)) this.#say(agent, true);
  }

  /** The delay is over: an agent without a process is gone. */
  onDue(agent: string): void {
    if (this.#world.processes.firstUp(agent) !== null || this.#gone.has(agent)) return;
    this.#gone.add(agent);
    this.#say(agent, false);
  }

  #say(who: string, isPresent: boolean): void {
    const { kernel } = this.#world;
    const changed = kernel.record({ type: 'presence.changed', actor: 'session', who, isPresent });
    kernel.because(changed, () => this.#readers.mention({ kind: 'presence', who, isPresent }));
  }
}
