/** How each lane came out, in a few sentences: what one reads first, and what one can quote. */

import { Check, Minus, X } from 'lucide-react';
import type { LaneCard } from '../../projection/scorecard/lane-cards.ts';

const ICONS = { good: Check, harm: X, quiet: Minus } as const;

export function ResultCards({ cards }: { readonly cards: readonly LaneCard[] }) {
  return (
    <section aria-label="Result" className="results">
      {cards.map(({ name, lane, title, verdict, kept, promises, price }) => {
        const Icon = ICONS[verdict.tone];
        return (
          <article key={name} className="result" data-lane={lane} aria-label={title}>
            <h3>
              <span className="result-lane">{title}</span>
              <span className="result-verdict" data-tone={verdict.tone}>
                <Icon size={14} aria-hidden="true" /> {verdict.text}
              </span>
            </h3>
            <p>
              {kept} {promises}
            </p>
            <p className="result-price">{price}</p>
          </article>
        );
      })}
    </section>
  );
}
