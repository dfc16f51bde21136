/** Copies the link to this exact moment, and shows it, so that it can be copied by hand as well; leads on to files. */

import { Check, FolderOpen, Link2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useRef } from 'react';
import type { Result } from '../../base/result.ts';

/** What became of copying. */
export interface Shared {
  readonly link: Result<string, string>;
  readonly isCopied: boolean;
}

interface ShareButtonProps {
  /** `null` while the popover is closed. */
  readonly shared: Shared | null;
  readonly onShare: () => void;
  readonly onClose: () => void;
  readonly onFiles: () => void;
}

export function ShareButton({ shared, onShare, onClose, onFiles }: ShareButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} className="button" aria-label="Share this moment" onPress={onShare}>
        <Link2 size={15} aria-hidden="true" />
        <span className="wide-only">Share</span>
      </Button>
      <Popover
        className="popover share-popover"
        triggerRef={button}
        placement="bottom end"
        offset={6}
        isOpen={shared !== null}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Dialog aria-label="Link to this moment">
          {shared !== null && <SharedLink shared={shared} />}
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
    </>
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
