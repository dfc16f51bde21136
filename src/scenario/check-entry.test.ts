import { expect, test } from 'vitest';
import { buildScenario } from '../testing/build-scenario.ts';
import { checkEntry } from './check-entry.ts';

const scenario = buildScenario({
  horizonMs: 5_000,
  agent: { answer: { text: 'one two three' } },
  script: [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 900, on: 'laptop', do: 'drop', how: 'reset', forMs: 400 },
  ],
});
const drop = scenario.script[1];

const refused = (entry: unknown) => {
  const checked = checkEntry(scenario, 1, entry);
  return checked.ok ? [] : checked.error;
};

test('an entry that fits comes back as the simulator takes it, with its defaults', () => {
  expect(checkEntry(scenario, 1, { ...drop, how: 'silent' })).toEqual({ ok: true, value: { ...drop, how: 'silent' } });
  const cap = { atMs: 100, on: 'proxy', do: 'duration-cap' };
  expect(checkEntry(scenario, 1, cap)).toEqual({ ok: true, value: { ...cap, afterMs: 300_000, cut: 'reset' } });
});

test('what the parser refuses is said in its sentence, with the field and the way out', () => {
  expect(refused({ ...drop, forMs: -3 })).toEqual([expect.stringMatching(/^unable to set forMs; .*-3.*\. ./)]);
  expect(refused({ ...drop, on: 'fridge' })).toEqual([
    expect.stringMatching(/^unable to set on; there is no surface "fridge"/),
  ]);
  expect(refused({ ...drop, atMs: 9_000 })).toEqual([expect.stringMatching(/^unable to set atMs; 9000 is beyond/)]);
});

test('a word that is never made cannot be waited for', () => {
  expect(refused({ after: { token: 40 }, on: 'laptop', do: 'stop' })).toEqual([
    expect.stringMatching(/^unable to set after\.token; .*3 words/),
  ]);
});
