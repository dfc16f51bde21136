/** What happened? Asked with the finished run before people's eyes, and answered before anything is explained. */

import { useMemo, useState } from 'react';
import { answerKey } from '../../projection/lesson/answer-key.ts';
import { runOfQuestion } from '../../projection/lesson/answer-text.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { scorePrediction } from '../../projection/lesson/score-prediction.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';
import { RunView } from '../course/run-view.tsx';
import { AnswerReveal } from './answer-reveal.tsx';
import { QuestionField } from './question-field.tsx';
import { StepActions } from './step-actions.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';
import { variantTitle } from './variant-title.ts';

export function ObserveStep({ loaded, progress, send }: StepProps) {
  const { lesson, runs } = loaded;
  const question = lesson.observe;
  const key = useMemo(() => answerKey(question, runs), [question, runs]);
  const [draft, setDraft] = useState<Prediction | null>(null);
  const name = runOfQuestion(question);
  const run = runs.get(name) ?? null;
  const [look, setLook] = useState<number | null>(null);
  const given = progress.observed;
  const variant = variantTitle(lesson, name);
  const check = () => {
    if (draft === null) return send({ type: 'skip' });
    const isRight = key !== null && scorePrediction(question, draft, key)?.isRight === true;
    return send({ type: 'observed', prediction: draft, isRight });
  };
  return (
    <main className="lesson-step observe-step" data-answered={given !== null}>
      <section className="step-text" aria-label="What you saw">
        <StepHeading
          of={given === null ? 'observe' : 'observed'}
          kicker={<>Observe{variant !== null && <em> · What if: {variant}</em>}</>}
        >
          {fillTemplate(question.ask, runs)}
        </StepHeading>
        <QuestionField
          key={given === null ? 'asked' : 'answered'}
          question={question}
          answerKey={key}
          run={run}
          value={given ?? draft}
          onValue={given === null ? setDraft : null}
        />
        {given !== null && key !== null && (
          <AnswerReveal question={question} prediction={given} answerKey={key} runs={runs} />
        )}
      </section>
      <StepActions
        next={given !== null ? 'Why is that?' : draft === null ? 'Skip this question' : 'Check my answer'}
        onNext={given === null ? check : () => send({ type: 'continue' })}
        onBack={() => send({ type: 'go', step: 'run', beat: lesson.beats.length - 1 })}
      />
      <section className="step-picture run-picture" aria-label="The finished run">
        {run !== null && <RunView run={run} playheadMs={look ?? eventfulSpan(run).restMs} onPlayhead={setLook} />}
      </section>
    </main>
  );
}
