import { expect, test } from 'vitest';
import type { CompiledScenario } from './compiled-scenario.ts';
import { loadScenario } from './load.ts';
import { describeProblem } from './scenario-problem.ts';
import { scenarioSource } from './scenario-source.ts';

const ANSWERS = new Map([['dosage', 'take two  tablets\nnever more']]);
const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';

function compile(rest: string): CompiledScenario {
  const loaded = loadScenario(`${HEAD}${rest}`, { answers: ANSWERS });
  return loaded.ok
    ? loaded.value
    : expect.fail(loaded.error.map((problem) => describeProblem(problem, 'f')).join('\n'));
}

function complaint(rest: string, answers = ANSWERS): string {
  const loaded = loadScenario(`${HEAD}${rest}`, { answers });
  return loaded.ok ? '' : loaded.error.map((problem) => describeProblem(problem, 'f')).join('\n');
}

test.each([
  ['the whole text without a number', 'script: []', ['take', 'two', 'tablets', 'never', 'more']],
  ['its beginning when fewer tokens are asked for', 'agent: { tokens: 2 }\nscript: []', ['take', 'two']],
  [
    'repeated when more are asked for',
    'agent: { tokens: 7 }\nscript: []',
    ['take', 'two', 'tablets', 'never', 'more', 'take', 'two'],
  ],
  ['the scenario’s own text', 'agent: { answer: { text: " a b " } }\nscript: []', ['a', 'b']],
])('a token is a word: the answer is %s', (_, rest, words) => {
  expect(compile(rest).agent.words).toEqual(words);
});

test('a lane is named by its "as", or by itself', () => {
  expect(
    compile('lanes: [naive-sse, { lane: naive-sse, as: drained, options: { drained: true } }]\nscript: []').lanes,
  ).toMatchObject([
    { name: 'naive-sse', lane: 'naive-sse', options: { drained: false } },
    { name: 'drained', lane: 'naive-sse', options: { drained: true } },
  ]);
});

test('a surface may have a network of its own', () => {
  const { surfaces } = compile(
    'network: { latencyMs: 40, jitterMs: 5 }\nsurfaces: { a: {}, b: { kind: device, network: { latencyMs: 300 } } }\nscript: []',
  );
  expect(surfaces).toEqual([
    { name: 'a', kind: 'tab', latencyMs: 40, jitterMs: 5, mayStop: true },
    { name: 'b', kind: 'device', latencyMs: 300, jitterMs: 5, mayStop: true },
  ]);
});

test('an answer that does not exist is refused with those that do', () => {
  expect(complaint('agent: { answer: dosge }\nscript: []')).toBe(
    'f:4:18: unable to read agent.answer; there is no answer named "dosge". Did you mean "dosage"? Answers: dosage. Or write answer: { text: "…" }.',
  );
});

test('an answer without words is refused', () => {
  expect(complaint('agent: { answer: { text: " " } }\nscript: []')).toContain('the answer has no words');
});

test('an answer of more words than the limit is refused', () => {
  const long = new Map([['dosage', 'word '.repeat(5001)]]);
  expect(complaint('script: []', long)).toContain('the answer has 5001 words, more than the limit of 5000 (tokens)');
  expect(complaint('agent: { tokens: 5000 }\nscript: []', long)).toBe('');
});

test('waiting for a token that is never made is refused', () => {
  expect(complaint('script: [{ after: { token: 6 }, on: laptop, do: stop }]')).toContain(
    'token 6 is never made, since the answer has 5 words',
  );
});

test('an override is applied before the file is checked', () => {
  const options = { answers: ANSWERS, overrides: ['script.0.on=phone', 'surfaces.phone.kind=device', 'seed=3'] };
  const loaded = loadScenario(`${HEAD}script: [{ atMs: 0, on: laptop, do: open }]`, options);
  expect(loaded).toMatchObject({ ok: true, value: { seed: 3, script: [{ on: 'phone' }] } });
});

test('an override that cannot be applied is a problem of the file', () => {
  const loaded = loadScenario(`${HEAD}script: []`, { answers: ANSWERS, overrides: ['agent.tokns=1'] });
  expect(loaded).toMatchObject({ ok: false, error: [{ path: 'agent', line: 1, column: 1 }] });
});

test('a compiled scenario written back as a file compiles to itself', () => {
  const compiled = compile(`
summary: What it is about
lanes: [naive-sse, { lane: naive-sse, as: drained, options: { drained: true } }]
surfaces: { laptop: {}, phone: { kind: device, network: { jitterMs: 9 } } }
script: [{ atMs: 5, on: laptop, do: send, text: hello }, { after: { token: 2 }, on: phone, do: sleep }]
expect: { drained: { phone: { missing: ">0" } } }`);
  expect(loadScenario(scenarioSource(compiled), { answers: new Map() })).toEqual({ ok: true, value: compiled });
});
