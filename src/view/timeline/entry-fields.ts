/** What can be said of an entry in its editor, field by field: labels, units, choices. */

import { DROP_FORMS } from '../../protocol/fault.ts';
import type { EntryField } from '../../projection/timeline/verb-list.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';

export type FieldSpec = { readonly label: string } & (
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** `unless`: what it is called when there is no number. */
  | { readonly kind: 'number'; readonly unit: string; readonly unless: string | null }
  | { readonly kind: 'text' }
);

type Cut = Extract<ScriptEntry, { readonly do: 'duration-cap' }>['cut'];
const CUTS: Readonly<Record<Cut, true>> = { reset: true, close: true, 'error-page': true };

export const FIELD_SPECS: Readonly<Record<EntryField, FieldSpec>> = {
  how: { label: 'How', kind: 'choice', choices: DROP_FORMS },
  text: { label: 'Text', kind: 'text' },
  forMs: { label: 'Lasts', kind: 'number', unit: 'ms', unless: 'for good' },
  afterMs: { label: 'After', kind: 'number', unit: 'ms', unless: null },
  cut: { label: 'By', kind: 'choice', choices: Object.keys(CUTS) },
  untilBytes: { label: 'Until', kind: 'number', unit: 'bytes', unless: 'any number of bytes' },
  latencyMs: { label: 'Latency', kind: 'number', unit: 'ms', unless: null },
};

/** An entry while it is being changed: whatever people type, before the parser has seen it. */
export type EntryDraft = Readonly<Record<string, unknown>>;

/** `draft` with `field` set, or without it. */
export function withField(draft: EntryDraft, field: string, value: unknown): EntryDraft {
  const { [field]: _, ...rest } = draft;
  return value === undefined ? rest : { ...rest, [field]: value };
}

/** What people typed as the parser wants it: a whole number when it is one, else the text, for the parser to refuse. */
export function typedNumber(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isNaN(value) ? trimmed : value;
}
