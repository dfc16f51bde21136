/** Opens a file by a button: the way that needs no pointer to drag with. */

import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { Opening } from './use-opening.ts';

interface OpenSectionProps {
  readonly open: Opening['open'];
  readonly onOpened: () => void;
}

const ACCEPTED = ['.yaml', '.yml', '.json', '.svg', 'text/yaml', 'application/json', 'image/svg+xml'];

export function OpenSection({ open, onOpened }: OpenSectionProps) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const take = async (files: FileList | null) => {
    if (files === null || files.length === 0) return;
    setReading(true);
    const found = await open([...files]);
    setReading(false);
    setProblems(found);
    if (found.length === 0) onOpened();
  };
  return (
    <section className="open-section" aria-labelledby="open-title">
      <h3 id="open-title">Open</h3>
      <div className="open-way">
        <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(files) => void take(files)}>
          <Button className="button" isDisabled={isReading}>
            <FolderOpen size={15} aria-hidden="true" />
            {isReading ? 'Reading…' : 'Open a file'}
          </Button>
        </FileTrigger>
        <p>
          A scenario in YAML or JSON, a run, or a figure that was saved here as SVG. You can also drop it anywhere on
          the page, or paste a link or a scenario. What you have is kept: undo leads back to it.
        </p>
      </div>
      {problems.length > 0 && (
        <div className="open-problems" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </section>
  );
}
