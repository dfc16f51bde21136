/** What every step of a lesson is given. */

import type { Dispatch } from 'react';
import type { LessonEvent } from '../../lesson/lesson.machine.ts';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { LoadedLesson } from './use-lesson-load.ts';

export interface StepProps {
  readonly loaded: LoadedLesson;
  readonly progress: LessonProgress;
  readonly send: Dispatch<LessonEvent>;
}
