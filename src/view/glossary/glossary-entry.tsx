/** One term, with the way to its neighbours and to the lessons that use it. */

import { useEffect, useRef } from 'react';
import { glossaryHash } from '../../projection/lesson/glossary-address.ts';
import type { GlossaryTerm } from '../../scenario/lesson/glossary.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';

interface GlossaryEntryProps {
  readonly entry: GlossaryTerm;
  /** In the order of the course. */
  readonly lessons: readonly LessonSummary[];
  readonly isNamed: boolean;
}

export function GlossaryEntry({ entry: { term, standsFor, means, also, see }, lessons, isNamed }: GlossaryEntryProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNamed) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: 'center' });
  }, [isNamed]);
  const first = lessons.find(({ terms }) => terms.includes(term));
  const forms = also.filter((form) => !isInflected(form, term));
  return (
    <li
      ref={line}
      className="glossary-entry"
      tabIndex={isNamed ? -1 : undefined}
      aria-current={isNamed ? 'true' : undefined}
    >
      <h3>
        <a href={glossaryHash(term)}>{term}</a>
      </h3>
      <div>
        {standsFor !== null && <p className="glossary-stands-for">{standsFor}</p>}
        <p>{means}</p>
        <p className="glossary-beside">
          {forms.length > 0 && <span>also {forms.join(', ')}</span>}
          {see.length > 0 && (
            <span>
              see{' '}
              {see.map((other) => (
                <a key={other} href={glossaryHash(other)}>
                  {other}
                </a>
              ))}
            </span>
          )}
          {first !== undefined && (
            <span>
              first in{' '}
              <a href={`#/learn/${first.id}`}>
                lesson {first.number}, {first.title}
              </a>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

/** Plurals and the like say nothing new: `retries` of `retry`. */
function isInflected(form: string, term: string): boolean {
  return form.startsWith(term.slice(0, -1));
}
