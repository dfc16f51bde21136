/** One file that can be had of a run: what it is, how large, what reads it, and the two ways to take it. */

import { Check, Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

interface FileRowProps {
  readonly title: string;
  readonly readBy: ReactNode;
  /** `null` while it is being written. */
  readonly size: string | null;
  /** Why there is none, `null` when nothing is in the way. */
  readonly failure: string | null;
  readonly isCopied: boolean;
  readonly onCopy: () => void;
  /** Absent where there is nothing to save. */
  readonly onSave?: () => void;
}

export function FileRow({ title, readBy, size, failure, isCopied, onCopy, onSave }: FileRowProps) {
  const isReady = size !== null && failure === null;
  return (
    <li className="file-row" data-ready={isReady}>
      <div className="file-what">
        <h4>
          {title} <span className="file-size">{failure === null ? (size ?? '…') : ''}</span>
        </h4>
        <p>{failure ?? readBy}</p>
      </div>
      <div className="file-ways">
        <Button className="button file-way" aria-label={`Copy: ${title}`} isDisabled={!isReady} onPress={onCopy}>
          {isCopied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        {onSave !== undefined && (
          <Button className="button file-way" aria-label={`Save: ${title}`} isDisabled={!isReady} onPress={onSave}>
            <Download size={15} aria-hidden="true" />
            Save
          </Button>
        )}
      </div>
    </li>
  );
}
