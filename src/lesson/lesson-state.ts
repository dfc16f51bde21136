/** The lesson machine as a value: begun, stepped, and written down as progress. Pure; nothing is started. */

import { initialTransition, transition } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import { LESSON_STEPS } from '../scenario/lesson/lesson-progress.ts';
import type { LessonProgress, LessonStep } from '../scenario/lesson/lesson-progress.ts';
import { lessonMachine } from './lesson.machine.ts';
import type { LessonEvent, LessonInput } from './lesson.machine.ts';

/** Immutable: a step makes a new one. */
export type LessonState = SnapshotFrom<typeof lessonMachine>;

/** Begins a lesson, or goes on where it was left. */
export function beginLesson(input: LessonInput): LessonState {
  const [first] = initialTransition(lessonMachine, input);
  const step = input.progress?.step ?? 'predict';
  return step === 'predict' ? first : stepLesson(first, { type: 'go', step, beat: null });
}

/** What does not belong to the present step changes nothing. */
export function stepLesson(state: LessonState, event: LessonEvent): LessonState {
  return transition(lessonMachine, state, event)[0];
}

/** Whether `continue` leads on from here. */
export function canContinue(state: LessonState): boolean {
  return state.can({ type: 'continue' });
}

export function lessonStep(state: LessonState): LessonStep {
  return LESSON_STEPS.find((step) => step === state.value) ?? 'predict';
}

export function progressOf(state: LessonState): LessonProgress {
  const { beat, predictions, observed, rightAt, skipped, stars, isDone } = state.context;
  return { step: lessonStep(state), beat, predictions, observed, rightAt, skipped, stars, isDone };
}
