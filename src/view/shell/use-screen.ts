/** The component of a screen, loaded once for the life of the page; a failed load can be tried again. */

import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { Screen, ScreenProps } from './screen.ts';

export type LoadedScreen =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly Component: ComponentType<ScreenProps> }
  | { readonly kind: 'failed'; readonly retry: () => void };

const arrived = new Map<Screen, ComponentType<ScreenProps>>();

export function useScreen(screen: Screen): LoadedScreen {
  const [isFailed, setFailed] = useState(false);
  const [, setArrived] = useState<Screen | null>(null);
  const load = useCallback(() => {
    screen.load().then(
      (Component) => {
        arrived.set(screen, Component);
        setArrived(screen);
      },
      () => setFailed(true),
    );
  }, [screen]);
  useEffect(() => {
    if (!arrived.has(screen)) load();
  }, [screen, load]);
  const retry = () => {
    setFailed(false);
    load();
  };
  const Component = arrived.get(screen);
  if (Component !== undefined) return { kind: 'ready', Component };
  return isFailed ? { kind: 'failed', retry } : { kind: 'loading' };
}
