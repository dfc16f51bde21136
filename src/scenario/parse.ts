/** The text of a scenario file, YAML or JSON, to a scenario. */

import { err, type Result } from '../base/result.ts';
import { readDocument } from './read-document.ts';
import { placeProblem, type Locate, type FieldProblem, type ScenarioProblem } from './scenario-problem.ts';
import type { Scenario } from './schema.ts';
import { validateScenario } from './validate.ts';

/** More problems than this help nobody; the first ones usually cause the others. */
const MOST_PROBLEMS = 20;

/** Reads and checks a scenario. Never throws; every problem names field, line, column, reason and remedy. */
export function parseScenario(text: string): Result<Scenario, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const scenario = validateScenario(document.value.data);
  return scenario.ok ? scenario : err(placeProblems(scenario.error, document.value.locate));
}

/** Gives problems their place in the text, in the order of the text. */
export function placeProblems(problems: readonly FieldProblem[], locate: Locate): readonly ScenarioProblem[] {
  return problems
    .map((problem) => placeProblem(problem, locate))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MOST_PROBLEMS);
}
