/** What the schema complains of, in a person's words: one zod issue becomes one or more problems. */

import type { z } from 'zod';
import { assertNever } from '../base/assert.ts';
import { knownKeys, valueAt } from './known-keys.ts';
import { explainSize } from './explain-size.ts';
import { suggestWord } from './nearest-word.ts';
import { isUnmodelledKey } from './not-modelled.ts';
import type { FieldPath, FieldProblem } from './scenario-problem.ts';

type Issue = z.core.$ZodIssue;

/** The input that an issue is about, and the schema that refused it. */
export interface Refused {
  readonly schema: z.core.$ZodType;
  readonly data: unknown;
}

/** Unknown keys of one object that are worth a message each; a foreign file may have thousands. */
const MOST_KEYS = 20;

const NOT_MODELLED = 'is part of the scenario contract and not modelled yet';

export function explainIssue(issue: Issue, refused: Refused): readonly FieldProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const value = (reason: string, remedy: string): readonly FieldProblem[] => [{ path, at: 'value', reason, remedy }];
  switch (issue.code) {
    case 'invalid_type':
      return value(...explainType(issue.expected, issue.input, path));
    case 'invalid_value':
      return value(...explainChoice(issue, issue.values.map(String)));
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_KEYS).map((key) => explainKey(path, key, refused));
    case 'too_big':
    case 'too_small':
      return value(...explainSize(issue, path));
    case 'invalid_format':
      return value(
        `${show(issue.input)} ${issue.message}`,
        path[0] === 'expect' ? 'For example: 0, ">0".' : `For example: ${NAMES[String(path.at(-1))] ?? 'wifi-blip'}.`,
      );
    case 'invalid_key':
      return [
        {
          path,
          at: 'key',
          reason: `"${String(path.at(-1))}" ${issue.issues[0]?.message ?? 'cannot be a name'}`,
          remedy: path[0] === 'agents' ? 'For example: researcher.' : 'For example: laptop, second-tab.',
        },
      ];
    case 'invalid_union':
      return explainUnion(issue, path, refused);
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return value(issue.message, '');
    default:
      return assertNever(issue);
  }
}

/** A well-formed name for a field. */
const NAMES: Readonly<Record<string, string>> = { tool: 'charge-card', approval: 'refund' };

function explainKey(path: FieldPath, key: string, { schema, data }: Refused): FieldProblem {
  const place = { path: [...path, key], at: 'key' } as const;
  if (isUnmodelledKey(path, key)) return { ...place, reason: `"${key}" ${NOT_MODELLED}`, remedy: 'Remove it.' };
  return {
    ...place,
    reason: `"${key}" is not a field here`,
    remedy: suggestWord(key, knownKeys(schema, path, data), 'Fields'),
  };
}

function explainType(expected: string, input: unknown, path: FieldPath): [string, string] {
  const article = WANTED[expected] ?? `a value of type ${expected}`;
  if (input === undefined) return ['it is missing', `Add ${String(path.at(-1))}: ${article}.`];
  const found = input === null ? 'nothing' : show(input);
  const isQuoted = typeof input === 'string' && UNQUOTED[expected]?.test(input) === true;
  return [
    `it must be ${article}, and here stands ${found}`,
    isQuoted ? 'Remove the quotes.' : `Write ${EXAMPLES[expected] ?? article}.`,
  ];
}

/** What a type is called, and how it is written. */
const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a set of fields',
  record: 'a set of fields',
  array: 'a list',
};
const FIELDS = '"key: value" lines below it, or { key: value }';
const EXAMPLES: Readonly<Record<string, string>> = {
  object: FIELDS,
  record: FIELDS,
  array: 'one "- …" line for each entry, or [ … ]',
  int: 'a whole number without a fraction',
};
/** Texts that would be right without their quotes. */
const UNQUOTED: Readonly<Record<string, RegExp>> = { boolean: /^(true|false)$/, number: /^-?\d+$/, int: /^-?\d+$/ };

function explainChoice(issue: Issue, values: readonly string[]): [string, string] {
  const [only, ...others] = values;
  if (issue.input === undefined) return ['it is missing', `Allowed: ${values.join(', ')}.`];
  if (only !== undefined && others.length === 0)
    return [`${show(issue.input)} must be ${only}, the only one there is`, `Write ${only}.`];
  return [`${show(issue.input)} is not one of the allowed values`, suggestWord(wordOf(issue.input), values, 'Allowed')];
}

function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: FieldPath,
  refused: Refused,
): readonly FieldProblem[] {
  const field = path.at(-1);
  const written = path.length === 0 ? undefined : valueAt(issue.input, [field ?? '']);
  if (field === 'do' || field === 'lane') {
    const word = typeof issue.input === 'string' ? issue.input : written;
    const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [explainWord(field, word, known, path)];
  }
  const lacking = lackingKeys(issue.errors);
  if (lacking !== null) {
    const [first = '', ...others] = lacking;
    const reason = `it has neither ${[first, ...others].map((key) => `"${key}"`).join(' nor ')}`;
    return [{ path, at: 'value', reason, remedy: `Add one of them, such as ${first}: …` }];
  }
  const branch = nearestBranch(issue.errors);
  return branch.flatMap((inner) => explainIssue({ ...inner, path: [...path, ...inner.path] }, refused));
}

/** What each variant lacks, when every one lacks one field, each another, and nothing else is wrong. */
function lackingKeys(branches: readonly (readonly Issue[])[]): readonly string[] | null {
  const lacking = branches.map(([issue, ...others]) => {
    const isLacking = others.length === 0 && issue?.path.length === 1 && issue.input === undefined;
    return isLacking ? String(issue.path[0]) : null;
  });
  const keys = lacking.filter((key) => key !== null);
  return keys.length === branches.length && new Set(keys).size === keys.length && keys.length > 1 ? keys : null;
}

function explainWord(field: 'do' | 'lane', word: unknown, known: readonly string[], path: FieldPath): FieldProblem {
  const what = field === 'do' ? 'verb' : 'lane';
  const remedy = suggestWord(wordOf(word), known, field === 'do' ? 'Verbs' : 'Lanes');
  if (word === undefined) return { path, at: 'value', reason: `the ${what} is missing`, remedy };
  return { path, at: 'value', reason: `${show(word)} is not a ${what}`, remedy };
}

/** The variant that the author most likely meant: the one that gets furthest before it is refused. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, { code, path, input }) => {
      if (code === 'invalid_type' && path.length === 0) return sum + 10;
      return sum + (code === 'unrecognized_keys' || input === undefined ? 3 : 1);
    }, 0);
  return branches.toSorted((a, b) => cost(a) - cost(b))[0] ?? [];
}

/** What an author wrote, short enough for a sentence. */
function show(input: unknown): string {
  if (typeof input === 'string') return input.length > 60 ? `"${input.slice(0, 60)}…"` : `"${input}"`;
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' && input !== null ? 'a set of fields' : String(input);
}

/** What an author wrote where a word is wanted, empty when it is no word at all. */
function wordOf(input: unknown): string {
  return typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean' ? String(input) : '';
}
