/** Reads the parts of a lesson and keeps every problem that it meets, so that an author sees all of them at once. */

import type { FieldPath, FieldProblem } from '../scenario-problem.ts';
import { checkPattern } from './event-pattern.ts';
import type { KnownRuns, Refusal } from './known-runs.ts';
import { MAIN_RUN } from './lesson-data.ts';
import type { Anchor, Template, ValueExpression } from './lesson-data.ts';
import type { AnchorEntry } from './lesson-schema.ts';
import { parseExpression, parseTemplate } from './template.ts';
import { suggestWord } from '../nearest-word.ts';

export interface LessonReader {
  readonly runs: KnownRuns;
  readonly problems: readonly FieldProblem[];
  refuse(path: FieldPath, refusal: Refusal, at?: 'key' | 'value'): null;
  /** The name of a run, `main` when none is named; `null` when there is no such. */
  run(written: string | undefined, path: FieldPath): string | null;
  text(written: string, path: FieldPath): Template;
  expression(written: string, path: FieldPath): ValueExpression | null;
  anchor(entry: AnchorEntry, path: FieldPath): Anchor | null;
}

export function createLessonReader(runs: KnownRuns): LessonReader {
  const problems: FieldProblem[] = [];
  const refuse: LessonReader['refuse'] = (path, { reason, remedy }, at = 'value') => {
    problems.push({ path, at, reason, remedy });
    return null;
  };
  const runNamed: LessonReader['run'] = (written = MAIN_RUN, path) =>
    runs.has(written)
      ? written
      : refuse(path, {
          reason: `there is no variant "${written}"`,
          remedy: suggestWord(written, [...runs.keys()], 'Runs'),
        });
  return {
    runs,
    problems,
    refuse,
    run: runNamed,
    text(written, path) {
      const template = parseTemplate(written, runs);
      if (template.ok) return template.value;
      for (const { written: placeholder, reason, remedy } of template.error)
        problems.push({ path, at: 'value', reason: `in ${placeholder}, ${reason}`, remedy, near: placeholder });
      return [];
    },
    expression(written, path) {
      const expression = parseExpression(written, runs);
      return expression.ok ? expression.value : refuse(path, expression.error);
    },
    anchor(entry, path) {
      const run = runNamed(entry.in, [...path, 'in']);
      const scenario = run === null ? undefined : runs.get(run);
      if (run === null || scenario === undefined) return null;
      const pattern = checkPattern(entry, scenario);
      if (!pattern.ok) return refuse([...path, pattern.error.part], pattern.error);
      return { run, pattern: pattern.value, token: entry.token ?? null, nth: entry.nth, laterMs: entry.laterMs };
    },
  };
}
