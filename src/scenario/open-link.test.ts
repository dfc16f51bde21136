import { expect, test } from 'vitest';
import { addSurface } from './add-surface.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { describeLaneOptions } from './describe-lane-options.ts';
import { describeLinkProblem } from './link-problem.ts';
import { loadScenario } from './load.ts';
import { makeShareLink } from './make-link.ts';
import { openShareLink } from './open-link.ts';
import { encodeShareLink } from './share-link.ts';

const ORIGINAL = load(`
version: 1
id: mine
title: Mine
agent: { answer: { text: one two three } }
lanes: [naive-sse, { lane: durable-session, as: durable }]
script: [{ atMs: 0, on: laptop, do: open }, { atMs: 1000, on: laptop, do: drop, how: reset, forMs: 500 }]
`);
const CONTEXT = { scenarios: [ORIGINAL], laneOptions: describeLaneOptions() };
const MOMENT = { model: 1, playheadMs: 1234, view: {} };

function load(text: string): CompiledScenario {
  const loaded = loadScenario(text, { answers: new Map() });
  return loaded.ok ? loaded.value : expect.fail('the scenario cannot be read');
}

function addressOf(shown: CompiledScenario): string {
  const encoded = encodeShareLink(makeShareLink(shown, CONTEXT, MOMENT));
  return encoded.ok ? encoded.value : expect.fail(encoded.error.reason);
}

async function open(hash: string) {
  const opened = await openShareLink(hash, CONTEXT, 1);
  return opened.ok ? opened.value?.scenario : opened.error.map(describeLinkProblem).join('\n');
}

test('a link of an unchanged scenario carries neither script nor options', async () => {
  expect(addressOf(ORIGINAL)).toMatch(/^#\/play\/mine\?c=\w{7}&v=1&seed=4711&at=1234$/);
  expect(await open(addressOf(ORIGINAL))).toEqual(ORIGINAL);
});

test('a link of a changed scenario names what changed, and opens as that scenario', async () => {
  const widened = addSurface(ORIGINAL, { name: 'phone', kind: 'device' });
  const changed: CompiledScenario = {
    ...widened,
    seed: 7,
    lanes: widened.lanes.map((lane) => ({
      ...lane,
      options: { ...lane.options, ...(lane.name === 'durable' ? { rollupMs: 0 } : { drained: true }) },
    })),
    script: [...widened.script, { after: { token: 2 }, on: 'phone', do: 'open' }],
  };
  expect(addressOf(changed)).toContain('&add=phone:device&set=naive-sse.drained:true,durable.rollupMs:0&script=');
  expect(await open(addressOf(changed))).toEqual(changed);
});

test('the order of an entry’s keys makes no difference', () => {
  const turned: CompiledScenario = {
    ...ORIGINAL,
    script: [
      { do: 'open', on: 'laptop', atMs: 0 },
      { forMs: 500, how: 'reset', do: 'drop', on: 'laptop', atMs: 1000 },
    ],
  };
  expect(addressOf(turned)).toBe(addressOf(ORIGINAL));
});

test.each([
  ['that is not in the app', { ...ORIGINAL, id: 'theirs' }],
  ['that a link has no words for', { ...ORIGINAL, agent: { ...ORIGINAL.agent, tokenIntervalMs: 77 } }],
])('a scenario %s travels whole', async (_, shown) => {
  const address = addressOf(shown);
  expect(address).toMatch(/^#\/play\/_\?c=\w{7}&v=1&z=/);
  expect(await open(address)).toEqual(shown);
});

test('a scenario that travelled and cannot be taken is refused with its places', async () => {
  const source = 'version: 1\nid: a\ntitle: a\nscript:\n  - { atMs: -1, on: laptop, do: open }';
  const encoded = encodeShareLink({ ...makeShareLink({ ...ORIGINAL, id: 'x' }, CONTEXT, MOMENT), source });
  expect(await open(encoded.ok ? encoded.value : '')).toContain(
    'Unable to open the link; in "script[0].atMs (line 5, column 13)", it is -1, less than the least value 0.',
  );
});

test('an address without a link opens nothing', async () => {
  expect(await open('')).toBeUndefined();
});
