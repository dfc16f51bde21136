/** A lesson from its first question to its end: the screen around the steps. */

import { ChevronLeft } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { assertNever } from '../../base/assert.ts';
import { lessonStep } from '../../lesson/lesson-state.ts';
import { stepsDone } from '../../projection/lesson/steps-done.ts';
import type { LearnLink } from '../../scenario/lesson/learn-link.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { SitePorts } from '../shell/site-ports.ts';
import { DoneStep } from './done-step.tsx';
import { ExplainStep } from './explain-step.tsx';
import { LessonNotice } from './lesson-notice.tsx';
import { ObserveStep } from './observe-step.tsx';
import { PredictStep } from './predict-step.tsx';
import { RunStep } from './run-step.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';
import { TryStep } from './try-step.tsx';
import { useLesson } from './use-lesson.ts';
import { useLessonLoad } from './use-lesson-load.ts';
import type { LoadedLesson } from './use-lesson-load.ts';
import './lesson.css';
import './questions.css';

interface LessonScreenProps {
  readonly ports: SitePorts;
  /** Another link to the same lesson leads to its place there. */
  readonly link: LearnLink;
  /** All lessons, in the order of the course. */
  readonly summaries: readonly LessonSummary[];
}

export function LessonScreen({ ports, link, summaries }: LessonScreenProps) {
  const load = useLessonLoad(ports.course, link.lesson);
  switch (load.kind) {
    case 'loading':
      return <LessonNotice title={load.title ?? 'A lesson'}>Running it…</LessonNotice>;
    case 'unknown':
      return (
        <LessonNotice title="There is no such lesson">
          No lesson is called “{link.lesson}”. The link may be old, or was cut on its way.
        </LessonNotice>
      );
    case 'failed':
      return (
        <LessonNotice title="This lesson cannot be shown now">
          <p>{load.message}</p>
          <Button className="button" onPress={load.retry}>
            Try again
          </Button>
        </LessonNotice>
      );
    case 'ready':
      return <OpenLesson ports={ports} link={link} summaries={summaries} loaded={load.loaded} />;
    default:
      return assertNever(load);
  }
}

function OpenLesson({ ports, link, summaries, loaded }: LessonScreenProps & { readonly loaded: LoadedLesson }) {
  const { lesson } = loaded;
  const { state, progress, send } = useLesson(ports.course, loaded, link);
  const step = lessonStep(state);
  useEffect(() => {
    document.title = `${lesson.title} · Pull the Plug`;
  }, [lesson.title]);
  const props: StepProps = { loaded, progress, send };
  return (
    <div className="screen lesson" data-step={step} data-lesson={lesson.id}>
      <ScreenHead current="learn">
        <a className="lesson-name" href="#/learn" aria-label={`Lesson ${lesson.number}, ${lesson.title}: all lessons`}>
          <ChevronLeft size={18} aria-hidden="true" />
          <b>{lesson.number}</b> <span>{lesson.title}</span>
        </a>
        <StepNav
          step={step}
          done={stepsDone(lesson.beats.length, progress)}
          onStep={(to) => send({ type: 'go', step: to, beat: null })}
        />
      </ScreenHead>
      {step === 'predict' && <PredictStep {...props} />}
      {step === 'run' && <RunStep {...props} />}
      {step === 'observe' && <ObserveStep {...props} />}
      {step === 'explain' && <ExplainStep {...props} />}
      {step === 'try' && <TryStep key={solutionKey(link)} {...props} ports={ports} shared={link.solution} />}
      {step === 'done' && <DoneStep {...props} summaries={summaries} />}
    </div>
  );
}

/** Somebody else's solution is another beginning. */
function solutionKey({ solution }: LearnLink): string {
  return solution === null ? 'own' : JSON.stringify(solution);
}
