/** What people predicted, held against what happened: drawn lines and marks beside the true ones. */

import { Check, Minus, X } from 'lucide-react';
import { answerKey } from '../../projection/lesson/answer-key.ts';
import { answerText, runOfQuestion, truthText } from '../../projection/lesson/answer-text.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { LessonProgress, Prediction } from '../../scenario/lesson/lesson-progress.ts';
import { QuestionField } from './question-field.tsx';
import type { LoadedLesson } from './use-lesson-load.ts';

interface PredictionReviewProps {
  readonly loaded: LoadedLesson;
  readonly progress: LessonProgress;
}

export function PredictionReview({ loaded, progress }: PredictionReviewProps) {
  return (
    <section className="prediction-review" aria-label="Your predictions">
      <h2>
        {progress.predictions.every((made) => made === null) ? 'What there was to predict' : 'What you predicted'}
      </h2>
      <ol>
        {loaded.lesson.predict.map((question, at) => (
          <Reviewed key={at} loaded={loaded} question={question} prediction={progress.predictions[at] ?? null} />
        ))}
      </ol>
    </section>
  );
}

interface ReviewedProps {
  readonly loaded: LoadedLesson;
  readonly question: Question;
  readonly prediction: Prediction | null;
}

function Reviewed({ loaded: { runs }, question, prediction }: ReviewedProps) {
  const key = answerKey(question, runs);
  if (key === null) return null;
  const text = answerText(question, prediction, key);
  const truth = truthText(question, key);
  const isDrawn = question.kind === 'curve' || question.kind === 'point';
  return (
    <li data-right={text?.isRight ?? null}>
      <p className="review-ask">
        <ReviewIcon isRight={text?.isRight ?? null} />
        <span>{fillTemplate(question.ask, runs)}</span>
      </p>
      {isDrawn ? (
        <QuestionField
          question={question}
          answerKey={key}
          run={runs.get(runOfQuestion(question)) ?? null}
          value={prediction}
          onValue={null}
        />
      ) : (
        <p className="review-answers">
          {text?.answered != null && (
            <span>
              You said: <b>{text.answered}</b>
            </span>
          )}
          {truth !== null && text?.isRight !== true && (
            <span>
              It is: <b>{truth}</b>
            </span>
          )}
        </p>
      )}
      {text?.distance != null && <p className="answer-distance">{text.distance}</p>}
      {question.reveal !== null && <p className="review-reveal">{fillTemplate(question.reveal, runs)}</p>}
    </li>
  );
}

function ReviewIcon({ isRight }: { readonly isRight: boolean | null }) {
  const icon = { size: 16, strokeWidth: 2.6 } as const;
  if (isRight === null) return <Minus {...icon} aria-label="Not answered:" />;
  return isRight ? <Check {...icon} aria-label="Right:" /> : <X {...icon} aria-label="Not so:" />;
}
