/**
 * Why a scenario cannot be taken: the field, the place in the text, the reason and the way out.
 * The reason completes "unable to read <field>; …", the remedy is a sentence of its own.
 */

export type FieldPath = readonly (string | number)[];

/** A problem of a value, before its place in the text is known. */
export interface FieldProblem {
  readonly path: FieldPath;
  /** Which end of the field is meant: its key (an unknown one) or what stands there. */
  readonly at: 'key' | 'value';
  readonly reason: string;
  readonly remedy: string;
  /** What it is about within a long value, as it is written there. */
  readonly near?: string;
}

/** A place in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface ScenarioProblem extends TextPlace {
  /** As people write it: `script[2].atMs`, empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Finds where a field stands, or the nearest thing around it when it is not written down. */
export type Locate = (path: FieldPath, at: 'key' | 'value') => TextPlace;

export function placeProblem(problem: FieldProblem, locate: Locate): ScenarioProblem {
  const { line, column } = locate(problem.path, problem.at);
  return { path: formatPath(problem.path), line, column, reason: problem.reason, remedy: problem.remedy };
}

/** `["script", 2, "atMs"]` becomes `script[2].atMs`. */
export function formatPath(path: FieldPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/** One sentence, one remedy: `wifi.yaml:4:9: unable to read script[2].do; … Did you mean "drop"?` */
export function describeProblem(problem: ScenarioProblem, file: string): string {
  const field = problem.path === '' ? 'the file' : problem.path;
  return `${file}:${problem.line}:${problem.column}: unable to read ${field}; ${problem.reason}. ${problem.remedy}`.trim();
}
