/**
 * The share link (contract): everything that is needed to see the same moment of the same run.
 *
 *     #/play/wifi-blip?c=1k2j3h4&v=1&seed=4711&at=5200&script=drop@1070:laptop:reset/3000
 *
 * `c` is a checksum over all the rest and stands first, so that a link cut anywhere behind it is
 * known to be cut; a link written by hand may leave it away. `v` is the model version, `at` the playhead,
 * `script` the whole script when it is not the scenario's own, `add` further surfaces,
 * `set` changed lane options, `view.…` what a view wants to keep. Past 1,500 characters all but `c`
 * and `v` is compressed into `z`. A scenario that is not in the app travels as its text: `#/play/_?…`.
 *
 * Decoding never throws and never half-applies: either everything was read, or every part that was not is named.
 */

import { hashString } from '../base/hash.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { AddedSurface } from './add-surface.ts';
import type { OptionValue } from './lane-option-fact.ts';
import { encodeFields, readFields } from './link-fields.ts';
import type { LinkProblem } from './link-problem.ts';
import { packText, unpackText } from './link-text.ts';
import type { ScriptEntry } from './schema.ts';

/** Past this many characters a link is compressed. */
export const READABLE_LENGTH = 1_500;
/** No link is longer: several mail and chat programs cut what is. */
export const LONGEST_LINK = 8_000;

export interface OptionChange {
  /** The lane's name in the scenario. */
  readonly lane: string;
  readonly option: string;
  readonly value: OptionValue;
}

export interface ShareLink {
  /** A scenario of the app, `null` when `source` carries one. */
  readonly scenario: string | null;
  /** The text of a scenario that is not in the app. */
  readonly source: string | null;
  readonly model: number;
  readonly seed: number | null;
  readonly playheadMs: number | null;
  /** The whole script, `null` when it is the scenario's own. */
  readonly script: readonly ScriptEntry[] | null;
  readonly surfaces: readonly AddedSurface[];
  readonly options: readonly OptionChange[];
  /** What a view wants to keep; names of lower-case letters and hyphens. */
  readonly view: Readonly<Record<string, string>>;
}

/** The hash part of the address. Fails only when the link would be longer than 8,000 characters. */
export function encodeShareLink(link: ShareLink): Result<string, LinkProblem> {
  const fields = encodeFields(link);
  const id = link.scenario ?? '_';
  const plain = seal(id, link.model, fields);
  if (plain.length <= READABLE_LENGTH && link.source === null) return ok(plain);
  const packed = seal(id, link.model, `z=${packText(fields)}`);
  const shorter = packed.length < plain.length || link.source !== null ? packed : plain;
  if (shorter.length <= LONGEST_LINK) return ok(shorter);
  const reason = `it would have ${shorter.length} characters, more than the limit of ${LONGEST_LINK}`;
  return err({
    part: 'script',
    reason,
    remedy: 'Remove entries or shorten the texts, or share the scenario as a file.',
  });
}

/**
 * Reads the hash part of an address; `null` stands for an address without a link.
 * `model` is the version that this build simulates.
 */
export function decodeShareLink(hash: string, model: number): Result<ShareLink | null, readonly LinkProblem[]> {
  if (hash === '' || hash === '#' || hash === '#/') return ok(null);
  if (hash.length > LONGEST_LINK) {
    const reason = `it has ${hash.length} characters, more than the limit of ${LONGEST_LINK}`;
    return err([{ part: '', reason, remedy: 'It was not made here; ask for the scenario as a file.' }]);
  }
  const [, id, query] = /^#\/play\/([^?]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  if (id === undefined)
    return err([{ part: hash, reason: 'this is not a link to a run', remedy: 'Links begin with #/play/.' }]);
  if (!/^(_|[a-z0-9]+(-[a-z0-9]+)*)$/.test(id)) {
    return err([
      { part: `#/play/${id}`, reason: 'it names no scenario', remedy: 'The link may have been cut; copy it again.' },
    ]);
  }
  const unsealed = unseal(id, query, model);
  return unsealed.ok ? readFields(id, unsealed.value.model, unsealed.value.fields) : err([unsealed.error]);
}

function seal(id: string, model: number, fields: string): string {
  const rest = [`v=${model}`, ...(fields === '' ? [] : [fields])].join('&');
  return `#/play/${id}?c=${checksum(id, rest)}&${rest}`;
}

interface Unsealed {
  readonly model: number;
  readonly fields: string;
}

function unseal(id: string, query: string | undefined, model: number): Result<Unsealed, LinkProblem> {
  if (query === undefined) return ok({ model, fields: '' });
  const cut = { part: '', reason: 'it was cut or changed on its way', remedy: 'Copy the whole link again.' };
  const sealed = /^c=([^&]*)(?:&(.*))?$/s.exec(query);
  const rest = sealed === null ? query : (sealed[2] ?? '');
  const version = /^v=([^&]*)(?:&(.*))?$/s.exec(rest);
  const made = Number(version?.[1] ?? model);
  // A newer version may compute its checksum in another way: it is named before the checksum is looked at.
  if (Number.isInteger(made) && made > model) {
    const reason = `it was made by a newer version of the model (${made}, here is ${model})`;
    return err({
      part: `v=${made}`,
      reason,
      remedy: 'Reload the page to get the newest version, then open the link again.',
    });
  }
  if (sealed !== null && sealed[1] !== checksum(id, rest)) return err(cut);
  if (query === '') return err(cut);
  if (!Number.isInteger(made) || made < 1)
    return err({ part: `v=${version?.[1] ?? ''}`, reason: 'the version is not a number', remedy: cut.remedy });
  const fields = version === null ? rest : (version[2] ?? '');
  const packed = /^z=([^&]*)$/s.exec(fields);
  if (packed === null) return ok({ model: made, fields });
  const unpacked = unpackText(packed[1] ?? '');
  return unpacked === null ? err(cut) : ok({ model: made, fields: unpacked });
}

function checksum(id: string, rest: string): string {
  return hashString(`${id}?${rest}`).toString(36).padStart(7, '0');
}
