/** Every key of the page, what the marks mean, and the switch that turns single keys off. */

import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { KEY_BINDINGS, TIMELINE_KEYS } from '../transport/key-bindings.ts';

interface HelpDialogProps {
  readonly onClose: () => void;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (isOn: boolean) => void;
}

export function HelpDialog({ onClose, singleKeys, onSingleKeys }: HelpDialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal help">
        <Dialog>
          <Heading slot="title">Keys and marks</Heading>
          <Button className="icon-button help-close" aria-label="Close" onPress={onClose}>
            <X size={18} aria-hidden="true" />
          </Button>
          <div className="help-columns">
            <section>
              <h3>Everywhere</h3>
              <KeyList bindings={KEY_BINDINGS} />
            </section>
            <section>
              <h3>On the timeline</h3>
              <KeyList bindings={TIMELINE_KEYS} />
              <h3>In a lane of the timeline</h3>
              <ul className="legend">
                <li>
                  <ArrowSign d="M4 15L18 4" /> a message from a surface, below, to the far end, above: as slanted as its
                  way is long
                </li>
                <li>
                  <ArrowSign d="M4 4L14 12" isLost /> a message or a word that was lost there, on its way
                </li>
              </ul>
              <h3>In an answer</h3>
              <ul className="legend">
                <li>
                  <span>word</span> came as it was made
                </li>
                <li>
                  <span className="word-late">word</span> came late, by a replay or from the history
                </li>
                <li>
                  <span className="word-doubled">word</span> stands there twice
                </li>
                <li>
                  <span className="word-missing" aria-hidden="true">
                    word
                  </span>{' '}
                  was made and is missing here
                </li>
              </ul>
            </section>
          </div>
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

function ArrowSign({ d, isLost = false }: { readonly d: string; readonly isLost?: boolean }) {
  return (
    <svg className="timeline-marks-sign" width="22" height="18" aria-hidden="true">
      <path className="message" data-tone={isLost ? 'lost' : 'arrived'} d={d} />
      {isLost ? (
        <path className="message-cross" d="M11 9l6 6m-6 0l6-6" />
      ) : (
        <path className="message-head" d="M18 4l-5.6 1.4l2.9 3.6z" />
      )}
    </svg>
  );
}

function KeyList({
  bindings,
}: {
  readonly bindings: readonly { readonly keys: readonly string[]; readonly meaning: string }[];
}) {
  return (
    <dl className="keys">
      {bindings.map(({ keys, meaning }) => (
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
