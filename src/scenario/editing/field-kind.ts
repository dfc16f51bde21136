/** What may stand in a field, in a few words: `whole number, 0 to 60000`. */

import type { JsonSchema } from '../annotate-schema.ts';

const MOST_CHOICES = 6;

export function fieldKind(forms: readonly JsonSchema[]): string {
  const constants = forms.flatMap(({ const: only }) => (only === undefined ? [] : [String(only)]));
  const others = forms.filter((form) => form.const === undefined).map(kindOf);
  return [...new Set([...(constants.length === 0 ? [] : [choices(constants)]), ...others])].join(', or ');
}

/** What a field means and what stands there by default. Empty where its forms say different things of it. */
export function fieldMeaning(fields: readonly JsonSchema[]): string {
  const notes = new Set(fields.map(({ description = '' }) => description));
  const [note = ''] = notes;
  return notes.size === 1 ? `${note}${defaultText(fields[0] ?? {})}` : '';
}

function defaultText({ default: byDefault }: JsonSchema): string {
  const isPlain = typeof byDefault === 'string' || typeof byDefault === 'number' || typeof byDefault === 'boolean';
  return isPlain && byDefault !== '' ? ` By default ${String(byDefault)}.` : '';
}

function kindOf({ type, enum: values, minimum, maximum, pattern }: JsonSchema): string {
  if (values !== undefined) return choices(values.map(String));
  switch (type) {
    case 'integer':
    case 'number': {
      const noun = type === 'integer' ? 'whole number' : 'number';
      if (minimum === undefined || maximum === undefined) return noun;
      return `${noun}, ${minimum} to ${maximum}`;
    }
    case 'boolean':
      return 'true or false';
    case 'string':
      return pattern?.startsWith('^(>=') === true ? 'comparison such as >0' : 'text';
    case 'array':
      return 'list';
    case 'null':
      return 'null';
    default:
      return 'fields';
  }
}

function choices(values: readonly string[]): string {
  const [first = ''] = values;
  if (values.length === 1) return first;
  return values.length <= MOST_CHOICES ? values.join(' | ') : `one of ${values.length} words`;
}
