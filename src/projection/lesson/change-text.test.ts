import { expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { changeText, openEntries, verbsOf } from './change-text.ts';

const scenario = buildScenario({
  lanes: ['naive-sse', { lane: 'durable-session', as: 'without-a-limit' }],
  surfaces: { laptop: { kind: 'tab' } },
  script: [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 200, on: 'laptop', do: 'send', text: 'Go.' },
    { atMs: 900, on: 'laptop', do: 'stop' },
  ],
});

test('a change is said by what was done, where, and to whom', () => {
  expect(changeText({ kind: 'added', verb: 'idle-timeout', on: 'proxy' }, scenario)).toBe(
    'idle timeout on the proxy was added',
  );
  expect(changeText({ kind: 'option', lane: 'without-a-limit', option: 'rollupMs' }, scenario)).toBe(
    'rollupMs of Without a limit was changed',
  );
  expect(changeText({ kind: 'world', field: 'seed' }, scenario)).toBe('the seed was changed');
});

test('of the script only what the challenge opens is offered', () => {
  const may = { add: [], change: ['stop'], remove: ['send'], options: {} };
  expect(openEntries(scenario, may)).toEqual([
    { index: 1, name: 'send', on: 'the laptop', canChange: false, canRemove: true },
    { index: 2, name: 'stop', on: 'the laptop', canChange: true, canRemove: false },
  ]);
});

test('verbs to add stand in the order of the palette', () => {
  expect(verbsOf(['refresh', 'open']).map(({ verb }) => verb)).toEqual(['open', 'refresh']);
});
