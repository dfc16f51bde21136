/** What may be written at the cursor of a scenario's text: fields, values, and names that the text itself gives. */

import type { JsonSchema } from '../annotate-schema.ts';
import { refuseActor } from '../check.ts';
import { reportedValue } from '../claims.ts';
import { valueAt } from '../known-keys.ts';
import type { OutcomeReport } from '../outcome-report.ts';
import type { FieldPath } from '../scenario-problem.ts';
import type { Verb } from '../schema.ts';
import { cursorPlace } from './cursor-place.ts';
import type { CursorPlace } from './cursor-place.ts';
import { looseData, looseDocument } from './loose-document.ts';
import { documentNames } from './document-names.ts';
import type { DocumentNames } from './document-names.ts';
import { childrenOf, schemasAt } from './schema-at.ts';
import { fieldKind, fieldMeaning } from './field-kind.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'name';
  /** A few words beside the label, and a sentence about it; either may be empty. */
  readonly detail: string;
  readonly note: string;
  /** What is put in place of the word under way. */
  readonly insert: string;
  /** Where the cursor goes within it; `null` for its end. */
  readonly caret: number | null;
}

export interface Suggestions {
  /** The word that is replaced, as offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** The likeliest first. */
  readonly options: readonly Suggestion[];
}

export interface SuggestSources {
  readonly schema: JsonSchema;
  readonly answers: readonly string[];
  readonly defaultLanes: readonly string[];
  /** Of the run on the page: a claim is offered what the run came to. */
  readonly report: OutcomeReport | null;
}

/** `null` where nothing can be said of the place. */
export function suggest(text: string, offset: number, sources: SuggestSources): Suggestions | null {
  const place = cursorPlace(text, offset);
  if (place === null) return null;
  const data = looseData(looseDocument(text));
  const forms = schemasAt(sources.schema, place.path, data);
  const names = documentNames(data, sources.defaultLanes);
  const fields = fieldOptions(forms, place, data, names);
  const options = place.role === 'key' ? fields : [...valueOptions(forms, place.path, data, names, sources), ...fields];
  return options.length === 0 ? null : { from: place.from, to: place.to, options };
}

function fieldOptions(
  forms: readonly JsonSchema[],
  place: CursorPlace,
  data: unknown,
  names: DocumentNames,
): readonly Suggestion[] {
  const objects = forms.filter(({ type }) => type === 'object');
  const required = new Set(objects.flatMap(({ required = [] }) => required));
  const here = valueAt(data, place.path);
  const present = new Set(typeof here === 'object' && here !== null ? Object.keys(here) : []);
  // An entry happens at a time or after something.
  if (present.has('atMs')) present.add('after');
  if (present.has('after')) present.add('atMs');
  const known = [...new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const own = namedFields(place.path, names).filter((name) => !known.includes(name));
  return [...own, ...known.filter((key) => required.has(key)), ...known.filter((key) => !required.has(key))]
    .filter((key) => !present.has(key))
    .map((key): Suggestion => {
      const children = childrenOf(objects, key);
      const forms = children.flatMap((child) => schemasAt(child, [], null));
      return {
        label: key,
        kind: own.includes(key) ? 'name' : 'field',
        detail: fieldKind(forms),
        note: fieldMeaning(children),
        ...keyText(key, place),
      };
    });
}

/** Under `expect` stand the lanes of the scenario, and under each of them its surfaces. */
function namedFields(path: FieldPath, names: DocumentNames): readonly string[] {
  if (path[0] !== 'expect') return [];
  return [names.lanes, names.surfaces][path.length - 1] ?? [];
}

/** A field of a value that stands on the line of its key, or after a dash, is put in braces. */
function keyText(key: string, { role, startsLine, hasColon }: CursorPlace): Pick<Suggestion, 'insert' | 'caret'> {
  if (role === 'value' && !startsLine) return { insert: `{ ${key}:  }`, caret: key.length + 4 };
  return { insert: hasColon ? key : `${key}: `, caret: null };
}

function valueOptions(
  forms: readonly JsonSchema[],
  path: FieldPath,
  data: unknown,
  names: DocumentNames,
  { answers, report }: SuggestSources,
): readonly Suggestion[] {
  const value = (label: string, detail = '', kind: Suggestion['kind'] = 'value'): Suggestion => ({
    label,
    kind,
    detail,
    note: '',
    insert: label,
    caret: null,
  });
  if (path[0] === 'expect') return claimOptions(forms, path, report).map(([label, detail]) => value(label, detail));
  if (path[0] === 'script' && path[2] === 'on')
    return actors(valueAt(data, [...path.slice(0, 2), 'do']), names).map((name) => value(name, '', 'name'));
  const named = path.at(-1) === 'answer' ? answers.map((name) => value(name, 'an answer of the app', 'name')) : [];
  const noteOf = (label: string) => forms.find(({ const: only }) => String(only) === label)?.description ?? '';
  return [...named, ...plainValues(forms).map((label) => ({ ...value(label), note: noteOf(label) }))];
}

/** Where the verb can happen; anywhere while there is none. */
function actors(verb: unknown, names: DocumentNames): readonly string[] {
  const all = [...names.surfaces, 'agent', ...names.agents, 'session', 'proxy', 'network'];
  if (typeof verb !== 'string') return all;
  const fitting = all.filter((on) => refuseActor({ on, do: verb as Verb }, names) === null); // an unknown verb is refused everywhere
  return fitting.length === 0 ? all : fitting;
}

/** What the run came to, then what can be claimed of any. */
function claimOptions(
  forms: readonly JsonSchema[],
  [, lane, part, field]: FieldPath,
  report: OutcomeReport | null,
): readonly (readonly [label: string, detail: string])[] {
  if (field === undefined) return [];
  const laneReport = report?.lanes[String(lane)];
  const actual = laneReport === undefined ? undefined : reportedValue(laneReport, String(part), String(field));
  const possible = plainValues(forms).map((label) => [label, ''] as const);
  const compared = forms.some(({ type }) => type === 'number') ? [["'>0'", 'more than none'] as const] : [];
  const all = [
    ...(actual === undefined ? [] : [[String(actual), 'as in this run'] as const]),
    ...possible,
    ...compared,
  ];
  return all.filter(([label], at) => all.findIndex(([other]) => other === label) === at);
}

function plainValues(forms: readonly JsonSchema[]): readonly string[] {
  const values = forms.flatMap(({ const: only, enum: choices = [], type, default: byDefault }): readonly unknown[] => {
    if (type === 'boolean') return [true, false];
    const isNumber = typeof byDefault === 'number';
    return [...(only === undefined ? [] : [only]), ...choices, ...(isNumber ? [byDefault] : [])];
  });
  return [...new Set(values.map(String))];
}
