/**
 * Texts with placeholders: `{{LANE.laptop.missing|words}}`. Between the braces stands a path, or two with
 * ` - ` or ` / ` between them, and behind a bar how the value is written.
 */

import { err, ok, type Result } from '../../base/result.ts';
import { suggestWord } from '../nearest-word.ts';
import type { KnownRuns, Refusal } from './known-runs.ts';
import type { Placeholder, Template, ValueExpression, ValueFormat, ValueType } from './lesson-data.ts';
import { parseValuePath } from './value-path.ts';

/** Which formats there are, and for which values. The first that fits is used when none is written. */
const FORMATS: Readonly<Record<ValueFormat, readonly ValueType[]>> = {
  plain: ['count', 'number', 'word', 'truth', 'ms'],
  ms: ['ms'],
  seconds: ['ms'],
  percent: ['part'],
  dollars: ['money'],
  words: ['count'],
  runs: ['count'],
  messages: ['count'],
  connections: ['count'],
  times: ['count'],
};
const BY_DEFAULT: Readonly<Partial<Record<ValueType, ValueFormat>>> = {
  ms: 'ms',
  money: 'dollars',
  part: 'percent',
};

/** A refusal that names the placeholder it is about, braces and all. */
export type TemplateRefusal = Refusal & { readonly written: string };

/** Every refusal of the text, or its parts. */
export function parseTemplate(text: string, runs: KnownRuns): Result<Template, readonly TemplateRefusal[]> {
  const parts: (string | Placeholder)[] = [];
  const refusals: TemplateRefusal[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const placeholder = parsePlaceholder(match[1] ?? '', runs);
    if (placeholder.ok) parts.push(placeholder.value);
    else refusals.push({ ...placeholder.error, written: match[0] });
  }
  parts.push(text.slice(from));
  const stray = parts.find((part) => typeof part === 'string' && /\{\{|\}\}/.test(part));
  if (stray !== undefined) {
    const remedy = 'A placeholder looks like {{LANE.laptop.missing}}.';
    refusals.push({ written: '{{', reason: 'its braces do not pair', remedy });
  }
  return refusals.length > 0 ? err(refusals) : ok(parts.filter((part) => part !== ''));
}

/** Reads a path, or two with an operator between them. */
export function parseExpression(written: string, runs: KnownRuns): Result<ValueExpression, Refusal> {
  const [, first = '', operator, second = ''] = /^(.*?)(?:\s+([-/])\s+(.*))?$/.exec(written.trim()) ?? [];
  const left = parseValuePath(first.trim(), runs);
  if (!left.ok) return left;
  if (operator === undefined)
    return ok({ written: written.trim(), type: left.value.type, left: left.value, operator: null, right: null });
  const right = parseValuePath(second.trim(), runs);
  if (!right.ok) return right;
  const isNumeric = [left, right].every(({ value }) => ['count', 'ms', 'money', 'number'].includes(value.type));
  if (!isNumeric || left.value.type !== right.value.type)
    return err({
      reason: `${first.trim()} and ${second.trim()} cannot be reckoned with`,
      remedy: 'Both must be numbers of the same kind: counts, times, or money.',
    });
  return ok({
    written: written.trim(),
    type: operator === '/' ? 'part' : left.value.type,
    left: left.value,
    operator: operator === '/' ? '/' : '-',
    right: right.value,
  });
}

function parsePlaceholder(written: string, runs: KnownRuns): Result<Placeholder, Refusal> {
  const [expression = '', format, ...more] = written.split('|').map((part) => part.trim());
  const value = parseExpression(expression, runs);
  if (!value.ok) return value;
  const { type } = value.value;
  if (type === 'curve')
    return err({ reason: 'a curve cannot stand in a text', remedy: 'Name a number of it, such as shown.' });
  const fits = Object.entries(FORMATS).flatMap(([name, types]) => (types.includes(type) ? [name] : []));
  const chosen = fits.find((name): name is ValueFormat => name === (format ?? BY_DEFAULT[type] ?? 'plain'));
  if (chosen === undefined || more.length > 0) {
    const asked = [format, ...more].join('|');
    return err({ reason: `"${asked}" is not a way to write ${expression}`, remedy: suggestWord(asked, fits, 'Ways') });
  }
  return ok({ value: value.value, format: chosen });
}
