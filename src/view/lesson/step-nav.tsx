/** The steps of a lesson in their order, which is advice: each can be gone to at any time. */

import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { LESSON_STEPS } from '../../scenario/lesson/lesson-progress.ts';
import type { LessonStep } from '../../scenario/lesson/lesson-progress.ts';

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
  readonly done: ReadonlySet<LessonStep>;
  readonly onStep: (step: LessonStep) => void;
}

export function StepNav({ step, done, onStep }: StepNavProps) {
  return (
    <nav className="step-nav" aria-label="Steps of this lesson">
      <ol>
        {LESSON_STEPS.map((name) => (
          <li key={name}>
            <Button
              className="step-button"
              data-current={name === step}
              data-done={done.has(name)}
              aria-current={name === step ? 'step' : 'false'}
              aria-label={`${NAMES[name]}${done.has(name) ? ', done' : ''}`}
              onPress={() => onStep(name)}
            >
              {done.has(name) && <Check size={12} strokeWidth={2.6} aria-hidden="true" />}
              {NAMES[name]}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
