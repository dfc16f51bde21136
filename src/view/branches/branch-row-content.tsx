/** One edit: what changed, how its run came out, and what can be done with it. */

import { Ellipsis, GitCompareArrows } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { LaneOutcome } from '../../projection/branches/branch-outcome.ts';
import { branchName } from '../playground/edit-tree.ts';
import type { EditNode } from '../playground/edit-tree.ts';

interface BranchRowContentProps {
  readonly node: EditNode;
  /** The lanes that came out in another way than before the edit. */
  readonly changed: readonly LaneOutcome[];
  readonly isCurrent: boolean;
  readonly isCompared: boolean;
  readonly hasChildren: boolean;
  readonly canBeRemoved: boolean;
  readonly onCompare: (isOn: boolean) => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

export function BranchRowContent(props: BranchRowContentProps) {
  const { node, changed, isCurrent, isCompared, hasChildren, canBeRemoved } = props;
  const name = branchName(node);
  return (
    <>
      <div className="branch-text">
        <span className="branch-name">
          <b>{node.parent === null && node.name === null ? node.scenario.title : name}</b>
          {isCurrent && <em className="branch-here">here</em>}
          {isCompared && <em className="branch-here">compared</em>}
        </span>
        {(node.parent === null || node.name !== null) && (
          <span className="branch-label">{node.parent === null ? 'as it was opened' : node.label}</span>
        )}
        {changed.length > 0 && (
          <ul className="branch-outcome">
            {changed.map(({ name: lane, lane: kind, title, verdict }) => (
              <li key={lane} data-lane={kind}>
                <span className="branch-lane">{title}</span> <span data-tone={verdict.tone}>{verdict.text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="branch-actions">
        {!isCurrent && (
          <ToggleButton
            className="icon-button"
            aria-label={`Compare with ${name}`}
            isSelected={isCompared}
            onChange={props.onCompare}
          >
            <GitCompareArrows size={16} aria-hidden="true" />
          </ToggleButton>
        )}
        <MenuTrigger>
          <Button className="icon-button" aria-label={`More for ${name}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
          <Popover className="popover" placement="bottom end" offset={4}>
            <Menu
              className="menu"
              aria-label={name}
              disabledKeys={canBeRemoved ? [] : ['remove']}
              onAction={(key) => (key === 'rename' ? props.onRename() : props.onRemove())}
            >
              <MenuItem id="rename" className="menu-item">
                Name…
              </MenuItem>
              <MenuItem id="remove" className="menu-item">
                {hasChildren ? 'Remove with what follows' : 'Remove'}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </>
  );
}
