/** The keys of a talk, and the switch for single characters. */

import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { CLICKER_KEYS } from '../../present/clicker.ts';

interface KeysDialogProps {
  readonly singleKeys: boolean;
  readonly onSingleKeys: (isOn: boolean) => void;
  readonly onClose: () => void;
}

export function KeysDialog({ singleKeys, onSingleKeys, onClose }: KeysDialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal help">
        <Dialog>
          <Heading slot="title">Keys of a talk</Heading>
          <Button className="icon-button help-close" aria-label="Close" onPress={onClose}>
            <X size={18} aria-hidden="true" />
          </Button>
          <p className="quiet">
            They work in both windows, and so do clickers. On a touch screen, swipe over the room’s view.
          </p>
          <dl className="keys">
            {CLICKER_KEYS.map(({ shown, says }) => (
              <div key={says}>
                <dt>
                  {shown.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
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
