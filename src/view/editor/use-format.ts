/** The reader and writer of scenarios, loaded with the first panel that needs it and kept for the page. */

import { useCallback, useEffect, useState } from 'react';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export type LoadedFormat =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly format: ScenarioFormat }
  | { readonly kind: 'failed'; readonly retry: () => void };

const loaded = new WeakMap<PlaygroundPorts, ScenarioFormat>();

export function useFormat(ports: PlaygroundPorts): LoadedFormat {
  const [format, setFormat] = useState(() => loaded.get(ports) ?? null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    ports.loadFormat().then(
      (arrived) => {
        loaded.set(ports, arrived);
        setFormat(arrived);
      },
      () => setFailed(true),
    );
  }, [ports]);
  useEffect(() => {
    if (!loaded.has(ports)) load();
  }, [ports, load]);
  const retry = () => {
    setFailed(false);
    load();
  };
  if (format !== null) return { kind: 'ready', format };
  return hasFailed ? { kind: 'failed', retry } : { kind: 'loading' };
}
