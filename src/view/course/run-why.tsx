/** Why something on the stage of a run is as it is: the chain of causes, back to what a person or the network did. */

import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { CauseStep } from '../../projection/cause-chain.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { VirtualMs } from '../../protocol/time.ts';

interface RunWhyProps {
  readonly steps: readonly CauseStep[];
  /** Takes people to the moment of a step; `null` where they cannot go. */
  readonly onMoment: ((atMs: VirtualMs) => void) | null;
  readonly onClose: () => void;
}

export function RunWhy({ steps, onMoment, onClose }: RunWhyProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal run-why">
        <Dialog>
          <Heading slot="title">Why?</Heading>
          <Button className="icon-button run-why-close" aria-label="Close" onPress={onClose}>
            <X size={18} aria-hidden="true" />
          </Button>
          <ol className="causes">
            {steps.map(({ event, atMs, sentence }) => (
              <li key={event}>
                <Button
                  className="cause"
                  isDisabled={onMoment === null}
                  onPress={() => {
                    onMoment?.(atMs);
                    onClose();
                  }}
                >
                  <span className="mono">{exactSeconds(atMs)}</span>
                  <span>{sentence}</span>
                </Button>
              </li>
            ))}
          </ol>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
