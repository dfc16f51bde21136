/**
 * Every (state, event) cell of a machine, found by breadth-first search over the same pure step
 * that the kernel uses. An event may be given in several variants and a machine with several
 * inputs; a cell then lists each outcome.
 */

import type { AnyStateMachine } from 'xstate';
import { startMachine, stepMachine } from '../sim/kernel/machine-host.ts';
import type { MachineCell, MachineInput, MachineStep } from '../sim/kernel/machine-host.ts';

/** For each state, what each event leads to: a state, `(ignored)`, or `(stays)` when it acts without moving. */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function exploreMachine(
  machine: AnyStateMachine,
  inputs: readonly unknown[],
  alphabet: readonly MachineInput[],
): TransitionTable {
  const outcomes = new Map<string, Map<string, Set<string>>>();
  const timersOf = new Map<string, MachineInput[]>();
  const seen = new Set<string>();
  const todo: MachineCell[] = [];
  const visit = (step: MachineStep): void => {
    const { cell } = step;
    const armed = step.effects.flatMap((effect) => (effect.kind === 'timer.arm' ? [effect.event] : []));
    if (armed.length > 0) timersOf.set(cell.state, armed);
    const key = `${cell.state} ${JSON.stringify(cell.snapshot.context)}`;
    if (seen.has(key) || seen.size > 2_000) return;
    seen.add(key);
    todo.push(cell);
  };
  for (const input of inputs) visit(startMachine(machine, 'laptop', null, input));
  for (let cell = todo.shift(); cell !== undefined; cell = todo.shift()) {
    for (const event of [...alphabet, ...(timersOf.get(cell.state) ?? [])]) {
      const step = stepMachine(cell, event);
      const row = outcomes.get(cell.state) ?? new Map<string, Set<string>>();
      outcomes.set(cell.state, row);
      const name = eventName(event);
      row.set(name, (row.get(name) ?? new Set()).add(outcomeOf(cell, step)));
      visit(step);
    }
  }
  return Object.fromEntries(
    [...outcomes].map(([state, row]) => [
      state,
      Object.fromEntries([...row].map(([event, found]) => [event, [...found].toSorted().join(' or ')])),
    ]),
  );
}

function outcomeOf(before: MachineCell, step: MachineStep): string {
  if (step.ignored) return '(ignored)';
  return step.cell.state === before.state ? '(stays)' : step.cell.state;
}

/** `xstate.after.RETRY.…` reads `after RETRY`. */
function eventName({ type }: MachineInput): string {
  const delay = /^xstate\.after\.(?<delay>[A-Z_]+)\./.exec(type)?.groups?.['delay'];
  return delay === undefined ? type : `after ${delay}`;
}
