/** Files and links: all that can be taken away from the run on the page, and all that can be brought to it. */

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Run } from '../../sim/run.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { OpenSection } from './open-section.tsx';
import { SaveSection } from './save-section.tsx';
import type { Opening } from './use-opening.ts';
import './share.css';

export interface ShareDialogProps {
  readonly ports: PlaygroundPorts;
  /** The run of the scenario on the page, `null` while there is none. */
  readonly run: Run | null;
  readonly playheadMs: number;
  readonly open: Opening['open'];
  readonly onClose: () => void;
}

export function ShareDialog({ ports, run, playheadMs, open, onClose }: ShareDialogProps) {
  // Where people looked when they opened this: nothing here moves the playhead.
  const [momentMs] = useState(playheadMs);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal share-dialog">
        <Dialog>
          <header className="share-head">
            <Heading slot="title">Files and links</Heading>
            <Button className="icon-button" aria-label="Close" onPress={onClose}>
              <X size={18} aria-hidden="true" />
            </Button>
          </header>
          <OpenSection open={open} onOpened={onClose} />
          {run === null ? (
            <section className="save-section">
              <h3>Copy or save</h3>
              <p>There is no run to save yet.</p>
            </section>
          ) : (
            <SaveSection
              ports={ports}
              run={run}
              playheadMs={momentMs}
              pageAddress={location.href.replace(/#.*$/, '')}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
