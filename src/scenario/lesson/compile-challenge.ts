/** The challenge of a lesson: what must hold, what may be changed, and the scenario of its recorded solution. */

import type { Result } from '../../base/result.ts';
import { checkClaims } from '../check.ts';
import type { CompiledLane, CompiledScenario } from '../compiled-scenario.ts';
import { scriptEntrySchema } from '../entry-schema.ts';
import { suggestWord } from '../nearest-word.ts';
import type { FieldPath, FieldProblem } from '../scenario-problem.ts';
import type { AllowedChanges, Challenge } from './lesson-data.ts';
import type { LessonReader } from './lesson-reader.ts';
import type { LessonEntry } from './lesson-schema.ts';
import type { ScenarioPatch } from './patch-schema.ts';

const VERBS: readonly string[] = scriptEntrySchema.options.flatMap((option) => [...option.shape.do.values]);
const ROOT = ['lesson', 'try'];

/** Compiles the scenario of `run` with the changes of a patch. */
type Change = (
  run: string,
  patch: ScenarioPatch,
  at: FieldPath,
) => Result<{ readonly compiled: CompiledScenario }, readonly FieldProblem[]>;

/** `null` when it has a problem, which the reader keeps. */
export function compileChallenge(entry: LessonEntry['try'], reader: LessonReader, change: Change): Challenge | null {
  const goal = reader.text(entry.goal, [...ROOT, 'goal']);
  const hint = reader.text(entry.hint, [...ROOT, 'hint']);
  const run = reader.run(entry.in, [...ROOT, 'in']);
  const scenario = run === null ? undefined : reader.runs.get(run);
  if (run === null || scenario === undefined) return null;
  const names = { lanes: scenario.lanes.map(({ name }) => name), surfaces: scenario.surfaces.map(({ name }) => name) };
  for (const { path, ...problem } of checkClaims(entry.claims, [...ROOT, 'claims'], names))
    reader.refuse(path, problem, 'key');
  const may = compileMay(entry.may, scenario.lanes, reader);
  const solved = change(run, entry.solution, [...ROOT, 'solution']);
  if (solved.ok)
    return { goal, run, claims: entry.claims, may, hint, solution: { ...solved.value.compiled, expect: entry.claims } };
  for (const { path, at, ...problem } of solved.error) reader.refuse(path, problem, at);
  return null;
}

function compileMay(
  may: LessonEntry['try']['may'],
  lanes: readonly CompiledLane[],
  reader: LessonReader,
): AllowedChanges {
  const at = [...ROOT, 'may'];
  for (const how of ['add', 'change', 'remove'] as const) {
    may[how].forEach((verb, index) => {
      if (!VERBS.includes(verb))
        reader.refuse([...at, how, index], {
          reason: `"${verb}" is not a verb`,
          remedy: suggestWord(verb, VERBS, 'Verbs'),
        });
    });
  }
  const options: Record<string, readonly string[]> = {};
  for (const [name, wanted] of Object.entries(may.options)) {
    const lane = lanes.find((other) => other.name === name);
    const known = Object.keys(lane?.options ?? {});
    if (lane === undefined) {
      const remedy = suggestWord(
        name,
        lanes.map((other) => other.name),
        'Lanes',
      );
      reader.refuse([...at, 'options', name], { reason: `there is no lane "${name}"`, remedy }, 'key');
    }
    const odd = wanted === 'all' ? -1 : wanted.findIndex((option) => !known.includes(option));
    if (lane !== undefined && wanted !== 'all' && odd !== -1) {
      const remedy = suggestWord(wanted[odd] ?? '', known, 'Options');
      reader.refuse([...at, 'options', name, odd], { reason: `the lane has no option "${wanted[odd] ?? ''}"`, remedy });
    }
    options[name] = wanted === 'all' ? known : wanted;
  }
  return { add: may.add, change: may.change, remove: may.remove, options };
}
