/** Light, dark, projector, or as the system says. */

import { Button } from 'react-aria-components/Button';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';
import { THEME_ICONS, THEME_NAMES } from './theme-names.ts';
import type { Theme } from './theme.ts';

const themeMenu = latePart(async () => (await import('./theme-menu.tsx')).ThemeMenu);

export function ThemeSwitch({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  const { button, trigger, isOpen, close } = useOpener('menu');
  const Current = THEME_ICONS[theme];
  return (
    <>
      <Button {...button} className="icon-button" aria-label={`Theme: ${THEME_NAMES[theme]}`}>
        <Current size={17} aria-hidden="true" />
      </Button>
      <Late part={themeMenu} isOpen={isOpen} onClose={close}>
        {(ThemeMenu) => <ThemeMenu trigger={trigger} theme={theme} onTheme={onTheme} onClose={close} />}
      </Late>
    </>
  );
}
