/** Lesson files on disk: found, read, run and checked, with the sources and the glossary that they share. Node only. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import { checkLesson } from '../projection/lesson/check-lesson.ts';
import { checkProse } from '../projection/lesson/check-prose.ts';
import type { LessonRuns } from '../projection/lesson/find-moment.ts';
import type { Answers } from '../scenario/answers.ts';
import { parseGlossary, type Glossary } from '../scenario/lesson/glossary.ts';
import { lessonScenarios, SOLUTION_RUN, type Lesson } from '../scenario/lesson/lesson-data.ts';
import { loadLesson } from '../scenario/lesson/load-lesson.ts';
import { parseSources, type Sources } from '../scenario/lesson/sources.ts';
import type { FieldProblem, ScenarioProblem } from '../scenario/scenario-problem.ts';
import { simulate } from '../sim/simulate.ts';
import { readAnswers, type FileProblems } from './scenario-files.ts';

/** What every lesson refers to. */
export interface Course {
  readonly answers: Answers;
  readonly sources: Sources;
  readonly glossary: Glossary;
}

export interface LessonFile {
  readonly file: string;
  readonly lesson: Lesson;
  readonly runs: LessonRuns;
}

/** To be copied; it is no lesson of the course. */
const TEMPLATE = 'template.yaml';

/** The answers, sources and glossary of a folder of scenarios. */
export function readCourse(folder: string): Result<Course, readonly FileProblems[]> {
  const answers = readAnswers(folder);
  const sources = readWith(join(folder, 'sources.yaml'), parseSources);
  const glossary = readWith(join(folder, 'glossary.yaml'), parseGlossary);
  if (answers.ok && sources.ok && glossary.ok)
    return ok({ answers: answers.value, sources: sources.value, glossary: glossary.value });
  return err([answers, sources, glossary].flatMap((read) => (read.ok ? [] : [read.error])));
}

/** The files of the lessons below `folder`, in the order of the course. */
export function listLessonFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, 'lessons'))
    .filter((name) => /\.ya?ml$/.test(name) && name !== TEMPLATE)
    .toSorted()
    .map((name) => join(folder, 'lessons', name));
}

/** Reads, runs and checks one lesson from its text. `file` is for the messages. */
export function checkLessonText(text: string, file: string, course: Course): Result<LessonFile, FileProblems> {
  const loaded = loadLesson(text, { answers: course.answers, sources: [...course.sources.keys()] });
  if (!loaded.ok) return err({ file, problems: loaded.error });
  const { lesson, place } = loaded.value;
  const runs = runLesson(lesson);
  const problems = [
    ...checkName(lesson, file),
    ...checkLesson(lesson, runs),
    ...checkProse(lesson, runs, course.glossary),
  ];
  if (problems.length === 0) return ok({ file, lesson, runs });
  const placed = problems.map(place).toSorted((a, b) => a.line - b.line || a.column - b.column);
  return err({ file, problems: placed });
}

/** Every lesson below `folder`; or the problems of every file that has some. Ids and numbers must be unique. */
export function checkLessonFolder(folder: string): Result<readonly LessonFile[], readonly FileProblems[]> {
  const course = readCourse(folder);
  if (!course.ok) return course;
  const lessons: LessonFile[] = [];
  const refused: FileProblems[] = [];
  for (const file of listLessonFiles(folder)) {
    const checked = checkLessonText(readFileSync(file, 'utf8'), file, course.value);
    if (!checked.ok) {
      refused.push(checked.error);
      continue;
    }
    const twin = lessons.find(({ lesson }) => isTwin(lesson, checked.value.lesson));
    if (twin === undefined) lessons.push(checked.value);
    else refused.push({ file, problems: [twinProblem(checked.value.lesson, twin)] });
  }
  return refused.length === 0 ? ok(lessons) : err(refused);
}

/** The lesson's own run, those of its variants, and that of its solution. */
function runLesson(lesson: Lesson): LessonRuns {
  const runs = new Map([...lessonScenarios(lesson)].map(([name, scenario]) => [name, simulate(scenario)] as const));
  return runs.set(SOLUTION_RUN, simulate(lesson.challenge.solution));
}

function readWith<T>(
  file: string,
  parse: (text: string) => Result<T, readonly ScenarioProblem[]>,
): Result<T, FileProblems> {
  const parsed = parse(readFileSync(file, 'utf8'));
  return parsed.ok ? parsed : err({ file, problems: parsed.error });
}

function checkName({ id, number }: Lesson, file: string): readonly FieldProblem[] {
  const wanted = `${String(number).padStart(2, '0')}-${id}.yaml`;
  if (basename(file) === wanted) return [];
  const reason = `lesson ${number}, ${id}, is in ${basename(file)}`;
  return [{ path: ['id'], at: 'value', reason, remedy: `Name the file ${wanted}, or change id or lesson.number.` }];
}

function isTwin(a: Lesson, b: Lesson): boolean {
  return a.id === b.id || a.number === b.number;
}

function twinProblem({ id, number }: Lesson, twin: LessonFile): ScenarioProblem {
  const reason = `${basename(twin.file)} is lesson ${twin.lesson.number}, ${twin.lesson.id}; this is ${number}, ${id}`;
  return { path: 'id', line: 1, column: 1, reason, remedy: 'Give each lesson an id and a number of its own.' };
}
