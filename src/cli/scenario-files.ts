/** Scenario files on disk: found, read and compiled. Node only. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import { parseAnswers, type Answers } from '../scenario/answers.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { loadScenario } from '../scenario/load.ts';
import { readDocument } from '../scenario/read-document.ts';
import type { ScenarioProblem } from '../scenario/scenario-problem.ts';

/** A file that cannot be taken, and every reason. */
export interface FileProblems {
  readonly file: string;
  readonly problems: readonly ScenarioProblem[];
}

export interface ScenarioFile {
  readonly file: string;
  readonly compiled: CompiledScenario;
}

const ANSWERS_FILE = 'answers.yaml';
/** What else lies beside the scenarios. */
const OTHER_FILES = [ANSWERS_FILE, 'audit.yaml', 'sources.yaml', 'glossary.yaml'];

/** The answers of `folder`/answers.yaml. */
export function readAnswers(folder: string): Result<Answers, FileProblems> {
  const file = join(folder, ANSWERS_FILE);
  const answers = parseAnswers(readFileSync(file, 'utf8'));
  return answers.ok ? answers : err({ file, problems: answers.error });
}

/** The scenario files of a folder, in the order of their names. */
export function listScenarioFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !OTHER_FILES.includes(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Every scenario of `folder`, compiled; or the problems of every file that has some. Ids must be unique. */
export function compileScenarioFolder(folder: string): Result<readonly ScenarioFile[], readonly FileProblems[]> {
  const answers = readAnswers(folder);
  if (!answers.ok) return err([answers.error]);
  const compiled: ScenarioFile[] = [];
  const refused: FileProblems[] = [];
  for (const file of listScenarioFiles(folder)) {
    const text = readFileSync(file, 'utf8');
    const loaded = loadScenario(text, { answers: answers.value });
    if (!loaded.ok) {
      refused.push({ file, problems: loaded.error });
      continue;
    }
    const twin = compiled.find((other) => other.compiled.id === loaded.value.id);
    if (twin === undefined) compiled.push({ file, compiled: loaded.value });
    else refused.push({ file, problems: [sameId(text, loaded.value.id, twin.file)] });
  }
  return refused.length === 0 ? ok(compiled) : err(refused);
}

function sameId(text: string, id: string, file: string): ScenarioProblem {
  const document = readDocument(text);
  const place = document.ok ? document.value.locate(['id'], 'value') : { line: 1, column: 1 };
  const reason = `${basename(file)} has the id "${id}" already`;
  return { path: 'id', ...place, reason, remedy: 'Give each scenario an id of its own.' };
}
