/** Copies the link to this exact moment, and shows it. */

import { Link2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Result } from '../../base/result.ts';
import { Late, latePart } from '../late.tsx';

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

const sharePopover = latePart(async () => (await import('./share-popover.tsx')).SharePopover);

export function ShareButton({ shared, onShare, onClose, onFiles }: ShareButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} className="button" aria-label="Share this moment" onPress={onShare}>
        <Link2 size={15} aria-hidden="true" />
        <span className="wide-only">Share</span>
      </Button>
      <Late part={sharePopover} isOpen={shared !== null} onClose={onClose}>
        {(SharePopover) =>
          shared !== null && <SharePopover trigger={button} shared={shared} onClose={onClose} onFiles={onFiles} />
        }
      </Late>
    </>
  );
}
