/** Every key of the page in groups that can be searched, what the marks mean, and the switch that turns single keys off. */

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { KEY_BINDINGS, TIMELINE_KEYS } from '../transport/key-bindings.ts';
import type { KeyCommand } from '../transport/key-bindings.ts';
import { Marks } from './marks.tsx';

interface HelpDialogProps {
  readonly onClose: () => void;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (isOn: boolean) => void;
}

interface KeyLine {
  readonly keys: readonly string[];
  readonly meaning: string;
}

const GROUP_OF: Readonly<Record<KeyCommand, string>> = {
  play: 'Play and step',
  'event.previous': 'Play and step',
  'event.next': 'Play and step',
  'marker.previous': 'Play and step',
  'marker.next': 'Play and step',
  slower: 'Play and step',
  faster: 'Play and step',
  drop: 'Faults and actions',
  refresh: 'Faults and actions',
  tab: 'Faults and actions',
  phone: 'Faults and actions',
  stop: 'Faults and actions',
  undo: 'What you tried',
  redo: 'What you tried',
  branches: 'What you tried',
  copy: 'Links, files, help',
  files: 'Links, files, help',
  help: 'Links, files, help',
};

const GROUPS: ReadonlyMap<string, readonly KeyLine[]> = new Map([
  ...Map.groupBy(KEY_BINDINGS, ({ command }) => GROUP_OF[command]),
  ['On the timeline', TIMELINE_KEYS],
]);

export function HelpDialog({ onClose, singleKeys, onSingleKeys }: HelpDialogProps) {
  const [sought, setSought] = useState('');
  const groups = Array.from(GROUPS, ([title, lines]) => ({ title, lines: lines.filter((line) => has(line, sought)) }));
  const found = groups.filter(({ lines }) => lines.length > 0);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal help">
        <Dialog>
          <Heading slot="title">Keys and marks</Heading>
          <Button className="icon-button help-close" aria-label="Close" onPress={onClose}>
            <X size={18} aria-hidden="true" />
          </Button>
          <input
            className="help-search"
            type="search"
            aria-label="Find a key"
            placeholder="Find a key: undo, zoom, stop…"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <div className="help-columns">
            {found.map(({ title, lines }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <KeyList lines={lines} />
              </section>
            ))}
          </div>
          <p className="quiet" role="status">
            {found.length === 0 ? `No key does “${sought}”.` : ''}
          </p>
          <Marks />
          <label className="help-switch">
            <input
              type="checkbox"
              checked={singleKeys}
              onChange={(event) => onSingleKeys(event.currentTarget.checked)}
            />
            Single keys are on. Switch them off if they get in the way of speech input or a screen reader.
          </label>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function has({ keys, meaning }: KeyLine, sought: string): boolean {
  const wanted = sought.trim().toLowerCase();
  return `${meaning} ${keys.join(' ')}`.toLowerCase().includes(wanted);
}

function KeyList({ lines }: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl className="keys">
      {lines.map(({ keys, meaning }) => (
        <div key={meaning}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
