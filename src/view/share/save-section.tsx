/** Everything that can be had of the run on the page: the link to the moment, and a file in each format. */

import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Result } from '../../base/result.ts';
import type { Run } from '../../sim/run.ts';
import { copyText } from '../copy-text.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { saveFile } from '../save-file.ts';
import { byteSize } from './byte-size.ts';
import { FileRow } from './file-row.tsx';
import { useExports } from './use-exports.ts';
import type { ExportRow } from './use-exports.ts';
import { usePicture } from './use-picture.ts';

interface SaveSectionProps {
  readonly ports: PlaygroundPorts;
  readonly run: Run;
  readonly playheadMs: number;
  readonly pageAddress: string;
}

const WRITE_FAILED = 'Unable to write it; the page could not be reached. Close this and try again.';
const DRAW_FAILED = 'Unable to draw it; this browser made no picture of the figure. Save the figure as SVG instead.';

export function SaveSection({ ports, run, playheadMs, pageAddress }: SaveSectionProps) {
  const rows = useExports(ports, run, playheadMs);
  const picture = usePicture(rows.find(({ format }) => format.id === 'svg')?.file);
  const link = useLink(ports, run, playheadMs, pageAddress);
  const [copied, setCopied] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const say = async (id: string, title: string, copy: Promise<boolean>) => {
    const isCopied = await copy;
    setCopied(isCopied ? id : null);
    setSaid(
      isCopied
        ? `${title} copied.`
        : `Unable to copy; the browser refused. ${id === 'link' ? 'Select the link and copy it.' : 'Save it instead.'}`,
    );
  };
  const save = (title: string, extension: string, content: string | Blob, mediaType: string) => {
    const name = `${run.scenario.id}${extension}`;
    saveFile(name, content, mediaType);
    setSaid(`${title} saved as ${name}.`);
  };
  const fileRow = ({ format, file }: ExportRow): ReactNode => {
    const { id, title, readBy, extension, mediaType } = format;
    const text = file.kind === 'written' ? file.text : '';
    return (
      <FileRow
        key={id}
        title={title}
        readBy={readBy}
        size={file.kind === 'written' ? byteSize(file.bytes) : null}
        failure={file.kind === 'failed' ? WRITE_FAILED : null}
        isCopied={copied === id}
        onCopy={() => void say(id, title, copyText(text))}
        onSave={() => save(title, extension, text, mediaType)}
      />
    );
  };
  const isDrawn = picture.kind === 'drawn';
  const pictureRow = (
    <FileRow
      key="png"
      title="Figure as PNG"
      readBy={
        isDrawn
          ? `For slides and chats: ${picture.picture.width} by ${picture.picture.height} pixels, as light or dark as this page.`
          : 'For slides and chats.'
      }
      size={isDrawn ? byteSize(picture.picture.blob.size) : null}
      failure={picture.kind === 'failed' ? DRAW_FAILED : null}
      isCopied={copied === 'png'}
      onCopy={() => isDrawn && void say('png', 'Figure as PNG', copyPicture(picture.picture.blob))}
      onSave={() => isDrawn && save('Figure as PNG', '.png', picture.picture.blob, 'image/png')}
    />
  );
  return (
    <section className="save-section" aria-labelledby="save-title">
      <h3 id="save-title">Copy or save</h3>
      <ul className="file-rows">
        <FileRow
          title="Link to this moment"
          readBy={
            link?.ok === true ? <LinkField link={link.value} /> : 'Any browser opens it at this moment of this run.'
          }
          size={link?.ok === true ? `${link.value.length} characters` : null}
          failure={link?.ok === false ? link.error : null}
          isCopied={copied === 'link'}
          onCopy={() => link?.ok === true && void say('link', 'Link', copyText(link.value))}
        />
        {rows.flatMap((row) => (row.format.id === 'svg' ? [fileRow(row), pictureRow] : [fileRow(row)]))}
      </ul>
      <p className="file-said" role="status">
        {said}
      </p>
    </section>
  );
}

function LinkField({ link }: { readonly link: string }) {
  return (
    <input
      className="link-field"
      aria-label="Link to this moment"
      readOnly
      value={link}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

/** `null` while it is being made. */
function useLink(
  ports: PlaygroundPorts,
  run: Run,
  playheadMs: number,
  pageAddress: string,
): Result<string, string> | null {
  const [link, setLink] = useState<Result<string, string> | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    void ports.encodeLink({ scenario: run.scenario, playheadMs: Math.round(playheadMs) }).then((hash) => {
      if (!isGone.current) setLink(hash.ok ? { ok: true, value: `${pageAddress}${hash.value}` } : hash);
    });
    return () => {
      isGone.current = true;
    };
  }, [ports, run, playheadMs, pageAddress]);
  return link;
}

async function copyPicture(blob: Blob): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    return true;
  } catch {
    return false;
  }
}
