/** The scorecard as text, for a document or a spreadsheet. Where the browser does not copy, the text is there to be selected. */

import { Check, ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { scorecardCsv, scorecardMarkdown } from '../../projection/scorecard/scorecard-text.ts';
import type { Scorecard } from '../../projection/scorecard/scorecard.ts';
import { copyText } from '../copy-text.ts';

const FORMATS = { Markdown: scorecardMarkdown, CSV: scorecardCsv } as const;

type Format = keyof typeof FORMATS;

interface Copied {
  readonly format: Format;
  readonly text: string;
  readonly isCopied: boolean;
}

export function CopyButtons({ card }: { readonly card: Scorecard }) {
  const [copied, setCopied] = useState<Copied | null>(null);
  const copy = async (format: Format) => {
    const text = FORMATS[format](card);
    setCopied({ format, text, isCopied: await copyText(text) });
  };
  return (
    <section className="scorecard-part copying" aria-label="Copy the scorecard">
      <div className="copy-buttons">
        {(['Markdown', 'CSV'] as const).map((format) => (
          <Button key={format} className="button" onPress={() => void copy(format)}>
            <ClipboardCopy size={15} aria-hidden="true" /> Copy as {format}
          </Button>
        ))}
      </div>
      <p role="status" className="copy-said">
        {copied?.isCopied === true && (
          <>
            <Check size={14} aria-hidden="true" /> Copied as {copied.format}.
          </>
        )}
        {copied?.isCopied === false && 'This browser did not copy it. Select the text and copy it.'}
      </p>
      {copied?.isCopied === false && (
        <textarea
          aria-label={`Scorecard as ${copied.format}`}
          readOnly
          rows={6}
          value={copied.text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </section>
  );
}
