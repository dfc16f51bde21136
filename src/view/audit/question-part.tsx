/** A question on the product with its answers, and what the chosen one means. */

import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { memo } from 'react';
import type { Dispatch } from 'react';
import { UNKNOWN, UNKNOWN_TEXT } from '../../scenario/audit/audit-data.ts';
import type { Audit, AuditQuestion, Gap } from '../../scenario/audit/audit-data.ts';
import type { AuditAction } from './audit-session.ts';
import { Choice } from './choice.tsx';
import { LessonLink } from './lesson-link.tsx';

interface QuestionPartProps {
  readonly question: AuditQuestion;
  /** Counted from 1. */
  readonly number: number;
  readonly lessons: Audit['lessons'];
  /** The id of the answer, `null` while it is open. */
  readonly chosen: string | null;
  readonly dispatch: Dispatch<AuditAction>;
}

export const QuestionPart = memo(function QuestionPart(props: QuestionPartProps) {
  const { question, number, lessons, chosen, dispatch } = props;
  const choose = (answer: string) => () => dispatch({ type: 'answer.chosen', question: question.id, answer });
  return (
    <fieldset className="audit-question" id={`audit-${question.id}`} aria-describedby={`audit-why-${question.id}`}>
      <legend>
        <span className="audit-number">{number}</span> {question.ask}
      </legend>
      <p className="audit-why" id={`audit-why-${question.id}`}>
        {question.why}
      </p>
      <div className="audit-choices">
        {question.answers.map(({ id, text, gap }) => (
          <Choice key={id} name={question.id} text={text} isChosen={chosen === id} onChoose={choose(id)}>
            {gap === null ? <NoGap /> : <GapNote gap={gap} lessons={lessons} />}
          </Choice>
        ))}
        <Choice name={question.id} text={UNKNOWN_TEXT} isChosen={chosen === UNKNOWN} onChoose={choose(UNKNOWN)}>
          <p className="audit-meaning" data-tone="unknown">
            <CircleHelp size={15} aria-hidden="true" />
            <span>
              Nothing is said against the product. Find out; this is what to look for:{' '}
              <LessonLink id={question.lesson} lessons={lessons} />
            </span>
          </p>
        </Choice>
      </div>
    </fieldset>
  );
});

function NoGap() {
  return (
    <p className="audit-meaning" data-tone="good">
      <CircleCheck size={15} aria-hidden="true" />
      <span>Nothing to mend.</span>
    </p>
  );
}

function GapNote({ gap, lessons }: { readonly gap: Gap; readonly lessons: Audit['lessons'] }) {
  return (
    <p className="audit-meaning" data-tone="gap">
      <CircleAlert size={15} aria-hidden="true" />
      <span>
        <strong>Gap.</strong> {gap.says} <LessonLink id={gap.lesson} lessons={lessons} />
      </span>
    </p>
  );
}
