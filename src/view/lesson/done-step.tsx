/** The end of a lesson: what was right, how well the challenge went, and where to go from here. */

import { LESSON_COUNT } from '../../scenario/lesson/lesson-part.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { SCREENS } from '../shell/screen-list.ts';
import type { ScreenId } from '../shell/screen.ts';
import { StarRow } from './star-row.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';

interface DoneStepProps extends StepProps {
  readonly summaries: readonly LessonSummary[];
}

/** Other ways to use a lesson, each with its screen: shown once there is one. */
const USES: readonly { readonly screen: ScreenId; readonly text: string }[] = [
  { screen: 'handout', text: 'Print it as a handout' },
  { screen: 'present', text: 'Present it to others' },
];

export function DoneStep({ loaded: { lesson }, progress, send, summaries }: DoneStepProps) {
  const answered = [...progress.predictions, progress.observed].filter((given) => given !== null).length;
  const next = summaries.find(({ number }) => number === lesson.number + 1);
  const uses = USES.filter(({ screen }) => SCREENS.some(({ id }) => id === screen));
  const right = progress.rightAt.length;
  return (
    <main className="lesson-step done-step">
      <section className="step-text" aria-label="How it went">
        <StepHeading of="done" kicker={`Lesson ${lesson.number} of ${LESSON_COUNT}`}>
          You have come to the end of “{lesson.title}”
        </StepHeading>
        <dl className="done-score">
          <div>
            <dt>Questions</dt>
            <dd>{answered === 0 ? 'none answered' : `${right} of ${answered} right`}</dd>
          </div>
          <div>
            <dt>Challenge</dt>
            <dd>
              <StarRow stars={progress.stars} />
              {progress.stars === 0 && 'not solved yet'}
            </dd>
          </div>
        </dl>
        {next !== undefined && (
          <a className="done-next" href={`#/learn/${next.id}`}>
            <span>Next, lesson {next.number}</span>
            <b>{next.title}</b>
            <span>{next.question}</span>
          </a>
        )}
        <ul className="done-ways">
          {progress.stars < 3 && (
            <li>
              <button type="button" className="button" onClick={() => send({ type: 'go', step: 'try', beat: null })}>
                {progress.stars === 0 ? 'Try the challenge' : 'Go for three stars'}
              </button>
            </li>
          )}
          <li>
            <button type="button" className="button" onClick={() => send({ type: 'go', step: 'run', beat: 0 })}>
              See the run again
            </button>
          </li>
          {uses.map(({ screen, text }) => (
            <li key={screen}>
              <a className="button" href={`#/${screen}/${lesson.id}`}>
                {text}
              </a>
            </li>
          ))}
          <li>
            <a className="button" href="#/learn">
              All lessons
            </a>
          </li>
        </ul>
      </section>
    </main>
  );
}
