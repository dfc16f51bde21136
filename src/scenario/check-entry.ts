/** One entry of a script as somebody changed it, held against the whole format as if it stood in a file. */

import { err, ok, type Result } from '../base/result.ts';
import { compileScenario } from './compile.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import type { FieldProblem } from './scenario-problem.ts';
import { scenarioSource } from './scenario-source.ts';
import type { ScriptEntry } from './schema.ts';
import { validateScenario } from './validate.ts';

/**
 * `entry` in the place `index` of the script of `scenario`, with its defaults filled in; or a sentence
 * for each of its fields that cannot be taken: `unable to set forMs; … Use 600000 or less.`
 */
export function checkEntry(
  scenario: CompiledScenario,
  index: number,
  entry: unknown,
): Result<ScriptEntry, readonly string[]> {
  // The source is JSON of the format, whose script is a list.
  const data = JSON.parse(scenarioSource(scenario)) as { readonly script: readonly unknown[] };
  const changed = { ...data, script: data.script.with(index, entry) };
  const valid = validateScenario(changed);
  if (!valid.ok) return err(valid.error.map(describe));
  const compiled = compileScenario(valid.value, new Map());
  if (!compiled.ok) return err(compiled.error.map(describe));
  const checked = compiled.value.script[index];
  return checked === undefined ? err([`unable to set the entry; the script has no place ${index}.`]) : ok(checked);
}

function describe({ path, reason, remedy }: FieldProblem): string {
  const field = path.slice(2).join('.');
  return `unable to set ${field === '' ? 'this entry' : field}; ${reason}. ${remedy}`.trim();
}
