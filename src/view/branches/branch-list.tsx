/** The tree of edits as a list with rails. The chosen row is the one that the page shows; choosing another goes there. */

import { useMemo, useRef, useState } from 'react';
import type { Dispatch, KeyboardEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { changedOutcome } from '../../projection/branches/branch-outcome.ts';
import { branchRows, foldRows, lineageOf } from '../../projection/branches/branch-rows.ts';
import { branchName } from '../playground/edit-tree.ts';
import type { EditNode, NodeId } from '../playground/edit-tree.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import { BranchRails } from './branch-rails.tsx';
import { BranchRowContent } from './branch-row-content.tsx';
import { RenamePopover } from './rename-popover.tsx';

interface BranchListProps {
  readonly nodes: readonly EditNode[];
  readonly current: NodeId;
  readonly compared: NodeId | null;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

const NOTHING_UNFOLDED: ReadonlySet<number> = new Set();

export function BranchList({ nodes, current, compared, dispatch }: BranchListProps) {
  const [unfolded, setUnfolded] = useState(NOTHING_UNFOLDED);
  const [renaming, setRenaming] = useState<NodeId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const isSeen = ({ id, name }: EditNode) => id === current || id === compared || name !== null;
    return branchRows(nodes, current).flatMap((group) => foldRows(group, isSeen, unfolded));
  }, [nodes, current, compared, unfolded]);
  const lineage = useMemo(() => lineageOf(nodes, current), [nodes, current]);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const renamed = nodes.find(({ id }) => id === renaming);
  const remove = (node: NodeId) => dispatch({ type: 'branch.removed', node });
  const choose = (key: string) => {
    if (key.startsWith('fold ')) setUnfolded((before) => new Set(before).add(Number(key.slice(5))));
    else dispatch({ type: 'branch.opened', node: Number(key) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const node = rowOf(event.target);
    if (node === null) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(node);
    else if (event.key === 'F2') setRenaming(node);
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the rows below, which take the focus
    <div className="branch-list" ref={list} onKeyDown={onKeyDown}>
      <GridList
        aria-label="Branches"
        className="branch-rows"
        selectionMode="single"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={[String(current)]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key !== undefined && key !== String(current)) choose(String(key));
        }}
      >
        {rows.map((row) =>
          row.kind === 'folded' ? (
            <GridListItem
              key={`fold ${row.id}`}
              id={`fold ${row.id}`}
              className="branch-row"
              textValue={`${row.count} edits`}
            >
              <div className="branch-line">
                <BranchRails row={row} lineage={lineage} mark={null} />
                <span className="branch-folded">{row.count} edits between</span>
              </div>
            </GridListItem>
          ) : (
            <GridListItem
              key={row.node.id}
              id={String(row.node.id)}
              className="branch-row"
              data-node={row.node.id}
              textValue={branchName(row.node)}
            >
              <div className="branch-line">
                <BranchRails
                  row={row}
                  lineage={lineage}
                  mark={row.node.id === current ? 'current' : row.node.id === compared ? 'compared' : null}
                />
                <BranchRowContent
                  node={row.node}
                  changed={changedOutcome(
                    row.node,
                    row.node.parent === null ? null : (byId.get(row.node.parent) ?? null),
                  )}
                  isCurrent={row.node.id === current}
                  isCompared={row.node.id === compared}
                  hasChildren={row.goesOn}
                  canBeRemoved={row.node.parent !== null || !lineage.has(row.node.id)}
                  onCompare={(isOn) => dispatch({ type: 'branch.compared', node: isOn ? row.node.id : null })}
                  onRename={() => setRenaming(row.node.id)}
                  onRemove={() => remove(row.node.id)}
                />
              </div>
            </GridListItem>
          ),
        )}
      </GridList>
      {renamed !== undefined && (
        <RenamePopover
          key={renamed.id}
          node={renamed}
          anchor={() => list.current?.querySelector<HTMLElement>(`[data-node="${renamed.id}"]`) ?? null}
          onName={(name) => dispatch({ type: 'branch.renamed', node: renamed.id, name })}
          onClose={() => setRenaming(null)}
        />
      )}
    </div>
  );
}

/** The edit of the row that a key was pressed on; keys inside a row belong to what has the focus there. */
function rowOf(target: EventTarget): NodeId | null {
  if (!(target instanceof HTMLElement) || target.role !== 'row') return null;
  const { node } = target.dataset;
  return node === undefined ? null : Number(node);
}
