/** The head of the page: the mark, the scenario and its seed, and what concerns the whole page. */

import { CircleHelp, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Mark } from './mark.tsx';
import { SiteNav } from './site-nav.tsx';

interface HeaderProps {
  readonly picker: ReactNode;
  readonly seed: ReactNode;
  readonly share: ReactNode;
  readonly theme: ReactNode;
  readonly onFiles: () => void;
  readonly onHelp: () => void;
}

export function Header({ picker, seed, share, theme, onFiles, onHelp }: HeaderProps) {
  return (
    <header className="page-head">
      <div className="brand">
        <Mark size={23} />
        <span>Pull the Plug</span>
      </div>
      <SiteNav current="play" />
      <div className="page-scenario">
        {picker}
        {seed}
      </div>
      <div className="page-tools">
        {share}
        <Button className="icon-button" aria-label="Files and links" onPress={onFiles}>
          <FolderOpen size={18} aria-hidden="true" />
        </Button>
        {theme}
        <Button className="icon-button" aria-label="Keys and marks" onPress={onHelp}>
          <CircleHelp size={18} aria-hidden="true" />
        </Button>
      </div>
    </header>
  );
}
