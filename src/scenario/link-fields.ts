/** The parameters of a share link, one by one: what is written, and what is read back. */

import { err, ok, type Result } from '../base/result.ts';
import type { AddedSurface } from './add-surface.ts';
import { LIMITS } from './limits.ts';
import { formatEntry, parseEntry } from './link-entry.ts';
import type { LinkProblem } from './link-problem.ts';
import { decodeText, encodeText } from './link-text.ts';
import { suggestWord } from './nearest-word.ts';
import type { OptionChange, ShareLink } from './share-link.ts';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const GREATEST_SEED = 4_294_967_295;
const COPY_AGAIN = 'Copy the whole link again.';

type Fields = { -readonly [Key in keyof ShareLink]: ShareLink[Key] };

/** `seed=…&at=…&script=…`, in a fixed order, without what is absent. */
export function encodeFields(link: ShareLink): string {
  const view = Object.entries(link.view).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...(link.seed === null ? [] : [`seed=${link.seed}`]),
    ...(link.playheadMs === null ? [] : [`at=${Math.round(link.playheadMs)}`]),
    ...(link.surfaces.length === 0
      ? []
      : [`add=${link.surfaces.map(({ name, kind }) => `${name}:${kind}`).join(',')}`]),
    ...(link.options.length === 0 ? [] : [`set=${link.options.map(formatOption).join(',')}`]),
    ...view.map(([name, value]) => `view.${name}=${encodeText(value)}`),
    ...(link.script === null ? [] : [`script=${link.script.map(formatEntry).join(',')}`]),
    ...(link.source === null ? [] : [`text=${encodeText(link.source)}`]),
  ].join('&');
}

/** Reads every parameter, or names each one that cannot be read. */
export function readFields(id: string, model: number, text: string): Result<ShareLink, readonly LinkProblem[]> {
  const fields: Fields = {
    scenario: id === '_' ? null : id,
    source: null,
    model,
    seed: null,
    playheadMs: null,
    script: null,
    surfaces: [],
    options: [],
    view: {},
  };
  const problems: LinkProblem[] = [];
  const seen = new Set<string>();
  for (const part of text === '' ? [] : text.split('&')) {
    const [, name = part, value = null] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (seen.has(name)) problems.push({ part, reason: 'it stands in the link twice', remedy: COPY_AGAIN });
    else if (value === null) problems.push({ part, reason: 'it has no value', remedy: COPY_AGAIN });
    else problems.push(...readField(fields, name, value, part));
    seen.add(name);
  }
  if (problems.length > 0) return err(problems);
  const isWhole = (fields.scenario === null) === (fields.source !== null);
  if (isWhole) return ok(fields);
  const reason = fields.source === null ? 'it carries no scenario' : 'it carries a scenario and names another one';
  return err([{ part: `#/play/${id}`, reason, remedy: COPY_AGAIN }]);
}

function readField(fields: Fields, name: string, value: string, part: string): readonly LinkProblem[] {
  switch (name) {
    case 'seed':
      fields.seed = readWhole(value, GREATEST_SEED);
      return fields.seed === null
        ? [{ part, reason: `a seed is a whole number up to ${GREATEST_SEED}`, remedy: COPY_AGAIN }]
        : [];
    case 'at':
      fields.playheadMs = readWhole(value, LIMITS.horizonMs);
      return fields.playheadMs === null
        ? [{ part, reason: `a moment is whole milliseconds up to ${LIMITS.horizonMs}`, remedy: COPY_AGAIN }]
        : [];
    case 'script': {
      const script = readEach(value, parseEntry, LIMITS.scriptEntries);
      if (script.ok) fields.script = script.value;
      return script.ok ? [] : script.error;
    }
    case 'add': {
      const surfaces = readEach(value, parseSurface, LIMITS.surfaces);
      if (surfaces.ok) fields.surfaces = surfaces.value;
      return surfaces.ok ? [] : surfaces.error;
    }
    case 'set': {
      const options = readEach(value, parseOption, 200);
      if (options.ok) fields.options = options.value;
      return options.ok ? [] : options.error;
    }
    case 'text':
      fields.source = decodeText(value);
      return fields.source === null ? [{ part, reason: 'its text cannot be decoded', remedy: COPY_AGAIN }] : [];
    default:
      return readView(fields, name, value, part);
  }
}

function readView(fields: Fields, name: string, value: string, part: string): readonly LinkProblem[] {
  const [, key] = /^view\.([a-z][a-z-]*)$/.exec(name) ?? [];
  if (key === undefined) {
    const remedy = suggestWord(name, ['seed', 'at', 'script', 'add', 'set', 'text', 'view.…'], 'Parameters');
    return [{ part, reason: `"${name}" is not a parameter of a link`, remedy }];
  }
  const text = decodeText(value);
  if (text === null) return [{ part, reason: 'its text cannot be decoded', remedy: COPY_AGAIN }];
  fields.view = { ...fields.view, [key]: text };
  return [];
}

function readWhole(text: string, most: number): number | null {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : null;
}

function readEach<T>(
  text: string,
  read: (part: string) => Result<T, LinkProblem>,
  most: number,
): Result<readonly T[], readonly LinkProblem[]> {
  const parts = text === '' ? [] : text.split(',');
  if (parts.length > most) {
    const reason = `it has ${parts.length} entries, more than the limit of ${most}`;
    return err([{ part: text, reason, remedy: 'Share the scenario as a file.' }]);
  }
  const results = parts.map(read);
  const problems = results.flatMap((result) => (result.ok ? [] : [result.error]));
  return problems.length > 0 ? err(problems) : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

function parseSurface(part: string): Result<AddedSurface, LinkProblem> {
  const [name = '', kind, ...rest] = part.split(':');
  if (NAME.test(name) && name.length <= 40 && (kind === 'tab' || kind === 'device') && rest.length === 0)
    return ok({ name, kind });
  return err({ part, reason: 'this is not a surface', remedy: 'A surface looks like phone:device or tab-2:tab.' });
}

function formatOption({ lane, option, value }: OptionChange): string {
  return `${lane}.${option}:${value}`;
}

function parseOption(part: string): Result<OptionChange, LinkProblem> {
  const [, lane, option, value] = /^([a-z0-9-]+)\.([a-zA-Z]+):([a-z0-9-]+)$/.exec(part) ?? [];
  if (lane === undefined || option === undefined || value === undefined) {
    return err({
      part,
      reason: 'this is not a lane option',
      remedy: 'An option looks like lane.option:true.',
    });
  }
  if (value === 'true' || value === 'false') return ok({ lane, option, value: value === 'true' });
  return ok({ lane, option, value: /^\d{1,9}$/.test(value) ? Number(value) : value });
}
