import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { LAWS } from '../testing/laws/law-list.ts';

const FOLDER = new URL('.', import.meta.url);

const ids = [...readFileSync(new URL('SPEC.md', FOLDER), 'utf8').matchAll(/\*\*(?<id>[A-Z]\d+)\*\*/g)].map(
  (match) => match[1],
);
const rules = new Set(ids);

/** Titles of tests name their rules; the laws are tests by the list that they are in. */
const named = new Set([
  ...LAWS.map(({ id }) => id),
  ...readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/\[(?<id>[A-Z]\d+)\]/g)].map((match) => match[1]),
    ),
]);

test('every rule of the specification has a test that names it', () => {
  expect(rules.size).toBeGreaterThan(40);
  expect([...rules].filter((id) => !named.has(id))).toEqual([]);
});

test('an id stands for one rule', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('no test names a rule that the specification does not have', () => {
  expect([...named].filter((id) => !rules.has(id))).toEqual([]);
});

test('every guarantee that the oracle judges has a rule', () => {
  expect(GUARANTEE_IDS.filter((id) => !rules.has(id))).toEqual([]);
});
