/** What stands in a tab while its facts are fetched, or when they could not be. */

import { Button } from 'react-aria-components/Button';
import type { LoadedFacts } from './use-facts.ts';

export function FactsStatus({ loaded }: { readonly loaded: Exclude<LoadedFacts, { readonly kind: 'ready' }> }) {
  if (loaded.kind === 'loading') return <p className="quiet inspector-section">Loading…</p>;
  return (
    <div className="inspector-section" role="alert">
      <p>Unable to load this tab; the page could not be reached. Nothing of yours is lost.</p>
      <Button className="button" onPress={loaded.retry}>
        Try again
      </Button>
    </div>
  );
}
