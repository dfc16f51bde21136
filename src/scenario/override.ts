/** `--set path=value`: one field of a scenario's data changed before it is checked. */

import { parseDocument } from 'yaml';
import { err, ok, type Result } from '../base/result.ts';
import { knownKeys, valueAt } from './known-keys.ts';
import { suggestWord } from './nearest-word.ts';
import type { FieldPath, FieldProblem } from './scenario-problem.ts';
import { scenarioSchema } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of `data` with the field at `path` set to `value`, read as YAML (`80`, `true`, `by-run`,
 * `{ token: 15 }`). Lanes go by name, `as` or index: `lanes.naive-sse.options.drained=true`.
 * The result is not checked; give it to `validateScenario`.
 */
export function applyOverride(data: unknown, override: string): Result<unknown, FieldProblem> {
  const equals = override.indexOf('=');
  const refuse = (reason: string, remedy: string, path: FieldPath = []): Result<unknown, FieldProblem> =>
    err({ path, at: 'key', reason: `--set ${override}: ${reason}`, remedy });
  if (equals < 1) return refuse('it has no "path=value"', 'For example: --set agent.tokens=80.');
  const written = override.slice(0, equals);
  const value = readValue(override.slice(equals + 1));
  const changed = setField(data, written, value.ok ? value.value : null);
  if (!changed.ok) return refuse(changed.error.reason, changed.error.remedy, changed.error.path);
  if (value.ok) return changed;
  return refuse('its value cannot be read as YAML', 'Put the value in quotes.', written.split('.'));
}

/** The same with a value that has been read already. */
export function setField(data: unknown, written: string, value: unknown): Result<unknown, FieldProblem> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return ok(data); // the check says what is wrong with it
  const path = resolvePath(
    data,
    written.split('.').filter((part) => part !== ''),
  );
  return path.ok ? ok(setAt(withDefaults(data), path.value, value)) : err({ ...path.error, at: 'key' });
}

/** Lists that have a default must stand there before one of their entries can be changed. */
function withDefaults(data: object): Fields {
  const fields = data as Fields; // a plain object, as the caller has made sure
  const { lanes, surfaces } = scenarioDefaults();
  return {
    ...fields,
    ...(Object.hasOwn(fields, 'lanes') ? {} : { lanes }),
    ...(Object.hasOwn(fields, 'surfaces') ? {} : { surfaces }),
  };
}

function scenarioDefaults(): { readonly lanes: readonly unknown[]; readonly surfaces: unknown } {
  const { lanes, surfaces } = scenarioSchema.parse({ version: 1, id: 'x', title: 'x', script: [] });
  return { lanes: lanes.map(({ lane }) => lane), surfaces };
}

type PathResult = Result<FieldPath, { readonly path: FieldPath; readonly reason: string; readonly remedy: string }>;

function resolvePath(data: object, parts: readonly string[]): PathResult {
  const whole = withDefaults(data);
  const path: (string | number)[] = [];
  for (const part of parts) {
    const around = valueAt(whole, path);
    const step = Array.isArray(around) ? entryIndex(around, part) : part;
    if (step === null) {
      const named = Array.isArray(around) && path[0] === 'lanes' ? around.map(laneNameOf) : [];
      const size = Array.isArray(around) ? around.length : 0;
      return err({
        path,
        reason: `there is no "${part}"`,
        remedy:
          suggestWord(part, named, 'Lanes') ||
          (size === 0 ? 'The list is empty.' : `Entries go from 0 to ${size - 1}.`),
      });
    }
    const known = typeof step === 'string' ? knownKeys(scenarioSchema, path, laneAsFields(whole)) : [];
    const refusal = refuseKey(step, known);
    if (refusal !== null) return err({ path, ...refusal });
    path.push(step);
  }
  return ok(path);
}

function refuseKey(step: string | number, known: readonly string[]): { reason: string; remedy: string } | null {
  if (typeof step === 'number') return null;
  if (['__proto__', 'constructor', 'prototype'].includes(step))
    return { reason: `"${step}" cannot be set`, remedy: '' };
  if (known.length === 0 || known.includes(step)) return null;
  return { reason: `"${step}" is not a field there`, remedy: suggestWord(step, known, 'Fields') };
}

function entryIndex(list: readonly unknown[], part: string): number | null {
  const named = list.findIndex((entry) => laneNameOf(entry) === part);
  if (named !== -1) return named;
  const index = /^\d{1,4}$/.test(part) ? Number(part) : -1;
  return index >= 0 && index < list.length ? index : null;
}

function laneNameOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const name = valueAt(entry, ['as']) ?? valueAt(entry, ['lane']);
  return typeof name === 'string' ? name : '';
}

/** A lane may be written as its bare name; its fields are then those of `{ lane: name }`. */
function laneAsFields(data: Fields): Fields {
  const { lanes } = data as { readonly lanes?: unknown }; // read as unknown below
  if (!Array.isArray(lanes)) return data;
  return { ...data, lanes: lanes.map((entry: unknown) => (typeof entry === 'string' ? { lane: entry } : entry)) };
}

function setAt(around: unknown, path: FieldPath, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(around)) {
    return around.map((entry: unknown, index) => (index === part ? setAt(entry, rest, value) : entry));
  }
  const fields =
    typeof around === 'string' ? { lane: around } : typeof around === 'object' && around !== null ? around : {};
  return { ...fields, [part]: setAt(valueAt(fields, [part]), rest, value) };
}

function readValue(text: string): Result<unknown, null> {
  // A comparison such as >0 would be a folded text in YAML.
  if (/^[<>=!]=?\s*-?\d+$/.test(text)) return ok(text);
  const document = parseDocument(text, { schema: 'core', prettyErrors: false });
  if (document.errors.length > 0 || document.warnings.length > 0) return err(null);
  try {
    return ok(document.toJS({ maxAliasCount: 0 }));
  } catch {
    return err(null); // an alias of an anchor outside of this value
  }
}
