/** The component of a panel, loaded once for the life of the page; a failed load can be tried again. */

import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { Panel, PanelProps } from './panel.ts';

export type LoadedPanel =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly Component: ComponentType<PanelProps> }
  | { readonly kind: 'failed'; readonly retry: () => void };

const loaded = new WeakMap<Panel, ComponentType<PanelProps>>();

export function usePanel(panel: Panel): LoadedPanel {
  const [failed, setFailed] = useState<Panel | null>(null);
  const [, setArrived] = useState<Panel | null>(null);
  const load = useCallback(() => {
    panel.load().then(
      (Component) => {
        loaded.set(panel, Component);
        setArrived(panel);
      },
      () => setFailed(panel),
    );
  }, [panel]);
  useEffect(() => {
    if (!loaded.has(panel)) load();
  }, [panel, load]);
  const retry = () => {
    setFailed(null);
    load();
  };
  const Component = loaded.get(panel);
  if (Component !== undefined) return { kind: 'ready', Component };
  return failed === panel ? { kind: 'failed', retry } : { kind: 'loading' };
}
