/** The look of the page: as the system says, or as people chose it. Kept in this browser, one for all screens. */

import { useLayoutEffect, useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark', 'projector'] as const;

export type Theme = (typeof THEMES)[number];

const KEY = 'pull-the-plug.theme';

const listeners = new Set<() => void>();
let current: Theme | null = null;

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(listen, themeNow);
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  return [theme, chooseTheme];
}

function chooseTheme(theme: Theme): void {
  current = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until the page is closed.
  }
  for (const tell of listeners) tell();
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

function themeNow(): Theme {
  return (current ??= readTheme());
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}
