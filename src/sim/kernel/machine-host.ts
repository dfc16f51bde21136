/**
 * The only file that knows the names of XState's actions. A machine is stepped with the pure
 * `transition`; what it wants done comes back as data. Machines of the simulator may use `after`,
 * `always`, `assign`, `raise` and `emit`; anything else is refused, so that live mode and virtual
 * time cannot drift apart.
 */

import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, ExecutableActionsFrom } from 'xstate';
import { AssertionError } from '../../base/assert.ts';
import { StepMemory } from './step-memory.ts';

/** An event for a machine: a type, and plain data beside it. */
export interface MachineInput {
  readonly type: string;
}

export type MachineEffect =
  | { readonly kind: 'timer.arm'; readonly timerId: string; readonly delayMs: number; readonly event: MachineInput }
  | { readonly kind: 'timer.cancel'; readonly timerId: string }
  | { readonly kind: 'emit'; readonly event: MachineInput };

/** A machine and where it stands. Immutable: a step makes a new cell, so that worlds can share it. */
export class MachineCell {
  readonly machine: AnyStateMachine;
  readonly snapshot: AnyMachineSnapshot;
  readonly actor: string;
  readonly run: number | null;

  constructor(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, actor: string, run: number | null) {
    this.machine = machine;
    this.snapshot = snapshot;
    this.actor = actor;
    this.run = run;
  }

  /** The active state; nested states are joined with a dot. */
  get state(): string {
    return stateName(this.snapshot.value);
  }
}

export interface MachineStep {
  readonly cell: MachineCell;
  readonly effects: readonly MachineEffect[];
  /** The machine has no answer to this event in its state. */
  readonly ignored: boolean;
}

interface Taken {
  readonly snapshot: AnyMachineSnapshot;
  readonly effects: readonly MachineEffect[];
}

const memory = new StepMemory<Taken>();

export function startMachine(machine: AnyStateMachine, actor: string, run: number | null, input: unknown): MachineStep {
  const { snapshot, effects } = memory.start(machine, input, () => {
    const [first, actions] = initialTransition(machine, input);
    return { snapshot: first, effects: toEffects(actions) };
  });
  return { cell: new MachineCell(machine, snapshot, actor, run), effects, ignored: false };
}

export function stepMachine(cell: MachineCell, event: MachineInput): MachineStep {
  const { machine, actor, run } = cell;
  const { snapshot, effects } = memory.step(cell.snapshot, event, () => {
    const [next, actions] = transition(machine, cell.snapshot, event);
    return { snapshot: next, effects: toEffects(actions) };
  });
  // A transition without a target that only emits gives the same snapshot back, with something to do.
  if (snapshot === cell.snapshot && effects.length === 0) return { cell, effects, ignored: true };
  return { cell: new MachineCell(machine, snapshot, actor, run), effects, ignored: false };
}

function toEffects(actions: readonly ExecutableActionsFrom<AnyStateMachine>[]): readonly MachineEffect[] {
  return actions.flatMap((action): readonly MachineEffect[] => {
    // XState types the parameters of its built-in actions as unknown; their shapes are pinned by machine-host.test.ts.
    const type: string = action.type;
    const params = action.params as {
      readonly id?: string;
      readonly sendId?: string;
      readonly delay?: number;
      readonly event?: MachineInput;
    };
    if (type === 'xstate.raise' && params.event !== undefined) {
      // A raise without a delay was consumed within the same step; only delayed ones are timers.
      if (params.delay === undefined) return [];
      return [{ kind: 'timer.arm', timerId: params.id ?? '', delayMs: params.delay, event: params.event }];
    }
    if (type === 'xstate.cancel') return [{ kind: 'timer.cancel', timerId: params.sendId ?? '' }];
    if (type === 'xstate.emit' && params.event !== undefined) return [{ kind: 'emit', event: params.event }];
    throw new AssertionError(
      `unable to step a machine; it asked for "${type}", and simulated machines may use after, always, assign, raise and emit only`,
    );
  });
}

function stateName(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries(value as Record<string, unknown>)
    .map(([key, inner]) => `${key}.${stateName(inner)}`)
    .join('+');
}
