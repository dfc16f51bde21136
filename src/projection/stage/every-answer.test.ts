/** The stage against the oracle: whatever happened, and however many agents and prompts there were. */

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileScenarioFolder } from '../../cli/scenario-files.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { countAt, screenCurves } from '../timeline/staircase.ts';
import { createStageReader } from './stage-reader.ts';

const files = compileScenarioFolder(fileURLToPath(new URL('../../../scenarios', import.meta.url)));
const runs = (files.ok ? files.value : []).map(({ compiled }) => ({ id: compiled.id, run: simulate(compiled) }));

describe.each(runs)('$id', ({ run }) => {
  const { horizonMs } = run.scenario;
  const lanes = createStageReader(run).at(horizonMs);

  test('shows and misses on every surface what the report counts', () => {
    expect(lanes).toHaveLength(run.scenario.lanes.length);
    for (const { head, surfaces } of lanes) {
      const counts = Object.fromEntries(
        surfaces.map(({ name, shown, missing, status }) => [name, { shown, missing, status }]),
      );
      const reports = Object.entries(run.report.lanes[head.name]?.surfaces ?? {});
      expect([head.name, counts]).toEqual([
        head.name,
        Object.fromEntries(reports.map(([name, { shown, missing, status }]) => [name, { shown, missing, status }])),
      ]);
    }
  });

  const hasOneTurn = (lane: string) =>
    run.lanes.every(
      ({ name, events }) => name !== lane || !events.some((fact) => fact.type === 'run.started' && fact.turn > 1),
    );

  test('counts what the agents made and nobody saw as the report does', () => {
    for (const { head, agents } of lanes) {
      if (!hasOneTurn(head.name)) continue;
      const report = run.report.lanes[head.name]?.agent;
      const sum = (key: 'made' | 'unseen') => agents.reduce((total, agent) => total + agent[key], 0);
      expect([head.name, sum('made'), sum('unseen')]).toEqual([head.name, report?.generated, report?.unseen]);
    }
  });

  test('draws the words of a screen once each, however many runs wrote them', () => {
    for (const trace of run.lanes) {
      if (!hasOneTurn(trace.name)) continue;
      for (const [name, { shown, duplicated }] of Object.entries(run.report.lanes[trace.name]?.surfaces ?? {})) {
        const curves = screenCurves(trace, name);
        expect([trace.name, name, countAt(curves.distinct, horizonMs)]).toEqual([trace.name, name, shown]);
        expect([trace.name, name, countAt(curves.shown, horizonMs)]).toEqual([trace.name, name, shown + duplicated]);
      }
    }
  });
});

test('has every scenario there is', () => {
  expect(runs.map(({ id }) => id)).toEqual(expect.arrayContaining(['two-experts', 'the-slow-reader', 'two-thumbs']));
});

test('two agents that answer one prompt stand side by side with their own words', () => {
  const two = runs.find(({ id }) => id === 'two-experts') ?? expect.fail('there is no such scenario');
  const [pipe] = createStageReader(two.run).at(3000);
  expect(pipe?.agents.map(({ name }) => name)).toEqual(['agent', 'hotels']);
  expect(pipe?.surfaces[0]?.answers.map(({ agent, words }) => [agent, words.length])).toEqual([
    ['agent', 24],
    ['hotels', 30],
  ]);
});

test('a prompt that was posted again is one answer, and what both runs wrote stands there twice', () => {
  const left = runs.find(({ id }) => id === 'the-tab-you-left') ?? expect.fail('there is no such scenario');
  const [again] = createStageReader(left.run).at(left.run.scenario.horizonMs);
  expect(again?.agents).toMatchObject([{ made: 60, mood: 'done' }]);
  expect(again?.surfaces[0]).toMatchObject({ shown: 30, missing: 0, answers: [{ turn: 1 }] });
  expect(again?.surfaces[0]?.answers[0]?.segments).toEqual([
    { kind: 'doubled', from: 1, to: 13 },
    { kind: 'on-time', from: 14, to: 30 },
  ]);
});

test('after a second prompt a page shows what answers that, and one that heard nothing of it what it had', () => {
  const scenario = buildScenario({
    lanes: [{ lane: 'naive-sse' }],
    surfaces: { laptop: { kind: 'tab' }, phone: { kind: 'device' } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 100, on: 'laptop', do: 'send' },
      { atMs: 5000, on: 'phone', do: 'open' },
      { atMs: 5500, on: 'laptop', do: 'send' },
    ],
  });
  const run = simulate(scenario);
  const [lane] = createStageReader(run).at(scenario.horizonMs);
  const [laptop, phone] = ['laptop', 'phone'].map((name) => lane?.surfaces.find((surface) => surface.name === name));
  expect(laptop?.answers.map(({ turn }) => turn)).toEqual([2]);
  expect(phone?.answers.map(({ turn }) => turn)).toEqual([1]);
  expect(phone).toMatchObject({ shown: 0, note: 'Answer 2 is not here.', placeholder: null });
});
