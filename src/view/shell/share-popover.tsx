/** The link to this exact moment, to be copied by hand as well; leads on to files. */

import { Check, FolderOpen } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { Shared } from './share-button.tsx';

interface SharePopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly shared: Shared;
  readonly onClose: () => void;
  readonly onFiles: () => void;
}

export function SharePopover({ trigger, shared, onClose, onFiles }: SharePopoverProps) {
  return (
    <Popover
      className="popover share-popover"
      triggerRef={trigger}
      placement="bottom end"
      offset={6}
      isOpen
      onOpenChange={onClose}
    >
      <Dialog aria-label="Link to this moment">
        <SharedLink shared={shared} />
        <Button
          className="button share-files"
          onPress={() => {
            onClose();
            onFiles();
          }}
        >
          <FolderOpen size={15} aria-hidden="true" />
          Files: figure, run, trace…
        </Button>
      </Dialog>
    </Popover>
  );
}

function SharedLink({ shared: { link, isCopied } }: { readonly shared: Shared }) {
  if (!link.ok) return <p className="share-said">{link.error}</p>;
  return (
    <>
      <p className="share-said" role="status">
        {isCopied ? (
          <>
            <Check size={15} aria-hidden="true" /> Link to this moment copied.
          </>
        ) : (
          'Select the link and copy it.'
        )}
      </p>
      <textarea
        className="share-link"
        aria-label="Link to this moment"
        readOnly
        rows={3}
        value={link.value}
        onFocus={(event) => event.currentTarget.select()}
      />
    </>
  );
}
