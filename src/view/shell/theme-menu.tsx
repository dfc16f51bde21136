/** Light, dark, projector, or as the system says: the menu of it. */

import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components/Menu';
import { THEME_ICONS, THEME_NAMES } from './theme-names.ts';
import { THEMES } from './theme.ts';
import type { Theme } from './theme.ts';

interface ThemeMenuProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onClose: () => void;
}

export function ThemeMenu({ trigger, theme, onTheme, onClose }: ThemeMenuProps) {
  return (
    <Popover
      className="popover"
      aria-label="Theme"
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom end"
      offset={6}
    >
      <Menu
        className="menu"
        aria-label="Theme"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus, as menus do
        autoFocus="first"
        selectionMode="single"
        selectedKeys={[theme]}
        onAction={(key) => onTheme(THEMES.find((known) => known === key) ?? 'system')}
        onClose={onClose}
      >
        {THEMES.map((name) => {
          const Icon = THEME_ICONS[name];
          return (
            <MenuItem key={name} id={name} className="menu-item" textValue={THEME_NAMES[name]}>
              <Icon size={15} aria-hidden="true" />
              {THEME_NAMES[name]}
              {name === theme && <Check className="menu-check" size={15} aria-hidden="true" />}
            </MenuItem>
          );
        })}
      </Menu>
    </Popover>
  );
}
