import { expect, test } from 'vitest';
import type { GlossaryTerm } from '../../scenario/lesson/glossary.ts';
import { hasWords } from './has-words.ts';

const TTL: GlossaryTerm = {
  term: 'TTL',
  means: 'How long something is kept before it goes away by itself.',
  also: ['lifetime'],
  standsFor: 'time to live',
  see: ['retention'],
};

test('a term is found by its name, by other forms, by what it stands for and by what it means, in any case', () => {
  for (const sought of ['ttl', 'LIFE', 'time to', 'kept away', '']) expect(hasWords(TTL, sought), sought).toBe(true);
});

test('every word that is sought must be there', () => {
  expect([hasWords(TTL, 'kept forever'), hasWords(TTL, 'retention')]).toEqual([false, false]);
});
