/** Light, dark, projector, or as the system says. */

import { Check, Monitor, Moon, Presentation, Sun } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { THEMES } from './theme.ts';
import type { Theme } from './theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon, projector: Presentation } as const;

const NAMES: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
};

export function ThemeSwitch({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  const Current = ICONS[theme];
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Theme: ${NAMES[theme]}`}>
        <Current size={17} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Menu
          className="menu"
          aria-label="Theme"
          selectionMode="single"
          selectedKeys={[theme]}
          onAction={(key) => onTheme(THEMES.find((known) => known === key) ?? 'system')}
        >
          {THEMES.map((name) => {
            const Icon = ICONS[name];
            return (
              <MenuItem key={name} id={name} className="menu-item" textValue={NAMES[name]}>
                <Icon size={15} aria-hidden="true" />
                {NAMES[name]}
                {name === theme && <Check className="menu-check" size={15} aria-hidden="true" />}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
