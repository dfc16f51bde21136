import { expect, test } from 'vitest';
import { scriptEntrySchema } from '../../scenario/entry-schema.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { freshEntry, rowOf, targetsOf, VERB_LIST } from './verb-list.ts';

const MOMENT = ['atMs', 'after', 'on', 'do'];

test('the palette has every verb of the scenario format, and no other', () => {
  const verbs = scriptEntrySchema.options.map(({ shape }) => shape.do.value);
  expect(VERB_LIST.map(({ verb }) => verb).toSorted()).toEqual(verbs.toSorted());
});

test.each(VERB_LIST)('$verb offers the fields that the format has for it', ({ verb, fields, fresh }) => {
  const shape = scriptEntrySchema.options.find((option) => option.shape.do.value === verb)?.shape ?? {};
  expect([...fields].toSorted()).toEqual(
    Object.keys(shape)
      .filter((key) => !MOMENT.includes(key))
      .toSorted(),
  );
  expect(fields).toEqual(expect.arrayContaining(Object.keys(fresh)));
});

test.each(VERB_LIST)('a new $verb is taken by the parser wherever it can happen', ({ verb }) => {
  const world = {
    horizonMs: 4_000,
    agents: { hotels: { answer: 'any' } },
    surfaces: { laptop: {}, phone: { kind: 'device' } },
  };
  const targets = targetsOf(verb, buildScenario({ ...world, script: [] }));
  expect(targets.length).toBeGreaterThan(0);
  for (const on of targets) {
    const scenario = buildScenario({ ...world, script: [freshEntry(verb, on, 500, [])] });
    expect(simulate(scenario).scenario.script).toHaveLength(1);
  }
});

test('a frozen agent stands among the servers, a frozen page among people', () => {
  expect(rowOf({ do: 'sleep', on: 'agent' }, ['agent'])).toBe('servers');
  expect(rowOf({ do: 'sleep', on: 'laptop' }, ['agent'])).toBe('people');
});
