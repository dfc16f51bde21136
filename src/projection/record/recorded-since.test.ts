import { expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { recordedSince } from './recorded-since.ts';

const origin = buildScenario({
  lanes: ['naive-sse', { lane: 'durable-session', as: 'mine' }],
  script: [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 100, on: 'laptop', do: 'send', text: 'Hello' },
    { atMs: 900, on: 'laptop', do: 'drop', how: 'reset', forMs: 3000 },
  ],
});

test('nothing is recorded of a scenario as it was opened', () => {
  const { entries, changes } = recordedSince(origin, origin);
  expect(entries.map(({ when, who, what }) => `${when} ${who} ${what}`)).toEqual([
    '0.000 s Laptop open',
    '0.100 s Laptop send, “Hello”',
    '0.900 s Laptop drop (reset), 3 s',
  ]);
  expect(entries.filter(({ isYours }) => isYours)).toEqual([]);
  expect(changes).toEqual([]);
});

test('what was added or moved is theirs, and stands where it happens', () => {
  const [open, send, drop] = origin.script;
  if (open === undefined || send === undefined || drop === undefined) throw new Error('the script has three entries');
  // A move puts the time last among the fields, which makes no other entry of it.
  const moved = { on: drop.on, do: 'drop', how: 'reset', forMs: 3000, atMs: 1200 } as const;
  const script = [open, send, moved, { atMs: 50, on: 'laptop', do: 'refresh' } as const];
  const { entries, changes } = recordedSince(origin, { ...origin, script });
  expect(entries.map(({ index, isYours }) => [index, isYours])).toEqual([
    [0, false],
    [3, true],
    [1, false],
    [2, true],
  ]);
  expect(changes).toEqual(['no longer: 0.900 s Laptop drop (reset), 3 s']);
});

test('an entry that only has its fields in another order is the same entry', () => {
  const script = origin.script.map((entry) => Object.fromEntries(Object.entries(entry).toReversed()) as typeof entry);
  expect(recordedSince(origin, { ...origin, script }).entries.some(({ isYours }) => isYours)).toBe(false);
});

test('seed, surfaces and options are told with what they were', () => {
  const [first, second] = origin.lanes;
  const [laptop] = origin.surfaces;
  if (first === undefined || second === undefined || laptop === undefined)
    throw new Error('the scenario has two lanes');
  const scenario = {
    ...origin,
    seed: 7,
    surfaces: [laptop, { ...laptop, name: 'phone' }],
    lanes: [first, { ...second, options: { ...second.options, fencing: false } }],
  };
  expect(recordedSince(origin, scenario).changes).toEqual([
    'seed 4711 → 7',
    'the phone is new',
    'Mine: fencing on → off',
  ]);
});
