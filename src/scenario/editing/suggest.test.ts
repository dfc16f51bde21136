import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { scenarioJsonSchema } from '../json-schema.ts';
import { inlineRefs } from './inline-refs.ts';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggest.ts';

const sources = {
  schema: inlineRefs(scenarioJsonSchema()),
  answers: ['dosage', 'itinerary'],
  defaultLanes: ['naive-sse', 'durable-session'],
  report: null,
};

/** The bar is the cursor. */
function optionsAt(marked: string, more: Partial<typeof sources> = {}): readonly Suggestion[] {
  const offset = marked.indexOf('|');
  return suggest(marked.replace('|', ''), offset, { ...sources, ...more })?.options ?? [];
}
const labels = (marked: string) => optionsAt(marked).map(({ label }) => label);

/** The text once the option `label` is taken; the bar is where the cursor goes. */
function taken(marked: string, label: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = suggest(text, offset, sources);
  const option = found?.options.find((option) => option.label === label);
  if (found === null || option === undefined) return expect.fail(`${label} is not offered`);
  const caret = option.caret ?? option.insert.length;
  return `${text.slice(0, found.from)}${option.insert.slice(0, caret)}|${option.insert.slice(caret)}${text.slice(found.to)}`;
}

test('a field is offered where it can stand, and not twice; what must be there comes first', () => {
  expect(labels('version: 1\n|').slice(0, 3)).toEqual(['id', 'title', 'script']);
  expect(labels('version: 1\n|\nid: x\n')).not.toContain('id');
  expect(labels('agent: { tokens: 3, | }')).toEqual([
    'answer',
    'firstTokenMs',
    'tokenIntervalMs',
    'stopLagMs',
    'parts',
  ]);
});

test('an entry of the script is offered the fields of its verb', () => {
  expect(labels('script:\n  - { atMs: 0, on: laptop, do: drop, | }')).toEqual(['how', 'forMs']);
  expect(labels('script:\n  - atMs: 0\n    do: latency\n    |')).toEqual(['on', 'latencyMs']);
  expect(labels('script:\n  - { | }').slice(0, 2)).toEqual(['on', 'do']);
});

test('verbs, events, kinds and answers are offered by their words', () => {
  expect(labels('script:\n  - { do: | }')).toContain('duration-cap');
  expect(labels('script:\n  - { after: { event: run.| } }')).toContain('run.ended');
  expect(labels('surfaces: { laptop: { kind: | }, phone: { kind: device } }')).toEqual(['tab', 'device']);
  expect(labels('agent: { answer: | }')).toContain('itinerary');
  expect(labels('lanes: [naive-sse, |]')).toContain('durable-session');
});

test('a lane is offered its own options, each with its meaning and default', () => {
  const options = optionsAt('lanes:\n  - lane: naive-sse\n    options:\n      |\n  - durable-session\n');
  expect(options.map(({ label }) => label)).toContain('signalForwarded');
  expect(options.map(({ label }) => label)).not.toContain('rollupMs');
  expect(options.find(({ label }) => label === 'eventSourceRetryMs')).toMatchObject({
    detail: 'whole number, 0 to 604800000',
    note: expect.stringMatching(/how long the browser waits.* By default 3000\.$/) as string,
  });
});

test('a flag is offered the places where its verb can happen, by the names of the text', () => {
  const script = (on: string) => `surfaces: { desk: {}, phone: {} }\nagents: { critic: {} }\nscript:\n  - { ${on} }\n`;
  expect(labels(script('do: drop, on: |'))).toEqual(['desk', 'phone']);
  expect(labels(script('do: crash, on: |'))).toEqual(['agent', 'critic']);
  expect(labels(script('on: |'))).toEqual(['desk', 'phone', 'agent', 'critic', 'session', 'proxy', 'network']);
});

test('under expect stand the lanes of the text, then its surfaces, then what can be claimed', () => {
  const head = 'lanes: [{ lane: naive-sse, as: plain }, durable-session]\nsurfaces: { desk: {} }\n';
  expect(labels(`${head}expect:\n  |`)).toEqual(['plain', 'durable-session']);
  expect(labels(`${head}expect:\n  plain:\n    |`)).toEqual(['desk', 'agent', 'bill', 'guarantees']);
  expect(labels(`${head}expect:\n  plain:\n    desk: { missing: 0, | }`)).toContain('duplicated');
  expect(labels(`${head}expect:\n  plain:\n    desk: { missing: | }`)).toContain("'>0'");
});

test('a claim is offered what the run came to, first', () => {
  const { report } = runNamed('wifi-blip');
  const text = 'expect:\n  naive-sse:\n    laptop: { missing: | }';
  const [first] = suggest(text.replace('|', ''), text.indexOf('|'), { ...sources, report })?.options ?? [];
  expect(first).toMatchObject({
    label: String(report.lanes['naive-sse']?.surfaces['laptop']?.missing),
    detail: 'as in this run',
  });
});

test('what is taken stands as a person would have written it', () => {
  expect(taken('version: 1\nti|', 'title')).toBe('version: 1\ntitle: |');
  expect(taken('agent: |\nscript: []', 'tokens')).toBe('agent: { tokens: | }\nscript: []');
  expect(taken('agent:\n  |\nscript: []', 'tokens')).toBe('agent:\n  tokens: |\nscript: []');
  expect(taken('script:\n  - |\n', 'on')).toBe('script:\n  - { on: | }\n');
  expect(taken('age|nt: { tokens: 3 }', 'agents')).toBe('agents|: { tokens: 3 }');
  expect(taken("expect: { naive-sse: { laptop: { missing: '|' } } }", "'>0'")).toBe(
    "expect: { naive-sse: { laptop: { missing: '>0'| } } }",
  );
});

test('nothing is offered in comments, or beside the keys of a block', () => {
  expect(labels('# a |\nversion: 1')).toEqual([]);
  expect(labels('version: 1\nscript:\n  - { do: open }\n  |\n')).toEqual([]);
});

test('a text that breaks off anywhere is offered something or nothing, and never fails', () => {
  const text =
    'version: 1\nlanes: [naive-sse, { lane: durable-session }]\nscript:\n  - { atMs: 0, "on": laptop }\n- x: [\n';
  for (let end = 0; end <= text.length; end += 1) expect(() => suggest(text.slice(0, end), end, sources)).not.toThrow();
});
