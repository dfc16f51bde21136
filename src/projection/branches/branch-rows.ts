/**
 * The tree of edits as a list of rows with rails beside it. A branch stands right below the edit that
 * it was made at, one column further; the first continuation keeps its parent's column and comes last.
 */

export interface BranchNode {
  readonly id: number;
  /** `null` for a scenario as it was opened. Parents come before their children. */
  readonly parent: number | null;
}

export interface BranchRow<Node extends BranchNode> {
  readonly kind: 'node';
  readonly node: Node;
  readonly column: number;
  /** Columns with a line from the top to the bottom of the row. */
  readonly passes: readonly number[];
  /** Where the line that leads here comes from, `null` for a scenario as it was opened. */
  readonly from: number | null;
  /** The line goes on below in the row's own column. */
  readonly goesOn: boolean;
}

/** A stretch of edits without a fork, shown as one row. */
export interface FoldedRow {
  readonly kind: 'folded';
  /** Named by its first edit. */
  readonly id: number;
  readonly count: number;
  readonly column: number;
  readonly passes: readonly number[];
}

export type Row<Node extends BranchNode> = BranchRow<Node> | FoldedRow;

/** Shorter stretches are not worth a row that hides them. */
const LEAST_FOLDED = 4;

/** The rows of each opened scenario, the one with `current` first. */
export function branchRows<Node extends BranchNode>(
  nodes: readonly Node[],
  current: number,
): readonly (readonly BranchRow<Node>[])[] {
  const children = childrenOf(nodes);
  const groups = (children.get(null) ?? []).map((root) => rowsBelow(root, children));
  const holds = (rows: readonly BranchRow<Node>[]) => rows.some(({ node }) => node.id === current);
  return groups.toSorted((a, b) => Number(holds(b)) - Number(holds(a)));
}

/** Folds long stretches without a fork, but for nodes that are to be seen. `unfolded` has the ids of stretches that people opened. */
export function foldRows<Node extends BranchNode>(
  rows: readonly BranchRow<Node>[],
  isSeen: (node: Node) => boolean,
  unfolded: ReadonlySet<number>,
): readonly Row<Node>[] {
  const folded: Row<Node>[] = [];
  let stretch: BranchRow<Node>[] = [];
  const flush = () => {
    const [first] = stretch;
    if (first === undefined) return;
    const { column, passes, node } = first;
    if (stretch.length < LEAST_FOLDED || unfolded.has(node.id)) folded.push(...stretch);
    else folded.push({ kind: 'folded', id: node.id, count: stretch.length, column, passes });
    stretch = [];
  };
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    // The next row is its only continuation: neither a fork nor the end of a branch.
    const isPlain = row.from === row.column && next?.node.parent === row.node.id && next.column === row.column;
    if (isPlain && !isSeen(row.node)) stretch.push(row);
    else {
      flush();
      folded.push(row);
    }
  }
  flush();
  return folded;
}

/** The node and all that it grew from. */
export function lineageOf(nodes: readonly BranchNode[], id: number): ReadonlySet<number> {
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  const lineage = new Set<number>();
  for (let at: number | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) lineage.add(at);
  return lineage;
}

type Children<Node> = ReadonlyMap<number | null, readonly Node[]>;

function childrenOf<Node extends BranchNode>(nodes: readonly Node[]): Children<Node> {
  const children = new Map<number | null, Node[]>();
  for (const node of nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  return children;
}

interface Pending<Node> {
  readonly node: Node;
  readonly column: number;
  readonly from: number | null;
  readonly passes: readonly number[];
}

/** With a stack of its own: a person may well make some thousand edits. */
function rowsBelow<Node extends BranchNode>(root: Node, children: Children<Node>): readonly BranchRow<Node>[] {
  const rows: BranchRow<Node>[] = [];
  const pending: Pending<Node>[] = [{ node: root, column: 0, from: null, passes: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, column, from, passes } = next;
    const [first, ...branches] = children.get(node.id) ?? [];
    rows.push({ kind: 'node', node, column, passes, from, goesOn: first !== undefined });
    if (first === undefined) continue;
    pending.push({ node: first, column, from: column, passes });
    const beside = { column: column + 1, from: column, passes: [...passes, column] };
    for (const branch of branches) pending.push({ node: branch, ...beside });
  }
  return rows;
}
