/** Why it was so: the principle, where it comes from, and what this model leaves out. */

import { answerKey } from '../../projection/lesson/answer-key.ts';
import { answerText } from '../../projection/lesson/answer-text.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { termsIn } from '../../projection/lesson/glossary-links.ts';
import { LinkedText } from '../course/linked-text.tsx';
import { SourceLine } from '../course/source-line.tsx';
import { PredictionReview } from './prediction-review.tsx';
import { StepActions } from './step-actions.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function ExplainStep({ loaded, progress, send }: StepProps) {
  const { lesson, runs, reference } = loaded;
  const { explain } = lesson;
  const text = fillTemplate(explain.text, runs);
  const sources = explain.sources.flatMap((id) => {
    const source = reference.sources.get(id);
    return source === undefined ? [] : [{ id, source }];
  });
  return (
    <main className="lesson-step explain-step">
      <article className="step-text explain-text">
        <StepHeading of="explain" kicker="Explain">
          {lesson.question}
        </StepHeading>
        <p className="explain-principle">
          <LinkedText text={text} glossary={reference.glossary} />
        </p>
        <p className="explain-recap">{recapOf({ loaded, progress })}</p>
        <h2>Not in this model</h2>
        <p>
          <LinkedText
            text={fillTemplate(explain.notModelled, runs)}
            glossary={reference.glossary}
            seen={termsIn([text], reference.glossary)}
          />
        </p>
        <h2>Where this comes from</h2>
        <ul className="explain-sources">
          {sources.map(({ id, source }) => (
            <SourceLine key={id} source={source} />
          ))}
        </ul>
        <p className="quiet">
          As of <time dateTime={explain.asOf}>{dayFormat.format(new Date(explain.asOf))}</time>.
        </p>
      </article>
      <StepActions
        next="Try it yourself"
        onNext={() => send({ type: 'continue' })}
        onBack={() => send({ type: 'go', step: 'observe', beat: null })}
      />
      <aside className="explain-review">
        <PredictionReview loaded={loaded} progress={progress} />
      </aside>
    </main>
  );
}

/** `You had 2 of 4 right.` */
function recapOf({ loaded: { lesson, runs }, progress }: Pick<StepProps, 'loaded' | 'progress'>): string {
  const asked = [...lesson.predict, lesson.observe];
  const given = [...progress.predictions, progress.observed];
  const judged = asked.flatMap((question, at) => {
    const key = answerKey(question, runs);
    const text = key === null ? null : answerText(question, given[at] ?? null, key);
    return text === null ? [] : [text.isRight];
  });
  if (judged.length === 0) return '';
  return `You had ${judged.filter(Boolean).length} of ${judged.length} right.`;
}
