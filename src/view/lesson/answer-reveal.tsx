/** Right or not, how far off, and what the run says. */

import { Check, X } from 'lucide-react';
import type { AnswerKey } from '../../projection/lesson/answer-key.ts';
import { answerText } from '../../projection/lesson/answer-text.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import type { LessonRuns } from '../../projection/lesson/find-moment.ts';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';

interface AnswerRevealProps {
  readonly question: Question;
  readonly prediction: Prediction;
  readonly answerKey: AnswerKey;
  readonly runs: LessonRuns;
}

export function AnswerReveal({ question, prediction, answerKey, runs }: AnswerRevealProps) {
  const text = answerText(question, prediction, answerKey);
  if (text === null) return null;
  const { isRight, truth, distance } = text;
  return (
    <div className="answer-reveal" data-right={isRight} role="status">
      <p className="answer-verdict">
        {isRight ? (
          <Check size={18} strokeWidth={2.6} aria-hidden="true" />
        ) : (
          <X size={18} strokeWidth={2.6} aria-hidden="true" />
        )}
        <b>{isRight ? 'Right' : 'Not so'}</b>
        {truth !== null && !isRight && <span>It is {question.kind === 'choice' ? `“${truth}”` : truth}</span>}
        {distance !== null && <span className="answer-distance">{distance}</span>}
      </p>
      {question.reveal !== null && <p>{fillTemplate(question.reveal, runs)}</p>}
    </div>
  );
}
