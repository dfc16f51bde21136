/** The text of a run file to what it takes to run it again. */

import { err, ok, type Result } from '../base/result.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { explainIssue } from './explain-issue.ts';
import { jsonFaultPlace, jsonFieldPlace } from './json-place.ts';
import { loadScenario } from './load.ts';
import { placeProblems } from './parse.ts';
import { RUN_FORMAT, runFileHeadSchema } from './run-file.ts';
import type { FieldProblem, ScenarioProblem } from './scenario-problem.ts';

/** A scenario that was run before, and what came out then. */
export interface KeptRun {
  readonly scenario: CompiledScenario;
  readonly playheadMs: number | null;
  readonly model: number;
  readonly digest: string;
}

/** Whether a text means to be a run file, well formed or not. */
export function isRunFile(text: string): boolean {
  return /^\s*\{/.test(text) && text.slice(0, 1000).includes(`"${RUN_FORMAT}"`);
}

/** Trace and report are for other readers: what is shown is run anew. Never throws. */
export function readRunFile(text: string): Result<KeptRun, readonly ScenarioProblem[]> {
  const data = parseJson(text);
  if (data === undefined) {
    const reason = 'it stops being JSON here';
    return err([{ path: '', ...jsonFaultPlace(text), reason, remedy: 'It may have been cut; export the run again.' }]);
  }
  const head = runFileHeadSchema.safeParse(data, { reportInput: true });
  if (!head.success) {
    return place(head.error.issues.flatMap((issue) => explainIssue(issue, { schema: runFileHeadSchema, data })));
  }
  const { model, playheadMs, report } = head.data;
  // By way of its text, so that what no scenario file may hold is refused here as well.
  const scenario = loadScenario(JSON.stringify(head.data.scenario), { answers: new Map() });
  if (!scenario.ok) return err(scenario.error.map((problem) => within(problem, text)));
  if (playheadMs !== null && playheadMs > scenario.value.horizonMs) {
    const reason = `the run ends at ${scenario.value.horizonMs} ms`;
    return place([{ path: ['playheadMs'], at: 'value', reason, remedy: 'Choose an earlier moment, or null.' }]);
  }
  return ok({ scenario: scenario.value, playheadMs, model, digest: report.digest });

  function place(problems: readonly FieldProblem[]): Result<never, readonly ScenarioProblem[]> {
    return err(placeProblems(problems, (path) => jsonFieldPlace(text, path)));
  }
}

/** A problem of the scenario, at its place in the run file. */
function within(problem: ScenarioProblem, text: string): ScenarioProblem {
  const path = problem.path === '' ? 'scenario' : `scenario.${problem.path}`;
  const parts = path.match(/[^.[\]]+/g) ?? [];
  const place = jsonFieldPlace(
    text,
    parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );
  return { ...problem, path, ...place };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
