/** The cues of a talk: what the audience sees one after another. They follow from the lesson alone. */

import type { Lesson, Question } from '../scenario/lesson/lesson-data.ts';

/**
 * - `title`: the question of the lesson
 * - `predict`: a question before the run, with a show of hands
 * - `beat`: a sentence and the moment of the run that it is about
 * - `observe`: the question after the run, with a show of hands
 * - `answer`: what the run says, held against the hands
 * - `explain`: the principle
 * - `end`: what to try at home
 *
 * Questions are counted from 0, those before the run first and the one after it last.
 */
export type Cue =
  | { readonly kind: 'title' | 'explain' | 'end' }
  | { readonly kind: 'predict' | 'observe' | 'answer'; readonly question: number }
  | { readonly kind: 'beat'; readonly beat: number };

type Asking = Pick<Lesson, 'predict' | 'observe'>;

/** Predict, run, observe, and only then the answers. */
export function cuesOf({ predict, beats }: Pick<Lesson, 'predict' | 'beats'>): readonly Cue[] {
  const observed = predict.length;
  return [
    { kind: 'title' },
    ...predict.map((_, question) => ({ kind: 'predict', question }) as const),
    ...beats.map((_, beat) => ({ kind: 'beat', beat }) as const),
    { kind: 'observe', question: observed },
    ...[...predict, null].map((_, question) => ({ kind: 'answer', question }) as const),
    { kind: 'explain' },
    { kind: 'end' },
  ];
}

/** The questions of a talk in their order. */
export function questionsOf({ predict, observe }: Asking): readonly Question[] {
  return [...predict, observe];
}

/** What a cue is called in a list. */
export function cueName(cue: Cue, { predict }: Pick<Lesson, 'predict'>): string {
  switch (cue.kind) {
    case 'title':
      return 'Title';
    case 'predict':
      return `Prediction ${cue.question + 1}`;
    case 'beat':
      return `Beat ${cue.beat + 1}`;
    case 'observe':
      return 'What happened?';
    case 'answer':
      return cue.question < predict.length ? `Answer ${cue.question + 1}` : 'What happened: the answer';
    case 'explain':
      return 'Principle';
    default:
      return 'End';
  }
}
