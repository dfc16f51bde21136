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
import { rewriteText } from './rewrite-text.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const read = readAnswers(FOLDER);
const answers = read.ok ? read.value : expect.fail(read.error.file);

function compiled(text: string): CompiledScenario {
  const loaded = loadScenario(text, { answers });
  return loaded.ok ? loaded.value : expect.fail(JSON.stringify(loaded.error));
}

const TEXT = `# Why this is here.
version: 1
id: kept
title: Kept # as it was
agent: { tokens: 9, answer: dosage }
# Two of them.
surfaces:
  laptop: { kind: tab }
  phone: {   kind: device }

script:
  # First somebody opens it,
  - { atMs: 0, on: laptop, do: open }
  - atMs: 200
    on: laptop
    do: send # a question
    text: How much?
  # then the plug is pulled.
  - { atMs: 900, on: laptop, do: drop, how: reset }
`;

const kept = compiled(TEXT);
const rewritten = (change: Partial<CompiledScenario>) => rewriteText(TEXT, { ...kept, ...change }, answers);

test('a text that says the scenario already is left alone, whatever it looks like', () => {
  expect(rewritten({})).toBe(TEXT);
});

test('a flag that was dragged changes its line, and the words beside it stay', () => {
  const script = kept.script.with(2, { atMs: 1100, on: 'laptop', do: 'drop', how: 'reset' });
  expect(rewritten({ script })).toBe(TEXT.replace('atMs: 900', 'atMs: 1100'));
});

test('an entry that was added stands after the last, one that was removed leaves its comment', () => {
  const added = { atMs: 1500, on: 'phone', do: 'open' } as const;
  expect(rewritten({ script: [...kept.script, added] })).toBe(`${TEXT}  - { atMs: 1500, on: phone, do: open }\n`);
  expect(rewritten({ script: kept.script.toSpliced(2, 1) })).toBe(
    TEXT.replace('  - { atMs: 900, on: laptop, do: drop, how: reset }\n', ''),
  );
});

test('a field that is new stands where files have it, one that has its default again goes', () => {
  const changed = rewritten({ seed: 7 });
  expect(changed).toBe(TEXT.replace('agent:', 'seed: 7\nagent:'));
  expect(rewriteText(changed, kept, answers)).toBe(TEXT);
});

test('whatever a text said before, it says the scenario after', () => {
  fc.assert(
    fc.property(anyWorld, anyWorld, fc.boolean(), (from, to, isWhole) => {
      const before = buildScenario(from);
      // Half of the time only the script is another one, as after an edit on the timeline.
      const after = buildScenario(
        isWhole
          ? to
          : { ...from, seed: to.seed, surfaces: to.surfaces, script: to.script, agents: to.agents, agent: to.agent },
      );
      const text = rewriteText(printScenario(before, answers), after, answers);
      expect(compiled(text)).toEqual(after);
    }),
    { numRuns: 100 },
  );
});

for (const file of listScenarioFiles(FOLDER)) {
  const text = readFileSync(file, 'utf8');
  const scenario = compiled(text);
  test(`an edit of ${scenario.id} and its undoing leave the file as it was`, () => {
    const last = scenario.script.length - 1;
    const edited = { ...scenario, script: scenario.script.toSpliced(last, 1), seed: scenario.seed + 1 };
    const changed = rewriteText(text, edited, answers);
    expect(compiled(changed)).toEqual(edited);
    const comments = (yaml: string) => yaml.match(/^ *#.*$/gm) ?? [];
    expect(comments(changed)).toEqual(comments(text));
    expect(compiled(rewriteText(changed, scenario, answers))).toEqual(scenario);
  });
}
