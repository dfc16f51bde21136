import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listLessonFiles } from '../cli/lesson-files.ts';
import { listScenarioFiles } from '../cli/scenario-files.ts';
import { scenarioJsonSchema } from './json-schema.ts';
import { validateScenario } from './validate.ts';

const HEAD = { version: 1, id: 'mine', title: 'Mine' };
const accepts = new Ajv2020({ strict: false }).compile(scenarioJsonSchema());

test('the committed schema is that of the format; otherwise run node src/cli/write-json-schema.ts', () => {
  expect(JSON.parse(readFileSync('public/scenario.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(scenarioJsonSchema())),
  );
});

test.each([...listScenarioFiles('scenarios'), ...listLessonFiles('scenarios')])(
  '%s is accepted by the schema',
  (file) => {
    expect(accepts(parse(readFileSync(file, 'utf8'))), JSON.stringify(accepts.errors)).toBe(true);
  },
);

test.each<readonly [what: string, data: object]>([
  ['a lane by its bare name', { ...HEAD, lanes: ['naive-sse'], script: [] }],
  [
    'a lane with options',
    { ...HEAD, lanes: [{ lane: 'durable-session', as: 'd', options: { rollupMs: 0 } }], script: [] },
  ],
  ['a moment after a token', { ...HEAD, script: [{ after: { token: 5 }, on: 'laptop', do: 'stop' }] }],
  ['a moment after an event', { ...HEAD, script: [{ after: { event: 'run.ended' }, on: 'laptop', do: 'stop' }] }],
])('parser and schema both take %s', (_, data) => {
  expect([accepts(data), validateScenario(data).ok]).toEqual([true, true]);
});

test.each<readonly [what: string, data: object]>([
  ['an unknown key', { ...HEAD, script: [], nope: 1 }],
  ['an unknown lane', { ...HEAD, script: [], lanes: ['naive'] }],
  ['an unknown option', { ...HEAD, script: [], lanes: [{ lane: 'naive-sse', options: { replay: 'full' } }] }],
  ['ten million tokens', { ...HEAD, script: [], agent: { tokens: 10_000_000 } }],
  ['a negative time', { ...HEAD, script: [{ atMs: -1, on: 'laptop', do: 'open' }] }],
  ['no moment', { ...HEAD, script: [{ on: 'laptop', do: 'open' }] }],
  ['two moments', { ...HEAD, script: [{ atMs: 1, after: { token: 1 }, on: 'laptop', do: 'open' }] }],
  ['an unknown event', { ...HEAD, script: [{ after: { event: 'lunch' }, on: 'laptop', do: 'open' }] }],
  ['an unknown verb', { ...HEAD, script: [{ atMs: 1, on: 'laptop', do: 'dorp' }] }],
  [
    'thirteen surfaces',
    { ...HEAD, script: [], surfaces: Object.fromEntries(Array.from({ length: 13 }, (_v, at) => [`s${at}`, {}])) },
  ],
])('parser and schema both refuse %s', (_, data) => {
  expect([accepts(data), validateScenario(data).ok]).toEqual([false, false]);
});
