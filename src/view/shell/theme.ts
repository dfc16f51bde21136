/** The look of the page: as the system says, or as people chose it. Kept in this browser. */

import { useCallback, useEffect, useState } from 'react';

export const THEMES = ['system', 'light', 'dark', 'projector'] as const;

export type Theme = (typeof THEMES)[number];

const KEY = 'pull-the-plug.theme';

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  const choose = useCallback((chosen: Theme) => {
    setTheme(chosen);
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // A browser that keeps nothing still shows the theme until the page is closed.
    }
  }, []);
  return [theme, choose];
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}
