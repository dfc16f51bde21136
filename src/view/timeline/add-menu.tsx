/** What can be added at a moment of a row, as a menu at that place. */

import type { PointerEvent, RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components/Menu';
import type { VirtualMs } from '../../protocol/time.ts';
import { roundSeconds } from '../../projection/seconds.ts';
import { addableEntries } from '../../projection/timeline/addable-entries.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { VerbIcon } from './verb-icon.tsx';

interface AddMenuProps {
  readonly run: Run;
  readonly row: FlagRow;
  readonly atMs: VirtualMs;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onAdd: (entry: ScriptEntry) => void;
  /** A press on an entry, which may become a carry to another moment. */
  readonly onHold: (event: PointerEvent, entry: ScriptEntry) => void;
  readonly onClose: () => void;
}

export function AddMenu({ run, row, atMs, anchor, onAdd, onHold, onClose }: AddMenuProps) {
  const groups = addableEntries(run, row, atMs);
  const entryOf = (key: unknown): ScriptEntry | undefined =>
    groups.flatMap(({ entries }) => entries).find(({ entry, text }) => `${entry.on} ${text}` === key)?.entry;
  const title = `Add at ${roundSeconds(atMs)} s`;
  return (
    <Popover
      className="popover add-popover"
      aria-label={title}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="top"
      offset={6}
    >
      <p className="add-title">{title}, or drag it to its moment</p>
      <Menu
        className="menu"
        aria-label={title}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus, as menus do
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => {
          const entry = entryOf(key);
          if (entry !== undefined) onAdd(entry);
        }}
        // Before the item itself, which keeps its presses.
        onPointerDownCapture={(event) => {
          const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=menuitem]') : null;
          const entry = entryOf(item?.dataset['key']);
          if (entry !== undefined) onHold(event, entry);
        }}
      >
        {groups.map(({ actor, title, entries }) => (
          <MenuSection key={actor}>
            <Header className="add-surface">{title}</Header>
            {entries.map(({ text, hint, entry }) => (
              <MenuItem key={text} id={`${entry.on} ${text}`} className="menu-item" textValue={`${text} ${actor}`}>
                <VerbIcon verb={entry.do} />
                {text}
                <span className="add-hint">{hint}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
