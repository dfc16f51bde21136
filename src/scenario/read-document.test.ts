import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { parseScenario } from './parse.ts';
import { readDocument } from './read-document.ts';
import { describeProblem } from './scenario-problem.ts';

const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';

/** What an author would read for `text`, one line a problem. */
function complaints(text: string): readonly string[] {
  const parsed = parseScenario(text);
  return parsed.ok ? [] : parsed.error.map((problem) => describeProblem(problem, 'f'));
}

test.each<readonly [what: string, text: string, complaint: string]>([
  ['no text', ' \n', 'f:1:1: unable to read the file; it is empty'],
  ['binary junk', `${HEAD}x: \u0000\u0001`, 'f:4:4: unable to read the file; it holds bytes that are not text'],
  ['bytes that are not UTF-8', 'a: \uFFFD', 'f:1:4: unable to read the file; it holds bytes that are not text'],
  ['a list', '- 1', 'f:1:1: unable to read the file; it must be a set of fields, and here stands a list'],
  ['a word', 'hello', 'it must be a set of fields, and here stands "hello"'],
  ['a tab in YAML', 'a: 1\n\tb: 2', 'f:2:1: unable to read the file; a tab stands where YAML allows only spaces'],
  [
    'an open bracket',
    'a: [1',
    'f:1:6: unable to read the file; a bracket or brace opened before this place is not closed',
  ],
  ['an open quote', 'a: "x', 'missing closing "quote'],
  ['a stray colon', 'a: b: c', 'f:1:4: unable to read the file; a second colon stands in a value without quotes'],
  ['two documents', 'a: 1\n---\nb: 2', 'f:2:1: unable to read the file; a second document begins here'],
  ['an unknown tag', 'a: !boom 1', 'f:1:4: unable to read the file; a tag (a word after "!") is unknown here'],
  [
    'a doubled key',
    `${HEAD}title: Yours\nscript: []`,
    'f:4:1: unable to read title; "title" stands here twice. Keep one',
  ],
  [
    'a doubled surface',
    `${HEAD}script: []\nsurfaces:\n  a: {}\n  a: {}`,
    'f:7:3: unable to read surfaces.a; "a" stands here twice',
  ],
  ['a key that is a list', '? [a]\n: 1', 'a key here is not a word'],
  [
    'a prototype key',
    `${HEAD}script: []\n__proto__: {}`,
    'f:5:1: unable to read __proto__; "__proto__" cannot be a name',
  ],
  ['a surface named constructor', `${HEAD}script: []\nsurfaces: { constructor: {} }`, '"constructor" cannot be a name'],
  ['deep nesting', '['.repeat(20_000), 'it nests too deeply'],
  ['deep nesting that the reader survives', `a: ${'['.repeat(80)}${']'.repeat(80)}`, 'it nests too deeply'],
  [
    'too long a text',
    `${HEAD}# ${'x'.repeat(LIMITS.fileCharacters)}`,
    `more than the limit of ${LIMITS.fileCharacters} (fileCharacters)`,
  ],
])('%s is refused, with the place', (_, text, complaint) => {
  expect(complaints(text).join('\n')).toContain(complaint);
});

test('a file that unfolds to gigabytes is refused at its first alias', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${['b', 'c', 'd', 'e', 'f', 'g']
    .map((name, at) => `${name}: &${name} [${`*${'abcdef'[at] ?? 'a'},`.repeat(9)}x]`)
    .join('\n')}`;
  expect(complaints(bomb)).toEqual([
    expect.stringContaining('f:2:8: unable to read the file; its aliases unfold beyond the limit of 100 (yamlAliases)'),
  ]);
});

test('aliases within the limit are read', () => {
  const text = `${HEAD}surfaces: { laptop: &s { kind: tab }, phone: *s }\nscript: []`;
  expect(parseScenario(text)).toMatchObject({ value: { surfaces: { phone: { kind: 'tab' } } } });
});

test('a foreign file with thousands of keys gives a short answer', () => {
  const foreign = Array.from({ length: 15_000 }, (_, at) => `key${at}: 1`).join('\n');
  expect(complaints(foreign).length).toBeLessThanOrEqual(20);
});

test('no text makes the parser throw, and every problem has a place inside the text, a reason and a remedy', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'version: 1\n',
      'id: x\n',
      'script:\n',
      '  - { atMs: 0, on: laptop, do: open }\n',
      '&a ',
      '*a',
      '{',
      '}',
      '[',
      ']',
      '- ',
      ': ',
      '\n',
      '  ',
      '"',
      '!!',
      '|\n',
      '>',
      '%',
      '---\n',
      '...\n',
      '? ',
      '<<: ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const parsed = parseScenario(text);
      for (const { line, column, reason, remedy } of parsed.ok ? [] : parsed.error) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(reason).not.toBe('');
        expect(remedy).not.toBe('');
      }
    }),
    { numRuns: 200 },
  );
});

test('any JSON in the place of any field is taken or refused, never thrown at', () => {
  const field = fc.constantFrom(
    'version',
    'id',
    'title',
    'seed',
    'lanes',
    'agent',
    'network',
    'surfaces',
    'script',
    'expect',
  );
  fc.assert(
    fc.property(field, fc.jsonValue(), (name, value) => {
      const data = { version: 1, id: 'a', title: 'a', script: [], [name]: value };
      expect(parseScenario(JSON.stringify(data))).toHaveProperty('ok');
    }),
    { numRuns: 200 },
  );
});

test('any JSON is read as what it says, however it is indented', () => {
  const isOwnKey = (key: string) => !['__proto__', 'constructor', 'prototype'].includes(key);
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.string({ unit: 'grapheme' }).filter((text) => !/[\u007F\uFFFD]/.test(text)),
      fc.array(tie('value')),
      fc.dictionary(fc.string({ unit: 'grapheme-ascii' }).filter(isOwnKey), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(json, fc.constantFrom('', '\t', '  '), (value, indent) => {
      const text = JSON.stringify([value], null, indent);
      const read = readDocument(text);
      expect(read.ok ? read.value.data : read.error).toEqual(JSON.parse(text));
    }),
    { numRuns: 100 },
  );
});
