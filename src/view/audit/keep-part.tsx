/** What can be done with an audit: keep the report, hand the answers on, begin again. */

import { Copy, FileDown, FolderOpen, Link, Printer, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from '../copy-text.ts';
import { saveFile } from '../save-file.ts';

interface KeepPartProps {
  /** Made when it is asked for. */
  readonly report: () => string;
  readonly link: string;
  readonly writeFile: () => Promise<string>;
  readonly onFile: (file: File) => void;
  /** `null` when there is nothing to take away. */
  readonly onReset: (() => void) | null;
}

export function KeepPart({ report, link, writeFile, onFile, onReset }: KeepPartProps) {
  const [said, setSaid] = useState('');
  const [offered, setOffered] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const copy = async (text: string, what: string) => {
    const isCopied = await copyText(text);
    setOffered(isCopied ? null : text);
    setSaid(
      isCopied
        ? `${what} copied.`
        : `Unable to copy the ${what.toLowerCase()}; the browser refused. Copy it from the field.`,
    );
  };
  return (
    <section className="audit-keep" id="audit-keep" aria-labelledby="audit-keep-title">
      <h2 id="audit-keep-title" tabIndex={-1}>
        Keep it
      </h2>
      <div className="audit-buttons">
        <Button className="button" onPress={() => void copy(report(), 'Report')}>
          <Copy size={16} aria-hidden="true" /> Copy the report
        </Button>
        <Button className="button" onPress={() => saveFile('audit.md', report(), 'text/markdown')}>
          <FileDown size={16} aria-hidden="true" /> Save the report
        </Button>
        <Button className="button" onPress={() => window.print()}>
          <Printer size={16} aria-hidden="true" /> Print it
        </Button>
      </div>
      <div className="audit-buttons">
        <Button className="button" onPress={() => void copy(link, 'Link')}>
          <Link size={16} aria-hidden="true" /> Copy a link
        </Button>
        <Button
          className="button"
          onPress={() => void writeFile().then((text) => saveFile('audit.json', text, 'application/json'))}
        >
          <FileDown size={16} aria-hidden="true" /> Save the answers
        </Button>
        <Button className="button" onPress={() => input.current?.click()}>
          <FolderOpen size={16} aria-hidden="true" /> Open answers
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          aria-label="A file of answers"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button className="button" isDisabled={onReset === null} onPress={() => onReset?.()}>
          <RotateCcw size={16} aria-hidden="true" /> Begin again
        </Button>
      </div>
      <p className="audit-said" role="status">
        {said}
      </p>
      {offered !== null && (
        <textarea className="audit-offered" aria-label="To be copied" readOnly value={offered} rows={6} />
      )}
      <p className="quiet">
        Your answers stay in this browser. Nothing is sent anywhere; a link carries them in itself.
      </p>
    </section>
  );
}
