/**
 * How far somebody has come: in one lesson, and in the course. Plain data, kept by the page and carried in a file
 * (`progress-file.ts`). It has no dates, since nothing here reads a clock.
 */

/** The states of a lesson, in their order. */
export const LESSON_STEPS = ['predict', 'run', 'observe', 'explain', 'try', 'done'] as const;

export type LessonStep = (typeof LESSON_STEPS)[number];

/** What somebody answered: the place of an option, a number in the question's unit, a moment, a drawn line. */
export type Prediction =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'point'; readonly atMs: number }
  | { readonly kind: 'curve'; readonly points: readonly CurvePoint[] };

/** Words on the screen at a moment. Times ascend. */
export interface CurvePoint {
  readonly atMs: number;
  readonly words: number;
}

export interface LessonProgress {
  /** Where it was left. */
  readonly step: LessonStep;
  /** The beat that was shown last, counted from 0. */
  readonly beat: number;
  /** By question, `null` where none was made. */
  readonly predictions: readonly (Prediction | null)[];
  readonly observed: Prediction | null;
  /** The questions that were answered rightly: those before the run by their place, the one after it by their number. */
  readonly rightAt: readonly number[];
  /** Steps that were passed without doing them. */
  readonly skipped: readonly LessonStep[];
  /** The most that the challenge was worth, 0 while it is not solved. */
  readonly stars: number;
  /** Whether its end was reached once. */
  readonly isDone: boolean;
}

export interface CourseProgress {
  /** The lesson that was open last, `null` before the first. */
  readonly last: string | null;
  /** By the id of the lesson. */
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export const NO_PROGRESS: CourseProgress = { last: null, lessons: {} };

/**
 * One progress of two, such as that of another device: of each lesson the one that came further, with the most
 * stars of both. The order does not matter, except that `last` stays that of the first.
 */
export function mergeProgress(mine: CourseProgress, other: CourseProgress): CourseProgress {
  const ids = [...new Set([...Object.keys(mine.lessons), ...Object.keys(other.lessons)])].toSorted();
  const lessons = ids.flatMap((id) => {
    const [a, b] = [mine.lessons[id], other.lessons[id]];
    const merged = a === undefined ? b : b === undefined ? a : mergeLesson(a, b);
    return merged === undefined ? [] : [[id, merged] as const];
  });
  return { last: mine.last ?? other.last, lessons: Object.fromEntries(lessons) };
}

function mergeLesson(a: LessonProgress, b: LessonProgress): LessonProgress {
  const further = compareProgress(a, b) >= 0 ? a : b;
  return { ...further, stars: Math.max(a.stars, b.stars), isDone: a.isDone || b.isDone };
}

/** Above zero when `a` came further. Only equal ones compare as equal, so that merging knows no order. */
function compareProgress(a: LessonProgress, b: LessonProgress): number {
  const rank = ({ step, beat, predictions, observed, rightAt }: LessonProgress) => [
    LESSON_STEPS.indexOf(step),
    beat,
    predictions.filter((prediction) => prediction !== null).length,
    observed === null ? 0 : 1,
    rightAt.length,
  ];
  const [first, second] = [rank(a), rank(b)];
  const difference = first.map((value, index) => value - (second[index] ?? 0)).find((value) => value !== 0);
  if (difference !== undefined) return difference;
  const [left, right] = [a, b].map((progress) =>
    JSON.stringify([progress.predictions, progress.observed, progress.rightAt, progress.skipped]),
  );
  return left === right ? 0 : (left ?? '') > (right ?? '') ? 1 : -1;
}
