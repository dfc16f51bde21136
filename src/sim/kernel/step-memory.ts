/**
 * Steps that were taken before. A step is a pure function of machine, snapshot and event, so it can
 * be remembered: when a fault is dragged, nearly every transition of the re-run is one that the
 * last run took, and XState's 10 to 20 microseconds for each are saved. Remembering changes no
 * result; the laws compare first runs with later ones.
 */

import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';

/** Forgets everything past this many steps, so that drawn delays cannot fill the memory. */
const MOST_STEPS = 20_000;

export class StepMemory<Step> {
  #starts = new WeakMap<AnyStateMachine, Map<string, Step>>();
  #steps = new WeakMap<AnyMachineSnapshot, Map<string, Step>>();
  #count = 0;

  start(machine: AnyStateMachine, input: unknown, take: () => Step): Step {
    return this.#recall(this.#starts, machine, JSON.stringify({ input }), take);
  }

  step(snapshot: AnyMachineSnapshot, event: object, take: () => Step): Step {
    return this.#recall(this.#steps, snapshot, JSON.stringify(event), take);
  }

  #recall<Key extends object>(
    memory: WeakMap<Key, Map<string, Step>>,
    from: Key,
    what: string,
    take: () => Step,
  ): Step {
    let known = memory.get(from);
    if (known === undefined) {
      known = new Map();
      memory.set(from, known);
    }
    const remembered = known.get(what);
    if (remembered !== undefined) return remembered;
    const taken = take();
    known.set(what, taken);
    this.#count += 1;
    if (this.#count > MOST_STEPS) this.#forget();
    return taken;
  }

  #forget(): void {
    this.#starts = new WeakMap();
    this.#steps = new WeakMap();
    this.#count = 0;
  }
}
