/**
 * The branch that people compare with. It stays while they go on editing, its run takes the place of
 * the ghost, and to open it turns the comparison around. Its run is not kept with the tree: it is
 * simulated again when somebody asks.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import { nodeAt, openNode } from './edit-tree.ts';
import type { NodeId } from './edit-tree.ts';
import { walk } from './playground-history.ts';
import type { PlaygroundState } from './playground-state.ts';

export interface Comparison {
  readonly node: NodeId;
  /** What is simulated for it. */
  readonly scenario: CompiledScenario;
  /** `null` until it has been simulated, and when it could not be. */
  readonly run: Run | null;
  readonly failure: string | null;
}

/** Begins to compare with a branch, or ends it with `null`. A branch is not compared with itself. */
export function compareWith(state: PlaygroundState, node: NodeId | null): PlaygroundState {
  if (node === null) return { ...state, comparison: null };
  const known = state.tree.nodes[node];
  if (known === undefined || known.isRemoved || node === state.tree.current) return state;
  return { ...state, comparison: { node, scenario: known.scenario, run: null, failure: null } };
}

/** Goes to a branch. The one that people compare with changes places with the one that they were on. */
export function openBranch(state: PlaygroundState, node: NodeId): PlaygroundState {
  const opened = walk(state, (tree) => openNode(tree, node), { selected: [] });
  if (state.comparison?.node !== node || opened.tree.current !== node) return opened;
  const left = nodeAt(opened.tree, state.tree.current);
  const run = state.gesture === null && state.answered === left.scenario && state.failure === null ? state.run : null;
  return { ...opened, comparison: { node: left.id, scenario: left.scenario, run, failure: null } };
}

/** What came of simulating a branch; of another one than people compare with by now it is left aside. */
export function noteCompared(
  state: PlaygroundState,
  scenario: CompiledScenario,
  came: Pick<Comparison, 'run' | 'failure'>,
): PlaygroundState {
  const { comparison } = state;
  if (comparison?.scenario !== scenario) return state;
  return { ...state, comparison: { ...comparison, ...came } };
}

/** A branch that is removed is not compared with. */
export function withoutRemoved(state: PlaygroundState): PlaygroundState {
  const { comparison, tree } = state;
  return comparison !== null && nodeAt(tree, comparison.node).isRemoved ? { ...state, comparison: null } : state;
}

/** The run that is drawn behind the one on the page: the branch that people compare with, else the outcome before the last edit. */
export function ghostOf({ comparison, ghost, scenario, tree }: PlaygroundState): Run | null {
  // Of another scenario there are only numbers to compare: its time is not this one's.
  if (comparison === null || comparison.node === tree.current || comparison.scenario.id !== scenario.id) return ghost;
  return comparison.run ?? ghost;
}
