/**
 * Plain data as YAML in the manner of the repository's scenario files: what fits a line stands on it
 * in braces, what does not is laid out below its key, two spaces for each level.
 */

import { stringify } from 'yaml';

/** As prettier breaks lines here. */
const WIDTH = 120;

const SCALAR_STYLE = { lineWidth: 0, singleQuote: true, blockQuote: false } as const;

/** `key: value` and all that belongs to it, as lines. */
export function yamlField(key: string, value: unknown, indent = 0): readonly string[] {
  const start = `${' '.repeat(indent)}${keyText(key)}:`;
  if (!isCollection(value)) return [`${start} ${scalarText(value)}`];
  const line = `${start} ${yamlFlow(value)}`;
  return line.length <= WIDTH || isEmpty(value) ? [line] : [start, ...yamlBlock(value, indent + 2)];
}

/** The entries of a list or the fields of a map, one below the other. */
export function yamlBlock(value: object, indent: number): readonly string[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap((item) => yamlItem(item, indent));
  return Object.entries(value).flatMap(([key, field]) => yamlField(key, field, indent));
}

/** `- value`, as lines. */
export function yamlItem(value: unknown, indent: number): readonly string[] {
  const dash = `${' '.repeat(indent)}- `;
  const line = `${dash}${isCollection(value) ? yamlFlow(value) : scalarText(value)}`;
  if (!isCollection(value) || isEmpty(value) || line.length <= WIDTH) return [line];
  const [first = '', ...rest] = yamlBlock(value, indent + 2);
  return [`${dash}${first.trimStart()}`, ...rest];
}

/** On one line: `{ atMs: 0, on: laptop, do: open }`. */
function yamlFlow(value: unknown): string {
  if (!isCollection(value)) return flowScalarText(value);
  if (Array.isArray(value)) return `[${(value as readonly unknown[]).map(yamlFlow).join(', ')}]`;
  const fields = Object.entries(value).map(([key, field]) => `${keyText(key)}: ${yamlFlow(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function keyText(key: string): string {
  return flowScalarText(key);
}

function scalarText(value: unknown): string {
  return quoted(value) ?? stringify(value, SCALAR_STYLE).trimEnd();
}

/** Within braces a comma or a bracket ends a word, so that more must be quoted. */
function flowScalarText(value: unknown): string {
  if (typeof value !== 'string') return scalarText(value);
  const style = { ...SCALAR_STYLE, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  return quoted(value) ?? stringify([value], style).trimEnd().slice(1, -1);
}

/** What the library would write otherwise: comparisons stand in quotes always, what cannot be seen as its code. */
function quoted(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (UNSEEN.test(value)) return JSON.stringify(value).replaceAll(UNSEEN_EACH, codeOf);
  return /^[<>=!][ =<>\d-]*$/.test(value) ? `'${value}'` : null;
}

/** Characters that end a line, that no text file holds, or that stand for none. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{feff}\u{fffd}]/u;
const UNSEEN_EACH = new RegExp(UNSEEN, 'gu');

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
