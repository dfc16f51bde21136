/** Plain data to a scenario: the schema, then what spans fields. */

import { err, ok, type Result } from '../base/result.ts';
import { checkScenario } from './check.ts';
import { explainIssue } from './explain-issue.ts';
import { valueAt } from './known-keys.ts';
import { suggestWord } from './nearest-word.ts';
import type { FieldProblem } from './scenario-problem.ts';
import { scenarioSchema, type Scenario } from './schema.ts';

/** Beyond this many, each further one tells an author nothing, and placing them all would take seconds. */
const MOST_ISSUES = 100;

/** Checks `data` against the format. Problems name fields; their place in a text is the caller's to add. */
export function validateScenario(data: unknown): Result<Scenario, readonly FieldProblem[]> {
  const parsed = scenarioSchema.safeParse(data, { reportInput: true });
  if (parsed.success) {
    const problems = checkScenario(parsed.data);
    return problems.length === 0 ? ok(parsed.data) : err(problems);
  }
  // Beyond what an integer can be is beyond every limit here, and the limit is the better reason.
  const problems = parsed.error.issues
    .filter((issue) => !(issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER))
    .slice(0, MOST_ISSUES)
    .flatMap((issue) => explainIssue(issue, { schema: scenarioSchema, data }));
  return err(withoutEchoes(problems.map((problem) => nameSurface(problem, data))));
}

/** Under `expect`, an unknown word is taken for a surface; that the surface does not exist comes before what it claims. */
function nameSurface(problem: FieldProblem, data: unknown): FieldProblem {
  const [top, , part] = problem.path;
  if (top !== 'expect' || typeof part !== 'string' || ['agent', 'bill', 'guarantees'].includes(part)) return problem;
  const surfaces = Object.keys(valueAt(data, ['surfaces']) ?? { laptop: null });
  if (surfaces.includes(part)) return problem;
  const remedy = suggestWord(part, [...surfaces, 'agent', 'bill', 'guarantees'], 'Known');
  return { path: problem.path.slice(0, 3), at: 'key', reason: `there is no surface "${part}"`, remedy };
}

/** What a field breaks first usually explains the rest: a text where a list belongs is not too long a list as well. */
function withoutEchoes(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const isSameField = (a: FieldProblem, b: FieldProblem) => a.at === b.at && a.path.join('.') === b.path.join('.');
  return problems.filter((problem, index) => problems.findIndex((other) => isSameField(problem, other)) === index);
}
