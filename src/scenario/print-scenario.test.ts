import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listScenarioFiles, readAnswers } from '../cli/scenario-files.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { anyWorld } from '../testing/worlds/arbitrary-world.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { loadScenario } from './load.ts';
import { printScenario } from './print-scenario.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const read = readAnswers(FOLDER);
const answers = read.ok ? read.value : expect.fail(read.error.file);

const again = (scenario: CompiledScenario) => loadScenario(printScenario(scenario, answers), { answers });

/** Words of the format, signs that YAML takes for its own, and whatever else a person may type. */
const anyText = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '12',
    '- a',
    'a: b',
    '{a, b]',
    "it's",
    '"x"',
    '# no',
    '>0',
    '&a *b',
    '%',
    '@',
    '|',
    '',
  ),
  fc.string({ maxLength: 80, unit: 'grapheme' }),
  fc.string({ maxLength: 20, unit: 'binary' }),
);

const world = fc.record({
  parts: anyWorld,
  title: anyText.filter((text) => text.length > 0 && text.length <= 120),
  summary: anyText,
  said: anyText,
  prices: fc.record(
    { perMillionTokens: fc.double({ min: 0, max: 100, noNaN: true }), perGigabyte: fc.nat(100) },
    { requiredKeys: [] },
  ),
  proxy: fc.record({ idleTimeoutMs: fc.integer({ min: 1, max: 300_000 }) }, { requiredKeys: [] }),
  claim: fc.constantFrom('>0', '<=25', 0, 12, null, '!= 3'),
});

test('any scenario that is printed reads as itself', () => {
  fc.assert(
    fc.property(world, ({ parts, said, claim, ...rest }) => {
      const script = parts.script.map((entry) => (entry.do === 'send' ? { ...entry, text: said } : entry));
      const [first] = parts.lanes;
      const claims = { laptop: { missing: claim }, guarantees: { G1: true } };
      const compiled = buildScenario({ ...parts, ...rest, script, expect: { [first?.lane ?? '']: claims } });
      expect(again(compiled)).toEqual({ ok: true, value: compiled });
    }),
    { numRuns: 150 },
  );
});

test.each(['null', 'true', '12', '1e3', 'on', 'x-1'])('a surface and a lane may be called %s', (name) => {
  const compiled = buildScenario({
    surfaces: { [name]: { mayStop: false, network: { latencyMs: 7 } } },
    lanes: [{ lane: 'naive-sse', as: name }],
    script: [{ atMs: 0, on: name, do: 'open' }],
    expect: { [name]: { [name]: { missing: 0 } } },
  });
  expect(again(compiled)).toEqual({ ok: true, value: compiled });
});

/** What some files say although it goes without saying. */
const DEFAULTS =
  /firstTokenMs: 200|tokenIntervalMs: 50\b|^horizonMs: 20000$|^network: \{ latencyMs: 20 \}$|^lanes: \[naive-sse, resumable-sse, durable-session\]$/gm;

for (const file of listScenarioFiles(FOLDER)) {
  const text = readFileSync(file, 'utf8');
  const loaded = loadScenario(text, { answers });
  const scenario = loaded.ok ? loaded.value : expect.fail(file);
  const words = (yaml: string) =>
    yaml
      .replaceAll(/^ *#.*\n/gm, '')
      .replaceAll(DEFAULTS, '')
      // One file leaves the kind of its tabs away.
      .replaceAll(/(tab-\d): \{\}/g, '$1: { kind: tab }')
      .match(/[^\s{},]+/g)
      ?.toSorted();

  test(`${scenario.id} is printed as the very lines of its file, but for comments, braces and defaults`, () => {
    expect(again(scenario)).toEqual({ ok: true, value: scenario });
    expect(words(printScenario(scenario, answers))).toEqual(words(text));
  });
}

test('a file that the page writes looks like one that a person wrote', () => {
  const scenario = buildScenario({
    title: 'Two taps: one stop',
    agent: { answer: 'any', tokens: 12, firstTokenMs: 90 },
    surfaces: { laptop: {}, phone: { kind: 'device', network: { latencyMs: 90 } } },
    lanes: ['naive-sse', { lane: 'durable-session', as: 'leashed', options: { wakeUp: 'leashed', fencing: true } }],
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 100, on: 'laptop', do: 'send', text: 'Yes, or no?' },
      { after: { token: 5 }, on: 'laptop', do: 'drop', how: 'reset', forMs: 3000 },
    ],
    expect: { leashed: { laptop: { missing: '<3' } } },
  });
  expect(printScenario(scenario, new Map([['any', 'word']]))).toBe(`version: 1
id: built
title: 'Two taps: one stop'
agent: { answer: any, tokens: 12, firstTokenMs: 90 }
surfaces: { laptop: { kind: tab }, phone: { kind: device, network: { latencyMs: 90 } } }
lanes:
  - naive-sse
  - { lane: durable-session, as: leashed, options: { wakeUp: leashed } }
script:
  - { atMs: 0, on: laptop, do: open }
  - { atMs: 100, on: laptop, do: send, text: 'Yes, or no?' }
  - { after: { token: 5 }, on: laptop, do: drop, how: reset, forMs: 3000 }
expect:
  leashed: { laptop: { missing: '<3' } }
`);
});
