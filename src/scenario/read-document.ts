/**
 * Text (YAML or JSON) to plain data, with the place of every field. Nothing here knows scenarios;
 * answers are read by the same function. Never throws: whatever a file holds, it comes back as data or as problems.
 */

import { LineCounter, parseDocument, type Document } from 'yaml';
import { err, ok, type Result } from '../base/result.ts';
import { inspectTree } from './inspect-tree.ts';
import { LIMITS } from './limits.ts';
import { firstAlias, locateField } from './locate-field.ts';
import { placeProblem, type Locate, type ScenarioProblem } from './scenario-problem.ts';
import { explainYamlError } from './yaml-error.ts';

export interface TextDocument {
  readonly data: unknown;
  readonly locate: Locate;
}

/** Reads one document. Every problem names its line and column. */
export function readDocument(source: string): Result<TextDocument, readonly ScenarioProblem[]> {
  // Editors on Windows put a mark before the first character; it is no part of the text.
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const refusal = refuseText(text);
  if (refusal !== null) return err([refusal]);
  try {
    return readTree(text);
  } catch (error) {
    // Deep nesting exhausts the stack of the YAML reader before it can report it.
    const isTooDeep = error instanceof RangeError;
    const reason = isTooDeep ? 'it nests too deeply' : 'it is not YAML or JSON that can be read';
    return err([{ path: '', line: 1, column: 1, reason, remedy: 'A scenario needs no more than six levels.' }]);
  }
}

function readTree(text: string): Result<TextDocument, readonly ScenarioProblem[]> {
  const lineCounter = new LineCounter();
  const document = parseDocument(spacesForTabs(text), {
    lineCounter,
    prettyErrors: false,
    // Checked by `inspectTree` in linear time; the library compares each key with each other.
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
  });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // After the first fault the reader guesses; what it says then is rarely true.
  const [fault] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (fault !== undefined) return err([{ path: '', ...place(fault.pos[0]), ...explainYamlError(fault) }]);

  const locate: Locate = (path, at) => place(locateField(document, path, at));
  const tree = inspectTree(document);
  if (tree.length > 0) {
    return err(tree.map(({ offset, ...problem }) => ({ ...placeProblem(problem, locate), ...place(offset) })));
  }
  return expandAliases(document, locate);
}

/** Aliases unfold here, and nowhere before: the limit is on what they would become. */
function expandAliases(document: Document, locate: Locate): Result<TextDocument, readonly ScenarioProblem[]> {
  try {
    const data: unknown = document.toJS({ maxAliasCount: LIMITS.yamlAliases });
    return ok({ data, locate });
  } catch {
    return err([
      {
        path: '',
        ...locate(firstAlias(document), 'value'),
        reason: `its aliases unfold beyond the limit of ${LIMITS.yamlAliases} (yamlAliases), or refer to themselves`,
        remedy: 'Write the repeated parts out, or use fewer aliases.',
      },
    ]);
  }
}

function refuseText(text: string): ScenarioProblem | null {
  const whole = { path: '', line: 1, column: 1 };
  if (text.length > LIMITS.fileCharacters) {
    const reason = `it has ${text.length} characters, more than the limit of ${LIMITS.fileCharacters} (fileCharacters)`;
    return {
      ...whole,
      reason,
      remedy: 'Shorten the script or the answer’s text, or split the file into several scenarios.',
    };
  }
  if (text.trim() === '') {
    return { ...whole, reason: 'it is empty', remedy: 'A scenario needs version, id, title and script.' };
  }
  const junk = findBinary(text);
  if (junk === -1) return null;
  const before = text.slice(0, junk).split('\n');
  return {
    path: '',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    reason: 'it holds bytes that are not text',
    remedy: 'Save the scenario as UTF-8 text, in YAML or JSON.',
  };
}

/** The first character that no text file holds: a control character, or what stands for bytes that are not UTF-8. */
function findBinary(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 0x09 || code === 0x0a || code === 0x0d;
    if ((code < 0x20 && !isSpace) || code === 0x7f || code === 0xfffd) return at;
  }
  return -1;
}

/** JSON may be indented with tabs, YAML may not: in JSON a tab is never inside a string, so that a space may stand for it. */
function spacesForTabs(text: string): string {
  if (!/^\s*[[{]/.test(text) || !text.includes('\t')) return text;
  try {
    JSON.parse(text);
    return text.replaceAll('\t', ' ');
  } catch {
    return text;
  }
}
