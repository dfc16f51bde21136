/**
 * A lesson being taken: predict, run, observe, explain, try, done, in that order. Every step can be skipped, which is
 * kept; any step can be gone to, since no lesson is gated. The host judges answers and solutions and says what came out.
 */

import { setup } from 'xstate';
import { LESSON_STEPS } from '../scenario/lesson/lesson-progress.ts';
import type { LessonProgress, LessonStep, Prediction } from '../scenario/lesson/lesson-progress.ts';

export interface LessonInput {
  /** How many questions and beats the lesson has. */
  readonly questions: number;
  readonly beats: number;
  /** Where it was left, `null` for a first time. */
  readonly progress: LessonProgress | null;
}

export type LessonEvent =
  /** An answer to the question `index`, before the run. */
  | { readonly type: 'predicted'; readonly index: number; readonly prediction: Prediction; readonly isRight: boolean }
  /** An answer to the question after the run. */
  | { readonly type: 'observed'; readonly prediction: Prediction; readonly isRight: boolean }
  /** The run has come to a beat, or somebody has gone to one. */
  | { readonly type: 'beat.reached'; readonly beat: number }
  /** A solution was judged; 0 stars is none. */
  | { readonly type: 'judged'; readonly stars: number }
  /** On to the next step, when this one is done. */
  | { readonly type: 'continue' }
  /** On to the next step, done or not. */
  | { readonly type: 'skip' }
  | { readonly type: 'go'; readonly step: LessonStep; readonly beat: number | null };

export interface LessonContext extends Omit<LessonProgress, 'step'> {
  readonly questions: number;
  readonly beats: number;
}

const base = setup({
  types: { context: {} as LessonContext, events: {} as LessonEvent, input: {} as LessonInput },
  guards: {
    hasPredicted: ({ context }) => context.predictions.every((prediction) => prediction !== null),
    hasSeenAll: ({ context }) => context.beat >= context.beats - 1,
    hasObserved: ({ context }) => context.observed !== null,
    isSolved: ({ context }) => context.stars > 0,
    isQuestion: ({ context, event }) => event.type === 'predicted' && event.index < context.questions,
    isBeat: ({ context, event }) => event.type === 'beat.reached' && event.beat < context.beats,
    toPredict: ({ event }) => event.type === 'go' && event.step === 'predict',
    toRun: ({ event }) => event.type === 'go' && event.step === 'run',
    toObserve: ({ event }) => event.type === 'go' && event.step === 'observe',
    toExplain: ({ event }) => event.type === 'go' && event.step === 'explain',
    toTry: ({ event }) => event.type === 'go' && event.step === 'try',
    toDone: ({ event }) => event.type === 'go' && event.step === 'done',
  },
});

const keepPrediction = base.assign(({ context, event }) => {
  if (event.type !== 'predicted') return {};
  return {
    predictions: context.predictions.with(event.index, event.prediction),
    ...scored(context, event.index, event.isRight),
  };
});
const keepObserved = base.assign(({ context, event }) =>
  event.type === 'observed' ? { observed: event.prediction, ...scored(context, context.questions, event.isRight) } : {},
);
const keepBeat = base.assign(({ context, event }) => {
  if (event.type === 'beat.reached') return { beat: event.beat };
  return event.type === 'go' && event.beat !== null ? { beat: Math.min(event.beat, context.beats - 1) } : {};
});
const keepStars = base.assign(({ context, event }) =>
  event.type === 'judged' ? { stars: Math.max(context.stars, event.stars) } : {},
);
const finish = base.assign({ isDone: true });

/** Notes that `step` was passed without doing it. */
const skipping = (step: LessonStep) =>
  base.assign(({ context }) => ({
    skipped: LESSON_STEPS.filter((other) => other === step || context.skipped.includes(other)),
  }));
/** And that it was done after all. */
const doing = (step: LessonStep) =>
  base.assign(({ context }) => ({ skipped: context.skipped.filter((other) => other !== step) }));

function scored({ rightAt }: LessonContext, place: number, isRight: boolean): Partial<LessonContext> {
  const others = rightAt.filter((other) => other !== place);
  return { rightAt: isRight ? [...others, place].toSorted((a, b) => a - b) : others };
}

export const lessonMachine = base.createMachine({
  id: 'lesson',
  context: ({ input }) => {
    // `transition` evaluates this without input when it only needs an inert actor.
    const [questions, beats, progress] = [input?.questions ?? 0, input?.beats ?? 0, input?.progress ?? null];
    const predictions = Array.from({ length: questions }, (_, index) => progress?.predictions[index] ?? null);
    const { beat = 0, observed = null, skipped = [], stars = 0, isDone = false, rightAt = [] } = progress ?? {};
    return { questions, beats, predictions, beat, observed, skipped, stars, isDone, rightAt };
  },
  initial: 'predict',
  on: {
    go: [
      { guard: 'toPredict', target: '.predict' },
      { guard: 'toRun', target: '.run', actions: keepBeat },
      { guard: 'toObserve', target: '.observe' },
      { guard: 'toExplain', target: '.explain' },
      { guard: 'toTry', target: '.try' },
      { guard: 'toDone', target: '.done' },
    ],
  },
  states: {
    predict: {
      on: {
        predicted: { guard: 'isQuestion', actions: keepPrediction },
        continue: { guard: 'hasPredicted', target: 'run', actions: doing('predict') },
        skip: { target: 'run', actions: skipping('predict') },
      },
    },
    run: {
      on: {
        'beat.reached': { guard: 'isBeat', actions: keepBeat },
        continue: { guard: 'hasSeenAll', target: 'observe', actions: doing('run') },
        skip: { target: 'observe', actions: skipping('run') },
      },
    },
    observe: {
      on: {
        observed: { actions: keepObserved },
        continue: { guard: 'hasObserved', target: 'explain', actions: doing('observe') },
        skip: { target: 'explain', actions: skipping('observe') },
      },
    },
    explain: {
      on: {
        continue: { target: 'try', actions: doing('explain') },
        skip: { target: 'try', actions: skipping('explain') },
      },
    },
    try: {
      on: {
        judged: { actions: keepStars },
        continue: { guard: 'isSolved', target: 'done', actions: doing('try') },
        skip: { target: 'done', actions: skipping('try') },
      },
    },
    done: { entry: finish, on: { judged: { actions: keepStars } } },
  },
});
