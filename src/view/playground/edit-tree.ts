/**
 * Every scenario that people have made, as a tree: an edit of the past grows a branch beside the one
 * that was there. Nodes are never thrown away; one that is removed is out of sight and comes back
 * when its removal is undone. Pure; scenarios only, since a run can always be had again.
 */

import { assertPresent } from '../../base/assert.ts';
import type { LaneOutcome } from '../../projection/branches/branch-outcome.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

/** The index of a node in the list of all nodes; a parent's is less than its children's. */
export type NodeId = number;

export interface EditNode {
  readonly id: NodeId;
  /** `null` for a scenario as it was opened. */
  readonly parent: NodeId | null;
  /** What the edit changed, or what was opened. */
  readonly label: string;
  /** What people call the branch that ends here, `null` when it goes by what changed. */
  readonly name: string | null;
  readonly scenario: CompiledScenario;
  /** How its run came out, `null` when it has not been run yet. */
  readonly outcome: readonly LaneOutcome[] | null;
  readonly isRemoved: boolean;
}

/** One thing that people did to the tree: all that undo and redo need to take it back and do it again. */
export interface Act {
  readonly label: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly removed: readonly NodeId[];
  readonly renamed: { readonly node: NodeId; readonly from: string | null; readonly to: string | null } | null;
}

export interface EditTree {
  readonly nodes: readonly EditNode[];
  /** The node on the page; never a removed one. */
  readonly current: NodeId;
  /** What can be undone, the newest last; all of it since the page was opened. */
  readonly past: readonly Act[];
  /** What can be done again, the next one last. */
  readonly future: readonly Act[];
  /** What the newest act nudged, so that a series of nudges of one thing is one edit. */
  readonly nudged: string | null;
}

export function createEditTree(scenario: CompiledScenario): EditTree {
  const root = newNode(0, null, openingLabel(scenario), scenario);
  return { nodes: [root], current: 0, past: [], future: [], nudged: null };
}

/** The current node. */
export function currentNode(tree: EditTree): EditNode {
  return nodeAt(tree, tree.current);
}

export function nodeAt(tree: EditTree, id: NodeId): EditNode {
  return assertPresent(tree.nodes[id], `the tree has no node ${id}`);
}

/** The nodes that are in sight, parents before children. */
export function visibleNodes(tree: EditTree): readonly EditNode[] {
  return tree.nodes.filter(({ isRemoved }) => !isRemoved);
}

/** An edit of the current node. One that was made there before leads to the branch that it made then. */
export function grow(tree: EditTree, label: string, scenario: CompiledScenario): EditTree {
  return leadTo(tree, tree.current, label, scenario);
}

/** The current node goes on changing: a nudge after a nudge. Only while nothing was done in between. */
export function amend(tree: EditTree, label: string, scenario: CompiledScenario): EditTree {
  const last = tree.past.at(-1);
  if (last === undefined || tree.nudged === null) return grow(tree, label, scenario);
  return {
    ...tree,
    nodes: tree.nodes.with(tree.current, { ...currentNode(tree), label, scenario, outcome: null }),
    past: tree.past.with(-1, { ...last, label }),
  };
}

/** What the run of the current node came to. Not an act: there is nothing to undo. */
export function noteOutcome(tree: EditTree, outcome: readonly LaneOutcome[]): EditTree {
  return { ...tree, nodes: tree.nodes.with(tree.current, { ...currentNode(tree), outcome }) };
}

/** Another scenario, as it came; one that is there already as it came is gone back to. */
export function openScenario(tree: EditTree, scenario: CompiledScenario): EditTree {
  return leadTo(tree, null, openingLabel(scenario), scenario);
}

/** Goes to a node. To where people are, or to what is not there, nothing happens. */
export function openNode(tree: EditTree, id: NodeId): EditTree {
  const node = tree.nodes[id];
  if (node === undefined || node.isRemoved || id === tree.current) return tree;
  return act(tree, { label: `open ${quoted(branchName(node))}`, to: id });
}

/**
 * Takes an edit and all that follows from it out of sight; people who are on it go back to what it
 * was made of. A scenario as it came can only be removed from elsewhere.
 */
export function removeNode(tree: EditTree, id: NodeId): EditTree {
  const node = tree.nodes[id];
  if (node === undefined || node.isRemoved) return tree;
  const removed = branchFrom(tree, id);
  const isOnIt = removed.includes(tree.current);
  if (isOnIt && node.parent === null) return tree;
  const to = isOnIt ? (node.parent ?? tree.current) : tree.current;
  return act(tree, { label: `remove ${quoted(branchName(node))}`, to, removed });
}

/** An empty name gives the branch back the name of what changed. */
export function renameNode(tree: EditTree, id: NodeId, name: string): EditTree {
  const node = tree.nodes[id];
  const to = name.trim() === '' ? null : name.trim();
  if (node === undefined || node.isRemoved || node.name === to) return tree;
  const label = to === null ? `rename ${quoted(branchName(node))}` : `name ${quoted(to)}`;
  return act(tree, { label, renamed: { node: id, from: node.name, to } });
}

export function undoAct(tree: EditTree): EditTree {
  const last = tree.past.at(-1);
  if (last === undefined) return tree;
  const undone = { ...tree, past: tree.past.slice(0, -1), future: [...tree.future, last], nudged: null };
  return applied(undone, { ...last, to: last.from, renamed: inverse(last.renamed) }, false);
}

export function redoAct(tree: EditTree): EditTree {
  const next = tree.future.at(-1);
  if (next === undefined) return tree;
  const redone = { ...tree, past: [...tree.past, next], future: tree.future.slice(0, -1), nudged: null };
  return applied(redone, next, true);
}

/** What a branch that ends in `node` is called. */
export function branchName({ name, label }: EditNode): string {
  return name ?? label;
}

/** A node and all that grew from it, removed ones left out. */
export function branchFrom(tree: EditTree, id: NodeId): readonly NodeId[] {
  const found = new Set([id]);
  for (const node of visibleNodes(tree)) {
    if (node.parent !== null && found.has(node.parent)) found.add(node.id);
  }
  return [...found];
}

/** To the child of `parent` with that scenario, which is made when there is none. */
function leadTo(tree: EditTree, parent: NodeId | null, label: string, scenario: CompiledScenario): EditTree {
  const known = visibleNodes(tree).find((node) => node.parent === parent && isSame(node.scenario, scenario));
  if (known !== undefined) return known.id === tree.current ? tree : act(tree, { label, to: known.id });
  const node = newNode(tree.nodes.length, parent, label, scenario);
  return act({ ...tree, nodes: [...tree.nodes, node] }, { label, to: node.id });
}

type Deed = Pick<Act, 'label'> & Partial<Act>;

/** Does something new. What was undone before it can no longer be done again, but what it had made is still there. */
function act(tree: EditTree, deed: Deed): EditTree {
  const done: Act = { from: tree.current, to: tree.current, removed: [], renamed: null, ...deed };
  return applied({ ...tree, past: [...tree.past, done], future: [], nudged: null }, done, true);
}

function applied(tree: EditTree, { to, removed, renamed }: Act, isRemoved: boolean): EditTree {
  const gone = new Set(removed);
  const nodes = tree.nodes.map((node) => {
    const name = renamed?.node === node.id ? renamed.to : node.name;
    if (!gone.has(node.id) && name === node.name) return node;
    return { ...node, name, isRemoved: gone.has(node.id) ? isRemoved : node.isRemoved };
  });
  return { ...tree, nodes, current: to };
}

function newNode(id: NodeId, parent: NodeId | null, label: string, scenario: CompiledScenario): EditNode {
  return { id, parent, label, name: null, scenario, outcome: null, isRemoved: false };
}

function inverse(renamed: Act['renamed']): Act['renamed'] {
  return renamed === null ? null : { ...renamed, from: renamed.to, to: renamed.from };
}

function openingLabel({ title }: CompiledScenario): string {
  return `open ${quoted(title)}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function isSame(a: CompiledScenario, b: CompiledScenario): boolean {
  return a === b || (a.id === b.id && JSON.stringify(a) === JSON.stringify(b));
}
