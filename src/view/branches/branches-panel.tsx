/** Every edit that was made, as a tree: to go back to, to compare with, to name and to remove. */

import { useMemo } from 'react';
import { visibleNodes } from '../playground/edit-tree.ts';
import type { PanelProps } from '../dock/panel.ts';
import { BranchList } from './branch-list.tsx';
import { ComparisonCard } from './comparison-card.tsx';
import './branches.css';

export function BranchesPanel({ state, dispatch, run }: PanelProps) {
  const { tree, comparison } = state;
  const nodes = useMemo(() => visibleNodes(tree), [tree]);
  return (
    <div className="branches">
      {comparison !== null && <ComparisonCard tree={tree} comparison={comparison} run={run} dispatch={dispatch} />}
      {nodes.length === 1 && (
        <p className="branches-empty">
          No edits yet. Pull the plug, move a flag or change an option: every change is kept here, also when you undo it
          and go another way.
        </p>
      )}
      <BranchList nodes={nodes} current={tree.current} compared={comparison?.node ?? null} dispatch={dispatch} />
      {nodes.length > 1 && (
        <p className="branches-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> opens, <kbd>F2</kbd> names, <kbd>Delete</kbd> removes.
        </p>
      )}
    </div>
  );
}
