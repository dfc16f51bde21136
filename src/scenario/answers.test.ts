import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAnswers } from './answers.ts';

test('the answers of the repository are read, one paragraph each', () => {
  const answers = parseAnswers(readFileSync('scenarios/answers.yaml', 'utf8'));
  const texts = answers.ok ? answers.value : expect.fail('they cannot be read');
  const names = [...texts.keys()]; // lessons bring further ones, at the end
  expect(names.slice(0, 6)).toEqual(['dosage', 'cancellation', 'refund', 'migration', 'recipe', 'itinerary']);
  expect(texts.get('dosage')?.split(' ')).toHaveLength(41);
  for (const text of texts.values()) expect(text).toMatch(/^\S+( \S+){40,60}$/);
});

test.each([
  ['version: 1\nanswers: { A: text }', '"A" must be kebab-case'],
  ['version: 1\nanswers: { a: " " }', 'it is empty, and at least 1 is needed'],
  ['version: 1\nanswers: { a: 5 }', 'it must be a text'],
  ['version: 1\nansers: {}', 'Did you mean "answers"?'],
  ['version: 1\nanswers: { a: x, a: y }', '"a" stands here twice'],
])('%j is refused', (text, reason) => {
  const answers = parseAnswers(text);
  expect(answers.ok ? '' : answers.error.map((problem) => `${problem.reason} ${problem.remedy}`).join()).toContain(
    reason,
  );
});
