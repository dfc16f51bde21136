/** Reads a number that a person typed into a field of the bill. */

import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';

export interface AmountRule {
  /** Completes "unable to set …". */
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  /** In the words of a remedy: `2.5`. */
  readonly example: string;
}

/** A number within its bounds, or the sentence that says why there is none and what to type. */
export function readAmount(text: string, rule: AmountRule): Result<number, string> {
  const { what, least, most, isWhole, example } = rule;
  // Commas between thousands are taken off; what is left must be a number as JavaScript writes it.
  const typed = text
    .trim()
    .replaceAll(/,(?=\d{3}(\D|$))/g, '')
    .replace(/^\$\s*/, '');
  const value = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return ok(value);
  const kind = isWhole ? 'a whole number' : 'a number';
  const bounds = `from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`;
  const reason = typed === '' ? 'the field is empty' : `“${text.trim()}” is not ${kind} ${bounds}`;
  return err(`Unable to set ${what}; ${reason}. Type ${kind} ${bounds}, such as ${example}.`);
}
