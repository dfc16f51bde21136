/** The head of every screen but the playground: the mark, the way to the others, and what the screen puts there. */

import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import type { ScreenId } from './screen.ts';
import { SiteNav } from './site-nav.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { useTheme } from './theme.ts';
import './screen.css';

interface ScreenHeadProps {
  readonly current: ScreenId;
  /** What the screen is about at the moment, and its tools. */
  readonly children?: ReactNode;
}

export function ScreenHead({ current, children }: ScreenHeadProps) {
  const [theme, setTheme] = useTheme();
  return (
    <header className="page-head">
      <div className="brand">
        <Mark size={23} />
        <span>Pull the Plug</span>
      </div>
      <SiteNav current={current} />
      <div className="screen-tools">
        {children}
        <ThemeSwitch theme={theme} onTheme={setTheme} />
      </div>
    </header>
  );
}
