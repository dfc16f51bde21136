/** Gives a branch a name of its own, or takes it away again. */

import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Input, Label, Text, TextField } from 'react-aria-components/TextField';
import type { EditNode } from '../playground/edit-tree.ts';

/** As long as a row can show. */
const LONGEST_NAME = 60;

interface RenamePopoverProps {
  readonly node: EditNode;
  readonly anchor: () => HTMLElement | null;
  /** `''` for what changed. */
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export function RenamePopover({ node, anchor, onName, onClose }: RenamePopoverProps) {
  const row = useRef(anchor());
  const [name, setName] = useState(node.name ?? '');
  return (
    <Popover
      className="popover rename-popover"
      triggerRef={row}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={4}
    >
      <Dialog aria-label="Name of the branch">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onName(name);
            onClose();
          }}
        >
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog of one field, opened to be typed into */}
          <TextField value={name} onChange={setName} maxLength={LONGEST_NAME} autoFocus>
            <Label>Name</Label>
            <Input className="rename-input" placeholder={node.label} />
            <Text slot="description">Without one it goes by what changed: {node.label}</Text>
          </TextField>
          <Button className="button" type="submit">
            Keep the name
          </Button>
        </form>
      </Dialog>
    </Popover>
  );
}
