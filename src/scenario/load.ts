/** From the text of a scenario file to what the simulator takes, with everything a command line may change. */

import { err, type Result } from '../base/result.ts';
import type { Answers } from './answers.ts';
import { compileScenario } from './compile.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { applyOverride } from './override.ts';
import { placeProblems } from './parse.ts';
import { readDocument } from './read-document.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { validateScenario } from './validate.ts';

export interface LoadOptions {
  readonly answers: Answers;
  /** `path=value`, applied in order before the file is checked. */
  readonly overrides?: readonly string[];
}

/** Parses, overrides, checks and compiles. Never throws; every problem has its place in `text`. */
export function loadScenario(text: string, options: LoadOptions): Result<CompiledScenario, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { locate } = document.value;
  let { data } = document.value;
  for (const override of options.overrides ?? []) {
    const changed = applyOverride(data, override);
    if (!changed.ok) return err(placeProblems([changed.error], locate));
    data = changed.value;
  }
  const scenario = validateScenario(data);
  if (!scenario.ok) return err(placeProblems(scenario.error, locate));
  const compiled = compileScenario(scenario.value, options.answers);
  return compiled.ok ? compiled : err(placeProblems(compiled.error, locate));
}
