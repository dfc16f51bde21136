/** The scenario as it was opened, from which people came to where they are. */

import { nodeAt } from '../playground/edit-tree.ts';
import type { EditTree, NodeId } from '../playground/edit-tree.ts';

export function rootOf(tree: EditTree): NodeId {
  let id = tree.current;
  for (let parent = nodeAt(tree, id).parent; parent !== null; parent = nodeAt(tree, id).parent) id = parent;
  return id;
}
