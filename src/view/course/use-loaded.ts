/** What a screen cannot do without: on its way, here, or not to be had, and then asked for again. */

import { useCallback, useEffect, useState } from 'react';

type Outcome<T> =
  { readonly kind: 'loading' } | { readonly kind: 'failed' } | { readonly kind: 'ready'; readonly value: T };

export type Loaded<T> = Outcome<T> & { readonly retry: () => void };

/** `load` must stay the same from one drawing to the next; another one loads anew. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>({ kind: 'loading' });
  const begin = useCallback(() => {
    let isAsked = true;
    const settle = (next: Outcome<T>) => {
      if (isAsked) setOutcome(next);
    };
    load().then(
      (value) => settle({ kind: 'ready', value }),
      () => settle({ kind: 'failed' }),
    );
    return () => {
      isAsked = false;
    };
  }, [load]);
  useEffect(begin, [begin]);
  const retry = () => {
    setOutcome({ kind: 'loading' });
    begin();
  };
  return { ...outcome, retry };
}
