/**
 * Every step of a lesson and every event, and where they lead; `(ignored)` is written, not implied. Total over the
 * events by type, and compared with the machine itself by `lesson-table.test.ts`.
 */

import type { LessonStep } from '../scenario/lesson/lesson-progress.ts';
import type { LessonEvent } from './lesson.machine.ts';

/** From any step to any other; to itself, it moves the beat of a run, and the end is reached again. */
const STEPS: readonly LessonStep[] = ['done', 'explain', 'observe', 'predict', 'run', 'try'];
const anywhereBut = (step: LessonStep) =>
  [step === 'run' || step === 'done' ? '(stays)' : '(ignored)', ...STEPS.filter((other) => other !== step)].join(
    ' or ',
  );

export const LESSON_TABLE = {
  predict: {
    predicted: '(ignored) or (stays)',
    observed: '(ignored)',
    'beat.reached': '(ignored)',
    judged: '(ignored)',
    continue: '(ignored) or run',
    skip: 'run',
    go: anywhereBut('predict'),
  },
  run: {
    predicted: '(ignored)',
    observed: '(ignored)',
    'beat.reached': '(ignored) or (stays)',
    judged: '(ignored)',
    continue: '(ignored) or observe',
    skip: 'observe',
    go: anywhereBut('run'),
  },
  observe: {
    predicted: '(ignored)',
    observed: '(stays)',
    'beat.reached': '(ignored)',
    judged: '(ignored)',
    continue: '(ignored) or explain',
    skip: 'explain',
    go: anywhereBut('observe'),
  },
  explain: {
    predicted: '(ignored)',
    observed: '(ignored)',
    'beat.reached': '(ignored)',
    judged: '(ignored)',
    continue: 'try',
    skip: 'try',
    go: anywhereBut('explain'),
  },
  try: {
    predicted: '(ignored)',
    observed: '(ignored)',
    'beat.reached': '(ignored)',
    judged: '(stays)',
    continue: '(ignored) or done',
    skip: 'done',
    go: anywhereBut('try'),
  },
  done: {
    predicted: '(ignored)',
    observed: '(ignored)',
    'beat.reached': '(ignored)',
    judged: '(stays)',
    continue: '(ignored)',
    skip: '(ignored)',
    go: anywhereBut('done'),
  },
} satisfies Record<LessonStep, Record<LessonEvent['type'], string>>;
