/**
 * Progress file, version 1 (contract): how far somebody has come, as JSON to keep or to carry to another device.
 * The schema is the source of the format; what cannot be read is named, and nothing of it is taken.
 */

import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.ts';
import { explainIssue } from '../explain-issue.ts';
import { jsonFaultPlace, jsonFieldPlace } from '../json-place.ts';
import { LIMITS } from '../limits.ts';
import { placeProblems } from '../parse.ts';
import type { ScenarioProblem } from '../scenario-problem.ts';
import { LESSON_COUNT } from './lesson-part.ts';
import { LESSON_STEPS } from './lesson-progress.ts';
import type { CourseProgress } from './lesson-progress.ts';

const PROGRESS_FORMAT = 'pull-the-plug/progress';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a lesson');
const count = z.int().min(0).max(1_000);
const step = z.enum(LESSON_STEPS);

const predictionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), option: count }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('point'), atMs: z.number().min(0).max(LIMITS.horizonMs) }),
  z.strictObject({
    kind: z.literal('curve'),
    points: z
      .array(z.strictObject({ atMs: z.number().min(0).max(LIMITS.horizonMs), words: z.number().min(0) }))
      .max(1_000),
  }),
]);

const lessonSchema = z.strictObject({
  step,
  beat: count,
  predictions: z.array(predictionSchema.nullable()).max(3),
  observed: predictionSchema.nullable(),
  rightAt: z.array(count).max(4),
  skipped: z.array(step).max(LESSON_STEPS.length),
  stars: z.int().min(0).max(3),
  isDone: z.boolean(),
});

const progressFileSchema = z.strictObject({
  format: z.literal(PROGRESS_FORMAT),
  version: z.literal(1, 'must be 1, the only version there is'),
  last: id.nullable(),
  lessons: z.record(id, lessonSchema).refine((lessons) => Object.keys(lessons).length <= LESSON_COUNT * 2, {
    message: 'it has more lessons than the course',
  }),
});

/** JSON that {@link readProgressFile} gives back. */
export function writeProgressFile(progress: CourseProgress): string {
  return `${JSON.stringify({ format: PROGRESS_FORMAT, version: 1, ...progress }, null, 2)}\n`;
}

/** Never throws; every problem has its line and column. */
export function readProgressFile(text: string): Result<CourseProgress, readonly ScenarioProblem[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const remedy = 'It may have been cut; export the progress again.';
    return err([{ path: '', ...jsonFaultPlace(text), reason: 'it stops being JSON here', remedy }]);
  }
  const parsed = progressFileSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok({ last: parsed.data.last, lessons: parsed.data.lessons });
  const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: progressFileSchema, data }));
  return err(placeProblems(problems, (path) => jsonFieldPlace(text, path)));
}
