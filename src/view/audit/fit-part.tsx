/** The first question, and what is said to a person who is stuck. */

import type { Dispatch } from 'react';
import { FITS } from '../../scenario/audit/audit-data.ts';
import type { Audit, Fit } from '../../scenario/audit/audit-data.ts';
import type { AuditAction } from './audit-session.ts';
import { Choice } from './choice.tsx';

interface FitPartProps {
  readonly fit: Audit['fit'];
  readonly chosen: Fit | null;
  readonly dispatch: Dispatch<AuditAction>;
}

export function FitPart({ fit, chosen, dispatch }: FitPartProps) {
  return (
    <fieldset className="audit-question audit-fit" id="audit-fit">
      <legend>{fit.ask}</legend>
      <div className="audit-choices">
        {FITS.map((id) => (
          <Choice
            key={id}
            name="fit"
            text={fit[id]}
            isChosen={chosen === id}
            onChoose={() => dispatch({ type: 'fit.chosen', fit: id })}
          />
        ))}
      </div>
    </fieldset>
  );
}

export function PersonPart({ toPerson }: { readonly toPerson: Audit['fit']['toPerson'] }) {
  return (
    <section className="audit-person" aria-labelledby="audit-person">
      <h2 id="audit-person">It is you, then</h2>
      {toPerson.says.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <ol aria-label={toPerson.method}>
        {toPerson.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
