/** A scenario with a `lesson` block to a {@link Lesson}: every name in it exists, every path leads somewhere. */

import { err, ok, type Result } from '../../base/result.ts';
import type { Answers } from '../answers.ts';
import { checkClaims } from '../check.ts';
import { compileScenario } from '../compile.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import { suggestWord } from '../nearest-word.ts';
import { formatPath } from '../scenario-problem.ts';
import type { FieldPath, FieldProblem } from '../scenario-problem.ts';
import type { Scenario } from '../schema.ts';
import { validateScenario } from '../validate.ts';
import { applyPatch } from './apply-patch.ts';
import { compileChallenge } from './compile-challenge.ts';
import { compileQuestion } from './compile-question.ts';
import { MAIN_RUN, SOLUTION_RUN } from './lesson-data.ts';
import type { Lesson, Variant } from './lesson-data.ts';
import { createLessonReader } from './lesson-reader.ts';
import type { LessonEntry, VariantEntry } from './lesson-schema.ts';
import type { ScenarioPatch } from './patch-schema.ts';

/** What a lesson is compiled against. */
export interface LessonContext {
  readonly answers: Answers;
  /** The ids of all sources. */
  readonly sources: readonly string[];
}

/** `data` is the document that `scenario` was read from. */
export function compileLesson(
  data: unknown,
  scenario: Scenario,
  context: LessonContext,
): Result<Lesson, readonly FieldProblem[]> {
  const { lesson } = scenario;
  if (lesson === undefined) {
    const remedy = 'Copy the block from scenarios/lessons/template.yaml.';
    return err([{ path: ['lesson'], at: 'value', reason: 'a lesson needs its lesson block', remedy }]);
  }
  const main = compileScenario(scenario, context.answers);
  if (!main.ok) return main;
  const change = (from: unknown, patch: ScenarioPatch, at: FieldPath) =>
    compileChanged(from, patch, at, context.answers);
  const variants: Variant[] = [];
  /** The data of each run, for a challenge that starts from one. */
  const bases = new Map<string, unknown>([[MAIN_RUN, data]]);
  for (const [index, entry] of lesson.variants.entries()) {
    const at = ['lesson', 'variants', index];
    const taken = refuseId(entry, index, lesson);
    if (taken !== null) return err([{ path: [...at, 'id'], at: 'value', ...taken }]);
    const changed = change(data, entry, at);
    if (!changed.ok) return changed;
    const expect = entry.expect ?? {};
    const odd = checkClaims(expect, [...at, 'expect'], namesOf(changed.value.compiled));
    if (odd.length > 0) return err(odd);
    const { id, title } = entry;
    bases.set(id, changed.value.data);
    variants.push({ id, title, scenario: { ...changed.value.compiled, expect } });
  }
  return assemble(lesson, { main: main.value, variants, bases, change, context });
}

interface Compiled {
  readonly main: CompiledScenario;
  readonly variants: readonly Variant[];
  readonly bases: ReadonlyMap<string, unknown>;
  readonly change: (from: unknown, patch: ScenarioPatch, at: FieldPath) => ReturnType<typeof compileChanged>;
  readonly context: LessonContext;
}

function assemble(
  lesson: LessonEntry,
  { main, variants, bases, change, context }: Compiled,
): Result<Lesson, readonly FieldProblem[]> {
  const reader = createLessonReader(
    new Map([[MAIN_RUN, main], ...variants.map(({ id, scenario }) => [id, scenario] as const)]),
  );
  const root = ['lesson'];
  const text = (written: string, ...path: string[]) => reader.text(written, [...root, ...path]);
  const predict = lesson.predict.map((entry, index) => compileQuestion(entry, [...root, 'predict', index], reader));
  const beats = lesson.beats.map(({ say, after, note }, index) => {
    const at = [...root, 'beats', index];
    return {
      say: reader.text(say, [...at, 'say']),
      after: reader.anchor(after, [...at, 'after']),
      note: note === undefined ? null : reader.text(note, [...at, 'note']),
    };
  });
  const observe = compileQuestion(lesson.observe, [...root, 'observe'], reader);
  lesson.explain.sources.forEach((id, index) => {
    if (context.sources.includes(id)) return;
    const remedy = suggestWord(id, nearest(id, context.sources), 'Near it');
    const reason = `there is no source "${id}" in scenarios/sources.yaml`;
    reader.refuse([...root, 'explain', 'sources', index], { reason, remedy });
  });
  const explain = {
    text: text(lesson.explain.text, 'explain', 'text'),
    sources: lesson.explain.sources,
    asOf: lesson.explain.asOf,
    notModelled: text(lesson.explain.notModelled, 'explain', 'notModelled'),
  };
  const challenge = compileChallenge(lesson.try, reader, (run, patch, at) => change(bases.get(run), patch, at));
  const notes = text(lesson.notes, 'notes');
  const handout = {
    task: text(lesson.handout.task, 'handout', 'task'),
    answer: text(lesson.handout.answer, 'handout', 'answer'),
  };
  if (reader.problems.length > 0 || observe === null || challenge === null) return err(reader.problems);
  const { number, part, question, minutes } = lesson;
  return ok({
    id: main.id,
    title: main.title,
    number,
    part,
    question,
    minutes,
    scenario: main,
    variants,
    predict: predict.filter((compiled) => compiled !== null),
    beats: beats.flatMap(({ say, after, note }) => (after === null ? [] : [{ say, after, note }])),
    observe,
    explain,
    challenge,
    notes,
    handout,
  });
}

/** Applies a patch, checks and compiles. What is wrong with the changed scenario is said of the patch. */
function compileChanged(
  from: unknown,
  patch: ScenarioPatch,
  at: FieldPath,
  answers: Answers,
): Result<{ readonly data: unknown; readonly compiled: CompiledScenario }, readonly FieldProblem[]> {
  const data = applyPatch(from, patch);
  if (!data.ok) return err([{ ...data.error, path: [...at, ...data.error.path] }]);
  const checked = validateScenario(data.value);
  const compiled = checked.ok ? compileScenario(checked.value, answers) : checked;
  if (compiled.ok) return ok({ data: data.value, compiled: compiled.value });
  return err(
    compiled.error.map(({ path, reason, remedy }) => ({
      path: at,
      at: 'value',
      reason: `with its changes ${formatPath(path)} cannot be taken: ${reason}`,
      remedy,
    })),
  );
}

function refuseId({ id }: VariantEntry, index: number, { variants }: LessonEntry) {
  if ([MAIN_RUN, SOLUTION_RUN, 'scenario'].includes(id))
    return { reason: `"${id}" has a meaning of its own`, remedy: 'Choose another name for the variant.' };
  const first = variants.findIndex((other) => other.id === id);
  return first === index ? null : { reason: `variants[${first}] is named "${id}" already`, remedy: 'Choose another.' };
}

/** Claims about lanes and surfaces are checked by their names. */
function namesOf({ lanes, surfaces }: CompiledScenario) {
  return { lanes: lanes.map(({ name }) => name), surfaces: surfaces.map(({ name }) => name) };
}

/** There are too many sources to list them all: those that begin alike. */
function nearest(id: string, known: readonly string[]): readonly string[] {
  const head = id.split('-')[0] ?? '';
  const alike = known.filter((other) => other.startsWith(head));
  return alike.length > 0 ? alike : known;
}
