import { expect, test } from 'vitest';
import { scenarioJsonSchema } from '../json-schema.ts';
import { inlineRefs } from './inline-refs.ts';
import { explainField } from './explain-field.ts';

const schema = inlineRefs(scenarioJsonSchema());
const TEXT = `version: 1
seed: 6
lanes: [{ lane: naive-sse, options: { heartbeatMs: 500 } }]
script:
  - { atMs: 0, on: laptop, do: drop, how: reset }
expect:
  naive-sse:
    laptop: { missing: '>0' }
`;
const at = (word: string) => explainField(TEXT, TEXT.indexOf(word) + 1, schema);

test('a field says what it means, what may stand there and what stands there by default', () => {
  expect(at('seed')).toMatchObject({
    path: ['seed'],
    kind: 'whole number, 0 to 4294967295',
    note: 'Every chance in the run is drawn from it: the same seed, the same run. By default 4711.',
  });
  expect(at('heartbeatMs')?.note).toMatch(/^The server writes a comment line after this much quiet/);
});

test('a value is explained by its field', () => {
  expect(at('reset')).toMatchObject({ path: ['script', 0, 'how'], kind: 'close | reset | offline | silent' });
});

test('a verb says what happens', () => {
  expect(at('drop')).toMatchObject({ path: ['script', 0, 'do'], note: 'The connection of the surface breaks.' });
});

test('a claim means what the report says that it means', () => {
  expect(at('missing')).toMatchObject({
    path: ['expect', 'naive-sse', 'laptop', 'missing'],
    note: 'Tokens generated for the last answer and not visible.',
  });
});

test('what is no field is not explained', () => {
  expect(explainField('nope: 1', 1, schema)).toBeNull();
  expect(explainField('# seed\nversion: 1', 3, schema)).toBeNull();
});

test('every field of the schema says what it means', () => {
  const silent: string[] = [];
  const walk = (node: unknown, way: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'properties') {
        for (const [name, field] of Object.entries(inner as object)) {
          // The fields of lessons are explained where lessons are written.
          if (`${way}.${name}` === '.lesson') continue;
          if (!Object.hasOwn(field as object, 'description')) silent.push(`${way}.${name}`);
          walk(field, `${way}.${name}`);
        }
      } else if (key !== 'default') walk(inner, way);
    }
  };
  walk(schema, '');
  expect(silent).toEqual([]);
});
