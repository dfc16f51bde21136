import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseGlossary } from '../../scenario/lesson/glossary.ts';
import { glossaryHash, termAt } from './glossary-address.ts';

const parsed = parseGlossary(readFileSync(new URL('../../../scenarios/glossary.yaml', import.meta.url), 'utf8'));
const glossary = parsed.ok ? parsed.value : expect.fail(JSON.stringify(parsed.error));

test('the address of each term leads back to it, and no two have the same', () => {
  expect(glossary.map(({ term }) => termAt(glossaryHash(term), glossary)?.term)).toEqual(
    glossary.map(({ term }) => term),
  );
});

test('an address is lower-case words with hyphens', () => {
  expect(['durable execution', 'SSE', 'EventSource'].map(glossaryHash)).toEqual([
    '#/glossary/durable-execution',
    '#/glossary/sse',
    '#/glossary/eventsource',
  ]);
});

test('an address without a term, or with one that is not there, names none', () => {
  const hashes = ['#/glossary', '#/glossary/', '#/glossary/nothing-such', '#/learn/log'];
  expect(hashes.map((hash) => termAt(hash, glossary))).toEqual([null, null, null, null]);
});
