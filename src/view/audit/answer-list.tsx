/** All answers in a list, for paper: what was not chosen is of no use there. Not drawn on a screen. */

import { UNKNOWN, UNKNOWN_TEXT } from '../../scenario/audit/audit-data.ts';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';

interface AnswerListProps {
  readonly audit: Audit;
  readonly state: AuditState;
  readonly link: string;
}

export function AnswerList({ audit, state, link }: AnswerListProps) {
  return (
    <section className="audit-answers" aria-labelledby="audit-answers">
      <h2 id="audit-answers">All answers</h2>
      <dl>
        {audit.questions.map(({ id, ask, answers }) => {
          const given = state.answers[id];
          const text = given === UNKNOWN ? UNKNOWN_TEXT : answers.find((answer) => answer.id === given)?.text;
          return (
            <div key={id}>
              <dt>{ask}</dt>
              <dd>{text ?? 'Open.'}</dd>
            </div>
          );
        })}
      </dl>
      <p className="audit-address">
        Sources as of {audit.asOf}. These answers again: {link}
      </p>
    </section>
  );
}
