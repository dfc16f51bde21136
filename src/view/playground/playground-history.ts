/** Edits, drags, undo and redo: how the playground walks its tree of edits. */

import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import type { Edit } from './edit-script.ts';
import { amend, currentNode, grow, nodeAt, openScenario, redoAct, undoAct } from './edit-tree.ts';
import type { EditTree } from './edit-tree.ts';
import type { DragPhase, PlaygroundAction } from './playground-action.ts';
import type { Gesture, PlaygroundState } from './playground-state.ts';

/** One edit, one step; a drag under way is given up. */
export function commit(
  state: PlaygroundState,
  edit: Edit | null,
  also: Partial<PlaygroundState> = {},
): PlaygroundState {
  return edit === null ? state : walk(state, (tree) => grow(tree, edit.label, edit.scenario), also);
}

/** Another scenario takes the place of this one, which stays where it is in the tree. */
export function open(
  state: PlaygroundState,
  scenario: CompiledScenario,
  also: Partial<PlaygroundState> = {},
): PlaygroundState {
  return walk(state, (tree) => openScenario(tree, scenario), also);
}

/** Any act on the tree, and what comes with it; where people stood before it becomes the ghost. */
export function walk(
  state: PlaygroundState,
  act: (tree: EditTree) => EditTree,
  also: Partial<PlaygroundState> = {},
): PlaygroundState {
  const base = state.gesture === null ? state : cancel(state);
  const tree = act(base.tree);
  if (tree.current === base.tree.current) return { ...base, tree, ...also };
  return { ...base, tree, scenario: currentNode(tree).scenario, ghost: base.run, ...also };
}

/** A drag changes the script all the time and is one step when it is dropped. */
export function drag(
  state: PlaygroundState,
  phase: DragPhase,
  name: string,
  edit: (base: CompiledScenario) => Edit | null,
): PlaygroundState {
  if (phase === 'cancelled') return cancel(state);
  const gesture = state.gesture ?? { before: state.scenario, ghostBefore: state.ghost };
  const edited = edit(gesture.before);
  if (edited === null) return state;
  const ghost = state.gesture === null ? state.run : state.ghost;
  if (phase === 'dragging') return { ...state, gesture, ghost, scenario: edited.scenario };
  return drop(state, name, gesture, ghost, edited, edit);
}

/** One step for a whole drag; nudges of the same entry, one after the other, are one step too. */
function drop(
  state: PlaygroundState,
  name: string,
  gesture: Gesture,
  ghost: Run | null,
  edited: Edit,
  edit: (base: CompiledScenario) => Edit | null,
): PlaygroundState {
  if (isSameScript(edited.scenario, gesture.before)) return cancel({ ...state, gesture });
  const { tree } = state;
  if (state.gesture === null && tree.nudged === name) {
    const label = nudgeLabel(tree, edit) ?? edited.label;
    return { ...state, scenario: edited.scenario, tree: amend(tree, label, edited.scenario) };
  }
  const grew = grow(tree, edited.label, edited.scenario);
  // A branch that was there before is gone back to, and not written over.
  const nudged = state.gesture === null && grew.nodes.length > tree.nodes.length ? name : null;
  return grown({ ...state, gesture: null, ghost, scenario: currentNode(grew).scenario, tree: { ...grew, nudged } });
}

/** What a series of nudges changed from where it began. */
function nudgeLabel(tree: EditTree, edit: (base: CompiledScenario) => Edit | null): string | null {
  const { parent } = currentNode(tree);
  return parent === null ? null : (edit(nodeAt(tree, parent).scenario)?.label ?? null);
}

function cancel(state: PlaygroundState): PlaygroundState {
  if (state.gesture === null) return state;
  return { ...state, scenario: state.gesture.before, ghost: state.gesture.ghostBefore, gesture: null };
}

/** What is typed is one step for each burst, however often it could be read in between. */
export function write(state: PlaygroundState, { scenario, burst, label }: Writing): PlaygroundState {
  const base = state.gesture === null ? state : cancel(state);
  const { tree } = base;
  const name = `text ${burst}`;
  // Places in the script may be others now, and the run may end earlier.
  const playheadMs = base.playheadMs === null ? null : Math.min(base.playheadMs, scenario.horizonMs);
  const also = { selected: [], playheadMs } as const;
  if (tree.nudged === name) return { ...base, ...also, scenario, tree: amend(tree, label, scenario) };
  const grew = grow(tree, label, scenario);
  if (grew === tree) return base;
  // A branch that was there before is gone back to, and not written over.
  const nudged = grew.nodes.length === tree.nodes.length ? null : name;
  return { ...base, ...also, scenario: currentNode(grew).scenario, ghost: base.run, tree: { ...grew, nudged } };
}

type Writing = Extract<PlaygroundAction, { readonly type: 'scenario.written' }>;

/** Takes the newest act back, whatever it was: an edit, a branch that was opened, removed or named. */
export function undo(state: PlaygroundState): PlaygroundState {
  if (state.gesture !== null) return cancel(state);
  return state.tree.past.length === 0 ? state : walk(state, undoAct, { selected: [] });
}

export function redo(state: PlaygroundState): PlaygroundState {
  if (state.tree.future.length === 0 || state.gesture !== null) return state;
  return walk(state, redoAct, { selected: [] });
}

/** A fitted span grows with the run, and never under a finger that is dragging. */
export function grown(state: PlaygroundState): PlaygroundState {
  if (state.isZoomed || state.gesture !== null || state.run === null) return state;
  const { toMs } = eventfulSpan(state.run);
  return toMs > state.span.toMs ? { ...state, span: { ...state.span, toMs } } : state;
}

function isSameScript(a: CompiledScenario, b: CompiledScenario): boolean {
  return JSON.stringify(a.script) === JSON.stringify(b.script);
}
