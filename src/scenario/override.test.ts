import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyOverride } from './override.ts';
import { validateScenario } from './validate.ts';

const DATA: unknown = parse(`
version: 1
id: mine
title: Mine
lanes: [naive-sse, { lane: durable-session, as: durable }]
surfaces: { laptop: {}, phone: { kind: device } }
agent: { parts: [{ afterToken: 2, tool: charge }, { afterToken: 4, approval: refund }] }
script:
  - { atMs: 0, on: laptop, do: open }
  - { atMs: 1000, on: laptop, do: drop, how: reset }
`);

function set(override: string, data: unknown = DATA): unknown {
  const changed = applyOverride(data, override);
  if (!changed.ok) return `${changed.error.reason}. ${changed.error.remedy}`;
  const scenario = validateScenario(changed.value);
  return scenario.ok ? scenario.value : scenario.error[0]?.reason;
}

test.each<readonly [override: string, expected: object]>([
  ['seed=9', { seed: 9 }],
  ['agent.tokens=80', { agent: { tokens: 80 } }],
  ['agent.answer.text=one two', { agent: { answer: { text: 'one two' } } }],
  ['agent.parts.0.forMs=5', { agent: { parts: [{ forMs: 5 }, {}] } }],
  ['agent.parts.1.effect=false', { agent: { parts: [{}, { approval: 'refund', effect: false }] } }],
  ['agents.helper.tokens=5', { agents: { helper: { tokens: 5, answer: 'dosage' } } }],
  ['server.processes=2', { server: { processes: 2 } }],
  ['browser.protocol=http1', { browser: { protocol: 'http1' } }],
  ['proxy.idleTimeoutMs=60000', { proxy: { idleTimeoutMs: 60_000, cut: 'reset' } }],
  ['prices.perMillionTokens=3', { prices: { perMillionTokens: 3, perGigabyte: 0 } }],
  ['surfaces.phone.mayStop=false', { surfaces: { phone: { mayStop: false } } }],
  ['network.latencyMs=50', { network: { latencyMs: 50 } }],
  ['surfaces.laptop.network.latencyMs=70', { surfaces: { laptop: { network: { latencyMs: 70 } } } }],
  ['surfaces.tablet.kind=device', { surfaces: { tablet: { kind: 'device' } } }],
  ['script.1.atMs=1500', { script: [{ atMs: 0 }, { atMs: 1500 }] }],
  ['script.1.how=silent', { script: [{ do: 'open' }, { how: 'silent' }] }],
  ['lanes.naive-sse.options.drained=true', { lanes: [{ options: { drained: true } }, {}] }],
  ['lanes.0.options.drained=true', { lanes: [{ options: { drained: true } }, {}] }],
  ['lanes.durable.options.rollupMs=0', { lanes: [{}, { options: { rollupMs: 0 } }] }],
  ['lanes=[resumable-sse]', { lanes: [{ lane: 'resumable-sse' }] }],
  ['expect.durable.phone.missing=>0', { expect: { durable: { phone: { missing: '>0' } } } }],
])('%s is set', (override, expected) => {
  expect(set(override)).toMatchObject(expected);
});

test('a list that the file leaves to its default can be changed in part', () => {
  const short = { version: 1, id: 'a', title: 'a', script: [] };
  expect(set('lanes.resumable-sse.options.replay=cursor', short)).toMatchObject({
    lanes: [
      { lane: 'naive-sse' },
      { lane: 'resumable-sse', options: { replay: 'cursor' } },
      { lane: 'durable-session' },
    ],
  });
});

test('the data that was given stays as it was', () => {
  const before = JSON.stringify(DATA);
  set('lanes.naive-sse.options.drained=true');
  expect(JSON.stringify(DATA)).toBe(before);
});

test.each([
  ['seed', 'it has no "path=value". For example: --set agent.tokens=80.'],
  ['=5', 'it has no "path=value"'],
  ['agent.tokns=5', '"tokns" is not a field there. Did you mean "tokens"?'],
  ['agent.parts.2.forMs=5', 'there is no "2". Entries go from 0 to 1.'],
  ['agent.parts.0.fourMs=5', '"fourMs" is not a field there. Did you mean "forMs"?'],
  ['agent.parts.1.forMs=5', '"forMs" is not a field there. Fields: afterToken, approval, effect.'],
  ['server.process=2', '"process" is not a field there. Did you mean "processes"?'],
  ['lanes.naive.options.drained=true', 'there is no "naive". Lanes: naive-sse, durable.'],
  ['lanes.naive-sse.options.replay=full', '"replay" is not a field there'],
  ['lanes.7.as=x', 'there is no "7"'],
  ['script.2.atMs=5', 'there is no "2". Entries go from 0 to 1.'],
  ['__proto__.polluted=1', '"__proto__" cannot be set'],
  ['surfaces.constructor.kind=tab', '"constructor" cannot be set'],
  ['agent.tokens=10000000', 'more than the limit of 5000 (tokens)'],
  ['script.0.atMs=-1', 'it is -1, less than the least value 0'],
  ['seed=many', 'it must be a number, and here stands "many"'],
  ['seed={', 'its value cannot be read as YAML'],
])('%s is refused', (override, reason) => {
  expect(set(override)).toContain(reason);
});

test('nothing is set on the prototype of objects', () => {
  set('__proto__.polluted=1');
  expect('polluted' in {}).toBe(false);
});
