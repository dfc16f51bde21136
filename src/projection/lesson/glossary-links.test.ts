import { expect, test } from 'vitest';
import type { Glossary } from '../../scenario/lesson/glossary.ts';
import { linkTerms, termsIn, unexplainedAcronyms } from './glossary-links.ts';

const GLOSSARY: Glossary = ['run', 'log', 'durable session', 'SSE'].map((term) => ({
  term,
  means: `what ${term} means`,
  also: term === 'run' ? ['runs'] : [],
  standsFor: term === 'SSE' ? 'server-sent events' : null,
  see: [],
}));

/** Marked words in brackets, with their term. */
function marked(text: string, seen?: Set<string>): string {
  return linkTerms(text, GLOSSARY, seen)
    .map((segment) => (segment.term === null ? segment.text : `[${segment.text}:${segment.term}]`))
    .join('');
}

test('each term is marked where it first stands, in any form and at the start of a sentence', () => {
  expect(marked('Runs end. A run in a durable session; the session has a log, and a log of runs.')).toBe(
    '[Runs:run] end. A run in a [durable session:durable session]; the session has a [log:log], and a log of runs.',
  );
});

test('a term that stands earlier on the page is not marked again', () => {
  const seen = new Set<string>();
  expect([marked('A run.', seen), marked('The run and its log.', seen)]).toEqual([
    'A [run:run].',
    'The run and its [log:log].',
  ]);
});

test('what stands above says which terms are not marked below', () => {
  const seen = termsIn(['Runs of a log.', 'SSE'], GLOSSARY);
  expect([...seen].toSorted()).toEqual(['SSE', 'log', 'run']);
  expect(marked('The log of a durable session.', new Set(seen))).toBe(
    'The log of a [durable session:durable session].',
  );
});

test('a term within another word is left alone, and an acronym is told by its case', () => {
  expect(marked('catalogue, prologs, overrun, log-in; sse and SSE')).toBe(
    'catalogue, prologs, overrun, [log:log]-in; sse and [SSE:SSE]',
  );
});

test('nothing of the text is lost', () => {
  const text = 'SSE, a run.\nRuns; logs. Log';
  expect(
    linkTerms(text, GLOSSARY)
      .map((segment) => segment.text)
      .join(''),
  ).toBe(text);
});

test('acronyms that nobody explains are found, once each', () => {
  expect(unexplainedAcronyms('SSE over HTTP/1.1, HTTP/2 and TLS; G1 holds, A to B, UTF-8.', GLOSSARY)).toEqual([
    'HTTP',
    'TLS',
    'UTF',
  ]);
});
