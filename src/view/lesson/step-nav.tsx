/** The steps of a lesson in their order, which is advice: each can be gone to at any time. */

import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { LESSON_STEPS } from '../../scenario/lesson/lesson-progress.ts';
import type { LessonProgress, LessonStep } from '../../scenario/lesson/lesson-progress.ts';

const NAMES: Readonly<Record<LessonStep, string>> = {
  predict: 'Predict',
  run: 'Run',
  observe: 'Observe',
  explain: 'Explain',
  try: 'Try',
  done: 'Done',
};

interface StepNavProps {
  readonly step: LessonStep;
  readonly progress: LessonProgress;
  readonly onStep: (step: LessonStep) => void;
}

export function StepNav({ step, progress, onStep }: StepNavProps) {
  const here = LESSON_STEPS.indexOf(step);
  return (
    <nav className="step-nav" aria-label="Steps of this lesson">
      <ol>
        {LESSON_STEPS.map((name, at) => {
          const isPast = at < here || (progress.isDone && at !== here);
          const isSkipped = progress.skipped.includes(name);
          return (
            <li key={name}>
              <Button
                className="step-button"
                data-current={name === step}
                data-past={isPast}
                aria-current={name === step ? 'step' : 'false'}
                aria-label={`${NAMES[name]}${isPast && isSkipped ? ', skipped' : isPast ? ', done' : ''}`}
                onPress={() => onStep(name)}
              >
                {isPast && !isSkipped && <Check size={12} strokeWidth={2.6} aria-hidden="true" />}
                {NAMES[name]}
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
