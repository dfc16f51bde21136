/** Named answer texts (`scenarios/answers.yaml`): what the agent says when a scenario names one. */

import { z } from 'zod';
import { err, ok, type Result } from '../base/result.ts';
import { explainIssue } from './explain-issue.ts';
import { LIMITS } from './limits.ts';
import { placeProblems } from './parse.ts';
import { readDocument } from './read-document.ts';
import type { ScenarioProblem } from './scenario-problem.ts';

const answersSchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only version there is'),
  answers: z.record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens'),
    z.string().trim().min(1).max(LIMITS.answerCharacters),
  ),
});

/** Text by name. */
export type Answers = ReadonlyMap<string, string>;

/** Reads an answers file. Never throws; problems have the form of a scenario's. */
export function parseAnswers(text: string): Result<Answers, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { data, locate } = document.value;
  const parsed = answersSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok(new Map(Object.entries(parsed.data.answers)));
  const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: answersSchema, data }));
  return err(placeProblems(problems, locate));
}
