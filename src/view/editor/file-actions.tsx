/** What can be done with the file: opened here, saved, copied, or carried by a link. */

import { Copy, Download, FilePlus2, Link2 } from 'lucide-react';
import { useState } from 'react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from '../copy-text.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { saveFile } from '../save-file.ts';
import type { RecordedFile } from './record-draft.ts';

interface FileActionsProps {
  readonly file: RecordedFile;
  readonly dispatch: Dispatch<PlaygroundAction>;
  readonly ports: PlaygroundPorts;
}

export function FileActions({ file, dispatch, ports }: FileActionsProps) {
  const [said, setSaid] = useState('');
  const { scenario, text } = file;
  const open = () => {
    if (scenario === null) return;
    dispatch({ type: 'scenario.opened', scenario, playheadMs: null });
    setSaid(`“${scenario.title}” is open. What you do from here on is recorded over it.`);
  };
  const copyLink = async () => {
    if (scenario === null) return;
    const link = await ports.encodeLink({ scenario, playheadMs: null });
    if (!link.ok) return setSaid(link.error);
    const address = `${location.href.replace(/#.*$/, '')}${link.value}`;
    setSaid(
      (await copyText(address))
        ? 'Link copied. It carries the whole scenario.'
        : `The browser would not copy it: ${address}`,
    );
  };
  const copyFile = async () =>
    setSaid((await copyText(text)) ? 'File copied.' : 'The browser would not copy it: select the text below.');
  const isUnreadable = scenario === null;
  return (
    <section className="record-part record-actions" aria-label="The file">
      <div className="record-buttons">
        <Button className="button button-strong" isDisabled={isUnreadable} onPress={open}>
          <FilePlus2 size={15} aria-hidden="true" />
          Open as scenario
        </Button>
        <Button
          className="button"
          isDisabled={isUnreadable}
          onPress={() => saveFile(`${file.id}.yaml`, text, 'application/yaml')}
        >
          <Download size={15} aria-hidden="true" />
          Save
        </Button>
        <Button className="button" isDisabled={isUnreadable} onPress={() => void copyFile()}>
          <Copy size={15} aria-hidden="true" />
          Copy
        </Button>
        <Button className="button" isDisabled={isUnreadable} onPress={() => void copyLink()}>
          <Link2 size={15} aria-hidden="true" />
          Link
        </Button>
      </div>
      <p className="record-said" role="status">
        {said}
      </p>
      {isUnreadable && (
        <p className="record-problem">
          {file.problems.map(({ path, reason, remedy }) => `${path}: ${reason}. ${remedy}`).join(' ')}
        </p>
      )}
      <details className="record-preview">
        <summary>The file, {text.trimEnd().split('\n').length} lines</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be in reach of the keyboard */}
        <pre className="mono" tabIndex={0} aria-label="The file as text">
          {text}
        </pre>
        <p className="quiet">
          Saved, it is checked by <code>npm run simulate -- {file.id}.yaml</code>.
        </p>
      </details>
    </section>
  );
}
