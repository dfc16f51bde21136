import { expect, test } from 'vitest';
import { VERB_LIST } from '../../projection/timeline/verb-list.ts';
import { scriptEntrySchema } from '../../scenario/entry-schema.ts';
import { FIELD_SPECS, typedNumber, withField } from './entry-fields.ts';

test.each(VERB_LIST.filter(({ fields }) => fields.length > 0))(
  'every choice for $verb is one of the format',
  ({ verb, fields, fresh }) => {
    const schema = scriptEntrySchema.options.find((option) => option.shape.do.value === verb);
    const entry = { atMs: 0, on: 'laptop', do: verb, text: '', ...fresh };
    for (const field of fields) {
      const spec = FIELD_SPECS[field];
      if (spec.kind !== 'choice') continue;
      for (const choice of spec.choices) {
        const data = withField(withField(entry, field, choice), 'text', fields.includes('text') ? '' : undefined);
        expect(schema?.safeParse(data).success, `${field}: ${choice}`).toBe(true);
      }
    }
  },
);

test('a number is read as one, and what is none is left for the parser to refuse', () => {
  expect(['1500', ' 20 ', '1.5', 'soon', ''].map(typedNumber)).toEqual([1_500, 20, 1.5, 'soon', undefined]);
});

test('a field without a value is left out', () => {
  expect(withField({ do: 'drop', forMs: 3 }, 'forMs', undefined)).toEqual({ do: 'drop' });
});
