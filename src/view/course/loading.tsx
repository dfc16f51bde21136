/** What stands in the place of a screen of the course until it is here, and when it cannot be had. */

import { Button } from 'react-aria-components/Button';
import type { Loaded } from './use-loaded.ts';

interface LoadingProps {
  readonly loaded: Exclude<Loaded<unknown>, { readonly kind: 'ready' }>;
  /** What is opened, in a sentence: `the course`. */
  readonly what: string;
}

export function Loading({ loaded, what }: LoadingProps) {
  if (loaded.kind === 'loading') return <p className="screen-status">Opening {what}…</p>;
  return (
    <div className="screen-status" role="alert">
      <p>Unable to open {what}; the page could not be reached. Nothing of yours is lost.</p>
      <Button className="button" onPress={loaded.retry}>
        Try again
      </Button>
    </div>
  );
}
