/** How each theme is called and drawn. */

import { Monitor, Moon, Presentation, Sun } from 'lucide-react';
import type { Theme } from './theme.ts';

export const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon, projector: Presentation } as const;

export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
};
