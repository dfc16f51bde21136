/** From the text of a lesson's file to a {@link Lesson}, and the places of its fields for who checks it further. */

import { err, ok, type Result } from '../../base/result.ts';
import { placeProblems } from '../parse.ts';
import { readDocument } from '../read-document.ts';
import { placeProblem } from '../scenario-problem.ts';
import type { FieldProblem, ScenarioProblem } from '../scenario-problem.ts';
import { validateScenario } from '../validate.ts';
import { compileLesson } from './compile-lesson.ts';
import type { LessonContext } from './compile-lesson.ts';
import type { Lesson } from './lesson-data.ts';

export interface LoadedLesson {
  readonly lesson: Lesson;
  /** Gives a problem that only a run could show its place in the text. */
  readonly place: (problem: FieldProblem) => ScenarioProblem;
}

/** Parses, checks and compiles. Never throws; every problem has its place in `text`. */
export function loadLesson(text: string, context: LessonContext): Result<LoadedLesson, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { data, locate } = document.value;
  const scenario = validateScenario(data);
  if (!scenario.ok) return err(placeProblems(scenario.error, locate));
  const place = (problem: FieldProblem) => sharpen(placeProblem(problem, locate), problem, text);
  const lesson = compileLesson(data, scenario.value, context);
  if (lesson.ok) return ok({ lesson: lesson.value, place });
  return err(lesson.error.map(place).toSorted((a, b) => a.line - b.line || a.column - b.column));
}

/** A long text is no place: a problem that quotes something is placed where that stands. */
function sharpen(placed: ScenarioProblem, { near }: FieldProblem, text: string): ScenarioProblem {
  if (near === undefined) return placed;
  const lines = text.split('\n');
  const index = lines.findIndex((line, at) => at >= placed.line - 1 && line.includes(near));
  const column = lines[index]?.indexOf(near, index === placed.line - 1 ? placed.column - 1 : 0) ?? -1;
  return column === -1 ? placed : { ...placed, line: index + 1, column: column + 1 };
}
