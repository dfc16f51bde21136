/** What will happen? One question at a time, before anything is seen. Any of them can be passed by. */

import { useMemo, useState } from 'react';
import { answerKey } from '../../projection/lesson/answer-key.ts';
import { runOfQuestion } from '../../projection/lesson/answer-text.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { scorePrediction } from '../../projection/lesson/score-prediction.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';
import { LinkedText } from '../course/linked-text.tsx';
import { BlankAxis } from './blank-axis.tsx';
import { BlankStage } from './blank-stage.tsx';
import { QuestionField } from './question-field.tsx';
import { StepActions } from './step-actions.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';
import { variantTitle } from './variant-title.ts';

export function PredictStep({ loaded, progress, send }: StepProps) {
  const { lesson, runs, reference } = loaded;
  const [at, setAt] = useState(() => firstOpen(progress.predictions));
  const question = lesson.predict[at];
  const key = useMemo(() => (question === undefined ? null : answerKey(question, runs)), [question, runs]);
  if (question === undefined) return null;
  const run = runs.get(runOfQuestion(question));
  const prediction = progress.predictions[at] ?? null;
  const count = lesson.predict.length;
  const isLast = at === count - 1;
  const ask = fillTemplate(question.ask, runs);
  const answer = (given: Prediction) => {
    const isRight = key !== null && scorePrediction(question, given, key)?.isRight === true;
    send({ type: 'predicted', index: at, prediction: given, isRight });
  };
  const goOn = () => {
    if (!isLast) return setAt(at + 1);
    send({ type: progress.predictions.every((made) => made !== null) ? 'continue' : 'skip' });
  };
  const isAnswered = prediction !== null;
  const next = isLast
    ? isAnswered
      ? 'Run it'
      : 'Skip and run it'
    : isAnswered
      ? 'Next question'
      : 'Skip this question';
  const variant = variantTitle(lesson, runOfQuestion(question));
  // What is drawn is drawn on the time of the scenario itself.
  const isDrawn = question.kind === 'curve' || question.kind === 'point';
  const field = (
    <QuestionField key={at} question={question} answerKey={key} run={run ?? null} value={prediction} onValue={answer} />
  );
  return (
    <main className="lesson-step predict-step">
      <section className="step-text" aria-label="Your prediction">
        <StepHeading
          of={`predict ${at}`}
          kicker={
            <>
              Predict, {at + 1} of {count}
              {variant !== null && <em> · What if: {variant}</em>}
            </>
          }
        >
          {ask}
        </StepHeading>
        {!isDrawn && field}
        <p className="step-summary">
          <LinkedText text={run?.scenario.summary ?? lesson.scenario.summary} glossary={reference.glossary} />
        </p>
      </section>
      <section className="step-picture" aria-label="What is given">
        {run !== undefined && <BlankStage run={run}>{isDrawn ? field : <BlankAxis run={run} />}</BlankStage>}
      </section>
      <StepActions next={next} onNext={goOn} onBack={at === 0 ? null : () => setAt(at - 1)} />
    </main>
  );
}

/** Who comes back goes on with the first question that has no answer. */
function firstOpen(predictions: StepProps['progress']['predictions']): number {
  const open = predictions.indexOf(null);
  return open === -1 ? 0 : open;
}
