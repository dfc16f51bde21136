/** What the inspector knows beside a run, fetched when it is first needed; a failed fetch can be tried again. */

import { useCallback, useEffect, useState } from 'react';
import type { InspectorFacts } from '../../protocol/inspector-facts.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export type LoadedFacts =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly facts: InspectorFacts }
  | { readonly kind: 'failed'; readonly retry: () => void };

export function useFacts({ loadInspectorFacts }: PlaygroundPorts): LoadedFacts {
  const [facts, setFacts] = useState<InspectorFacts | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    loadInspectorFacts().then(setFacts, () => setFailed(true));
  }, [loadInspectorFacts]);
  useEffect(load, [load]);
  const retry = () => {
    setFailed(false);
    load();
  };
  if (facts !== null) return { kind: 'ready', facts };
  return hasFailed ? { kind: 'failed', retry } : { kind: 'loading' };
}
