import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';
import { describeProblem } from './scenario-problem.ts';

const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';

/** What an author would read for `text`, one line a problem. */
function complaints(text: string): readonly string[] {
  const parsed = parseScenario(text);
  return parsed.ok ? [] : parsed.error.map((problem) => describeProblem(problem, 'f'));
}

test('a scenario of four lines is filled with defaults', () => {
  expect(parseScenario(`${HEAD}script: []`)).toMatchObject({
    ok: true,
    value: {
      seed: 4711,
      horizonMs: 20_000,
      lanes: [
        { lane: 'naive-sse', options: { drained: false } },
        { lane: 'resumable-sse' },
        { lane: 'durable-session' },
      ],
      agent: { answer: 'dosage', firstTokenMs: 200 },
      network: { latencyMs: 20, jitterMs: 0 },
      surfaces: { laptop: { kind: 'tab' } },
    },
  });
});

test('JSON is read like YAML, tabs for indentation included', () => {
  const json = JSON.stringify(
    { version: 1, id: 'mine', title: 'Mine\u{1F600}\t', script: [{ atMs: 0, on: 'laptop', do: 'open' }] },
    null,
    '\t',
  );
  expect(parseScenario(json)).toMatchObject({ ok: true, value: { id: 'mine', title: 'Mine\u{1F600}\t' } });
});

test.each<readonly [what: string, text: string, complaint: string]>([
  [
    'a missing field',
    'version: 1\nid: a\nscript: []',
    'f:1:1: unable to read title; it is missing. Add title: a text.',
  ],
  [
    'another version',
    'version: 2\nid: a\ntitle: a\nscript: []',
    'f:1:10: unable to read version; 2 must be 1, the only one there is',
  ],
  [
    'an id with spaces',
    'version: 1\nid: a b\ntitle: a\nscript: []',
    'f:2:5: unable to read id; "a b" must be kebab-case',
  ],
  [
    'a wrong type',
    `${HEAD}seed: "7"\nscript: []`,
    'f:4:7: unable to read seed; it must be a number, and here stands "7". Remove the quotes.',
  ],
  [
    'a fraction',
    `${HEAD}horizonMs: 1.5\nscript: []`,
    'f:4:12: unable to read horizonMs; it must be a whole number, and here stands 1.5',
  ],
  [
    'nothing where a list belongs',
    `${HEAD}script:`,
    'unable to read script; it must be a list, and here stands nothing',
  ],
  ['an unknown key', `${HEAD}horizen: 5\nscript: []`, 'f:4:1: unable to read horizen; "horizen" is not a field here'],
  ['a near miss', `${HEAD}horizonMS: 5\nscript: []`, 'Did you mean "horizonMs"?'],
  [
    'ten million tokens',
    `${HEAD}agent: { tokens: 10000000 }\nscript: []`,
    'f:4:18: unable to read agent.tokens; it is 10000000, more than the limit of 5000 (tokens). Ask for fewer',
  ],
  [
    'an unknown lane',
    `${HEAD}lanes: [naive-sse, durable]\nscript: []`,
    'f:4:20: unable to read lanes[1].lane; "durable" is not a lane. Lanes: naive-sse',
  ],
  [
    'the same lane twice',
    `${HEAD}lanes: [naive-sse, naive-sse]\nscript: []`,
    'f:4:20: unable to read lanes[1]; lanes[0] is named "naive-sse" already',
  ],
  [
    'the same name twice',
    `${HEAD}lanes: [{ lane: naive-sse, as: x }, { lane: durable-session, as: x }]\nscript: []`,
    'lanes[0] is named "x" already',
  ],
  [
    'a text where a list belongs',
    `${HEAD}lanes: naive-sse\nscript: []`,
    'f:4:8: unable to read lanes; it must be a list, and here stands "naive-sse". Write one',
  ],
  ['no lanes', `${HEAD}lanes: []\nscript: []`, 'f:4:8: unable to read lanes; it is empty, and at least 1 is needed'],
  [
    'a number beyond all',
    `${HEAD}seed: 99999999999999999999\nscript: []`,
    'it is 100000000000000000000, more than the limit of 4294967295',
  ],
  [
    'a truth value in quotes',
    `${HEAD}lanes: [{ lane: naive-sse, options: { drained: "true" } }]\nscript: []`,
    'it must be true or false, and here stands "true". Remove the quotes.',
  ],
  ['five lanes', `${HEAD}lanes: [a, a, a, a, a]\nscript: []`, 'it has 5 entries, more than the limit of 4 (lanes)'],
  [
    'an unknown option',
    `${HEAD}lanes: [{ lane: naive-sse, options: { draned: true } }]\nscript: []`,
    'f:4:39: unable to read lanes[0].options.draned; "draned" is not a field here. Did you mean "drained"?',
  ],
  [
    'an option of another lane',
    `${HEAD}lanes: [{ lane: naive-sse, options: { replay: full } }]\nscript: []`,
    '"replay" is not a field here',
  ],
  [
    'thirteen surfaces',
    `${HEAD}script: []\nsurfaces: { ${Array.from({ length: 13 }, (_, at) => `s${at}: {}`).join(', ')} }`,
    'it has 13 surfaces, more than the limit of 12 (surfaces)',
  ],
  [
    'a surface with capitals',
    `${HEAD}script: []\nsurfaces: { Laptop: {} }`,
    'f:5:13: unable to read surfaces.Laptop; "Laptop" must be kebab-case',
  ],
  [
    'a surface named like a part of the world',
    `${HEAD}script: []\nsurfaces: { agent: {} }`,
    'f:5:13: unable to read surfaces.agent; "agent" is the name of another part',
  ],
  ['an entry that is a number', `${HEAD}script: [5]`, 'f:4:10: unable to read script[0]; it must be a set of fields'],
  [
    'a missing verb',
    `${HEAD}script:\n  - { atMs: 0, on: laptop }`,
    'f:5:5: unable to read script[0].do; the verb is missing. Verbs: open,',
  ],
  [
    'an unknown verb',
    `${HEAD}script:\n  - { atMs: 0, on: laptop, do: dorp }`,
    'f:5:32: unable to read script[0].do; "dorp" is not a verb. Did you mean "drop"?',
  ],
  [
    'an unknown form of drop',
    `${HEAD}script: [{ atMs: 0, on: laptop, do: drop, how: rset }]`,
    '"rset" is not one of the allowed values. Did you mean "reset"?',
  ],
  [
    'a surface that does not exist',
    `${HEAD}script:\n  - { atMs: 0, on: laptpo, do: open }`,
    'f:5:20: unable to read script[0].on; there is no surface "laptpo". Did you mean "laptop"?',
  ],
  [
    'an actor without such a verb',
    `${HEAD}script: [{ atMs: 0, on: agent, do: stop }]`,
    '"stop" happens on a surface, not on "agent". Surfaces: laptop.',
  ],
  [
    'a negative time',
    `${HEAD}script:\n  - { atMs: -1, on: laptop, do: open }`,
    'f:5:13: unable to read script[0].atMs; it is -1, less than the least value 0',
  ],
  [
    'a time beyond the horizon',
    `${HEAD}script: [{ atMs: 20001, on: laptop, do: open }]`,
    '20001 is beyond the horizon of 20000 ms, where the run ends. Move it to 20000 or earlier, or raise horizonMs',
  ],
  [
    'a time that is no time',
    `${HEAD}script: [{ atMs: .nan, on: laptop, do: open }]`,
    'it must be a number, and here stands NaN',
  ],
  [
    'an entry without a moment',
    `${HEAD}script:\n  - { on: laptop, do: open }`,
    'f:5:5: unable to read script[0]; it does not say when. Add atMs: 1000',
  ],
  [
    'an entry with two moments',
    `${HEAD}script:\n  - { atMs: 1, after: { token: 1 }, on: laptop, do: open }`,
    'f:5:16: unable to read script[0].after; it says when twice',
  ],
  [
    'an unknown moment',
    `${HEAD}script: [{ after: { tokn: 1 }, on: laptop, do: open }]`,
    '"tokn" is not a field here. Did you mean "token"?',
  ],
  [
    'an unknown event',
    `${HEAD}script: [{ after: { event: run.strated }, on: laptop, do: open }]`,
    'Did you mean "run.started"?',
  ],
  [
    'claims on a lane that is not there',
    `${HEAD}script: []\nexpect:\n  naive: {}`,
    'f:6:3: unable to read expect.naive; there is no lane "naive" in this scenario',
  ],
  [
    'claims on a surface that is not there',
    `${HEAD}script: []\nexpect:\n  naive-sse:\n    lptop: { missing: 0 }`,
    'f:7:5: unable to read expect.naive-sse.lptop; there is no surface "lptop". Did you mean "laptop"?',
  ],
  [
    'an unknown claim',
    `${HEAD}script: []\nexpect: { naive-sse: { laptop: { mising: 0 } } }`,
    'Did you mean "missing"?',
  ],
  [
    'a claim that compares nothing',
    `${HEAD}script: []\nexpect: { naive-sse: { laptop: { missing: "> x" } } }`,
    'must be a number, or a comparison',
  ],
])('%s is refused, with the place', (_, text, complaint) => {
  expect(complaints(text).join('\n')).toContain(complaint);
});

test('a file of another system is read: byte order mark and carriage returns', () => {
  const text = `\uFEFF${HEAD}script:\n  - { atMs: 0, on: laptop, do: dorp }\n`.replaceAll('\n', '\r\n');
  expect(complaints(text)).toEqual([
    expect.stringContaining('f:5:32: unable to read script[0].do; "dorp" is not a verb'),
  ]);
  expect(parseScenario(text.replace('dorp', 'open'))).toMatchObject({ ok: true, value: { title: 'Mine' } });
});

test('a field has one problem at a time', () => {
  expect(complaints(`${HEAD}lanes: naive-sse\nscript: []`)).toHaveLength(1);
  expect(complaints(`${HEAD}seed: 99999999999999999999\nscript: []`)).toHaveLength(1);
});

test('every problem of a file is named, in the order of the text', () => {
  const text = `version: 1\nid: B\ntitle: 5\nscript:\n  - { atMs: -1, on: laptop, do: dorp }\n  - { atMs: -1, on: laptop, do: open, bla: 1 }`;
  expect(complaints(text).map((line) => line.split(': ')[0])).toEqual(['f:2:5', 'f:3:8', 'f:5:33', 'f:6:13', 'f:6:39']);
});
