/** A machine at one moment: the state that it is in, how it got there, and what can move it next. */

import type { GraphState, GraphTransition, MachineGraph } from '../../protocol/machine-graph.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { MachineInstance, StateEntry } from './machine-instance.ts';
import { transitionText } from './transition-text.ts';

export interface MachineMoment {
  /** `null` before it began. */
  readonly entry: StateEntry | null;
  /** The paths of the state that it is in and of those around it, outermost first. */
  readonly active: readonly string[];
  readonly last: LastStep | null;
  /** In the order in which the definition tries them, from the innermost state outwards. */
  readonly next: readonly NextStep[];
}

/** What took it into the state that it is in. The trace tells states; of several transitions between the same two, each is named. */
export interface LastStep {
  readonly from: string;
  /** Places in the machine's `transitions`. */
  readonly transitions: readonly number[];
}

/** Everything that leads from the active states to one target. */
export interface NextStep {
  readonly from: string;
  /** `null`: it acts and stays. */
  readonly to: string | null;
  readonly transitions: readonly number[];
  /** What it waits for, one text a transition. */
  readonly texts: readonly string[];
  /** The number of its arrow, counted from 1; `null` for what stays. */
  readonly number: number | null;
}

/** The state that it is in at `atMs`, `null` before it began. */
export function entryAt({ entries }: MachineInstance, atMs: VirtualMs): StateEntry | null {
  return entries[lastBy(entries, atMs)] ?? null;
}

/** `null` stands for the time before it began. */
export function machineMoment({ chart, entries }: MachineInstance, atMs: VirtualMs | null): MachineMoment {
  const at = atMs === null ? -1 : lastBy(entries, atMs);
  const entry = entries[at] ?? null;
  if (entry === null) return { entry, active: [], last: null, next: [] };
  const before = entries[at - 1];
  const active = withParents(entry.state);
  return {
    entry,
    active,
    last: before === undefined ? null : lastStep(chart, before.state, entry.state),
    next: nextSteps(chart, active.toReversed()),
  };
}

/** `open.live` as `open` and `open.live`. */
function withParents(path: string): readonly string[] {
  const names = path.split('.');
  return names.map((_, at) => names.slice(0, at + 1).join('.'));
}

/** The state that one is in once `path` is entered: its first one, where it has states inside, and so on. */
export function innermost(states: readonly GraphState[], path: string): string {
  const first = states.find(({ parent, isInitial }) => parent === path && isInitial);
  return first === undefined ? path : innermost(states, first.path);
}

function lastBy(entries: readonly StateEntry[], atMs: VirtualMs): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lastStep(graph: MachineGraph, from: string, to: string): LastStep | null {
  // The innermost state is asked first, and what it does not take is asked of those around it.
  for (const source of withParents(from).toReversed()) {
    const places = graph.transitions.flatMap((transition, at) =>
      transition.from === source && transition.to !== null && innermost(graph.states, transition.to) === to ? [at] : [],
    );
    if (places.length > 0) return { from: source, transitions: places };
  }
  return null;
}

function nextSteps({ transitions }: MachineGraph, sources: readonly string[]): readonly NextStep[] {
  const steps = sources.flatMap((source) => {
    const own = transitions.map((transition, at) => ({ ...transition, at })).filter(({ from }) => from === source);
    const targets = [...new Set(own.map(({ to }) => to))];
    return targets.map((to) =>
      step(
        source,
        to,
        own.filter((transition) => transition.to === to),
      ),
    );
  });
  let count = 0;
  return steps.map((one) => ({ ...one, number: one.to === null ? null : (count += 1) }));
}

type Placed = GraphTransition & { readonly at: number };

function step(from: string, to: string | null, own: readonly Placed[]): Omit<NextStep, 'number'> {
  return { from, to, transitions: own.map(({ at }) => at), texts: own.map(transitionText) };
}
