/** The document of the audit to an {@link Audit}: every lesson, source and option that it names exists. */

import { err, ok, type Result } from '../../base/result.ts';
import { LANE_OPTIONS } from '../../sim/lanes/lane-list.ts';
import type { Answers } from '../answers.ts';
import { compileScenario } from '../compile.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import { explainIssue } from '../explain-issue.ts';
import type { Sources } from '../lesson/sources.ts';
import { suggestWord } from '../nearest-word.ts';
import type { FieldPath, FieldProblem } from '../scenario-problem.ts';
import { validateScenario } from '../validate.ts';
import type { Audit, AuditAnswer, AuditNumber, AuditQuestion, BillRun } from './audit-data.ts';
import type { AnswerEntry, AuditEntry } from './audit-schema.ts';

/** What the audit is compiled against. */
export interface AuditContext {
  readonly answers: Answers;
  readonly sources: Sources;
  /** All lessons of the course, by id. */
  readonly lessons: Audit['lessons'];
}

/** Checks what `entry` refers to and compiles the runs of the bill. */
export function compileAudit(entry: AuditEntry, context: AuditContext): Result<Audit, readonly FieldProblem[]> {
  const problems = entry.questions.flatMap((question, at) => checkQuestion(question, at, entry, context));
  entry.numbers.forEach(({ name, source }, index) => {
    const at = ['numbers', index];
    if (entry.numbers.findIndex((other) => other.name === name) !== index)
      problems.push(problem([...at, 'name'], `there is a number "${name}" already`, 'Each of them stands there once.'));
    if (source !== undefined) problems.push(...unknownSource(source, [...at, 'source'], context));
  });
  const runs = compileRuns(entry.bill, context.answers);
  if (!runs.ok) return err([...problems, ...runs.error]);
  if (problems.length > 0) return err(problems);
  const { asOf, fit, capabilities, steps, bill } = entry;
  const questions = entry.questions.map((question) => ({ ...question, answers: question.answers.map(compileAnswer) }));
  const numbers = entry.numbers.map((number): AuditNumber => ({ ...number, source: number.source ?? null }));
  return ok({
    asOf,
    fit,
    capabilities,
    steps,
    questions,
    numbers,
    bill: { notModelled: bill.notModelled, runs: runs.value },
    sources: namedSources(questions, numbers, context.sources),
    lessons: namedLessons(questions, context.lessons),
  });
}

function compileAnswer({ rests, gap, ...answer }: AnswerEntry): AuditAnswer {
  return { ...answer, rests: rests ?? null, gap: gap ?? null };
}

type QuestionEntry = AuditEntry['questions'][number];

function checkQuestion(
  question: QuestionEntry,
  index: number,
  { questions }: AuditEntry,
  context: AuditContext,
): readonly FieldProblem[] {
  const at: FieldPath = ['questions', index];
  const problems: FieldProblem[] = [...unknownLesson(question.lesson, [...at, 'lesson'], context)];
  if (questions.findIndex(({ id }) => id === question.id) !== index)
    problems.push(problem([...at, 'id'], `there is a question "${question.id}" already`, 'Give it an id of its own.'));
  if (question.answers.every(({ gap }) => gap !== undefined))
    problems.push(
      problem([...at, 'answers'], 'every answer has a gap', 'Add what a product says that has nothing to mend.'),
    );
  question.answers.forEach((answer, place) => {
    const here = [...at, 'answers', place];
    problems.push(...checkAnswer(answer, here, context));
    if (question.answers.findIndex(({ id }) => id === answer.id) !== place)
      problems.push(problem([...here, 'id'], `there is an answer "${answer.id}" already`, 'Give it an id of its own.'));
  });
  return problems;
}

function checkAnswer(answer: AnswerEntry, at: FieldPath, context: AuditContext): readonly FieldProblem[] {
  const { gap, rests, set } = answer;
  const problems: FieldProblem[] = [];
  if (gap === undefined && rests === undefined)
    problems.push(problem(at, 'it has neither a gap nor what it rests on', 'Add rests: pipe, or a gap.'));
  if (gap !== undefined) {
    problems.push(...unknownLesson(gap.lesson, [...at, 'gap', 'lesson'], context));
    gap.sources.forEach((source, index) =>
      problems.push(...unknownSource(source, [...at, 'gap', 'sources', index], context)),
    );
  }
  for (const [lane, options] of Object.entries(set)) {
    const here = [...at, 'set', lane];
    const known = LANE_OPTIONS.find(({ of }) => of.name === lane);
    if (known === undefined) {
      const remedy = suggestWord(
        lane,
        LANE_OPTIONS.map(({ of }) => of.name),
        'Lanes',
      );
      problems.push({ ...problem(here, `there is no lane "${lane}"`, remedy), at: 'key' });
      continue;
    }
    const parsed = known.schema.safeParse(options, { reportInput: true });
    const issues = parsed.success ? [] : parsed.error.issues;
    const explained = issues.flatMap((issue) => explainIssue(issue, { schema: known.schema, data: options }));
    problems.push(...explained.map((found) => ({ ...found, path: [...here, ...found.path] })));
  }
  return problems;
}

function unknownLesson(id: string, path: FieldPath, { lessons }: AuditContext): readonly FieldProblem[] {
  if (Object.hasOwn(lessons, id)) return [];
  return [problem(path, `there is no lesson "${id}"`, suggestWord(id, Object.keys(lessons), 'Lessons'))];
}

function unknownSource(id: string, path: FieldPath, { sources }: AuditContext): readonly FieldProblem[] {
  if (sources.has(id)) return [];
  // Their list is too long to be read.
  const remedy = suggestWord(id, [...sources.keys()], 'Sources').replace(
    / ?Sources: .*$/,
    ' They are in scenarios/sources.yaml.',
  );
  return [problem(path, `there is no source "${id}"`, remedy.trim())];
}

function compileRuns(
  bill: AuditEntry['bill'],
  answers: Answers,
): Result<Readonly<Record<BillRun, CompiledScenario>>, readonly FieldProblem[]> {
  const { script } = bill.scenario;
  const calm = Array.isArray(script) ? (script as readonly unknown[]) : [];
  const compileRun = (more: readonly unknown[], name: BillRun): Result<CompiledScenario, readonly FieldProblem[]> => {
    const data = more.length === 0 ? bill.scenario : { ...bill.scenario, script: [...calm, ...more] };
    const scenario = validateScenario(data);
    const compiled = scenario.ok ? compileScenario(scenario.value, answers) : scenario;
    if (compiled.ok) return compiled;
    return err(compiled.error.map((found) => ({ ...found, path: placeInFile(found.path, name, calm.length) })));
  };
  const [base, broken, stopped] = [
    compileRun([], 'calm'),
    compileRun(bill.break, 'break'),
    compileRun(bill.stop, 'stop'),
  ];
  if (!base.ok) return base;
  if (!broken.ok) return broken;
  return stopped.ok ? ok({ calm: base.value, break: broken.value, stop: stopped.value }) : stopped;
}

/** What stands in the script after the calm day's own entries is written down elsewhere. */
function placeInFile(path: FieldPath, run: BillRun, calm: number): FieldPath {
  const [top, index, ...rest] = path;
  if (top === 'script' && typeof index === 'number' && index >= calm) return ['bill', run, index - calm, ...rest];
  return ['bill', 'scenario', ...path];
}

function namedSources(
  questions: readonly AuditQuestion[],
  numbers: readonly AuditNumber[],
  sources: Sources,
): Audit['sources'] {
  const named = new Set([
    ...questions.flatMap(({ answers }) => answers.flatMap(({ gap }) => gap?.sources ?? [])),
    ...numbers.flatMap(({ source }) => (source === null ? [] : [source])),
  ]);
  return Object.fromEntries([...sources].filter(([id]) => named.has(id)));
}

function namedLessons(questions: readonly AuditQuestion[], lessons: Audit['lessons']): Audit['lessons'] {
  const named = new Set(
    questions.flatMap(({ lesson, answers }) => [lesson, ...answers.flatMap(({ gap }) => gap?.lesson ?? [])]),
  );
  return Object.fromEntries(Object.entries(lessons).filter(([id]) => named.has(id)));
}

function problem(path: FieldPath, reason: string, remedy: string): FieldProblem {
  return { path, at: 'value', reason, remedy };
}
