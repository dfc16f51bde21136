/** Copies a text. Where the browser refuses, it says so; the text is on the page to be selected. */

import { Check, ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from '../copy-text.ts';

interface CopyButtonProps {
  /** Of the button, such as `Copy the request`. */
  readonly label: string;
  readonly text: string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
  // What was said is of one text: another one has not been copied.
  const [said, setSaid] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const copy = async () => setSaid({ text, isCopied: await copyText(text) });
  const current = said?.text === text ? said : null;
  return (
    <span className="copy-one">
      <span role="status">
        {current?.isCopied === true && (
          <>
            <Check size={14} aria-hidden="true" /> Copied
          </>
        )}
        {current?.isCopied === false && 'Not copied: select the text'}
      </span>
      <Button className="icon-button" aria-label={label} onPress={() => void copy()}>
        <ClipboardCopy size={15} aria-hidden="true" />
      </Button>
    </span>
  );
}
