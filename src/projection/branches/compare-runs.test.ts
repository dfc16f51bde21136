import { describe, expect, test } from 'vitest';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { simulate } from '../../sim/simulate.ts';
import { runNamed, scenarioNamed } from '../../testing/home-run.ts';
import { branchOutcome, changedOutcome } from './branch-outcome.ts';
import { compareRuns } from './compare-runs.ts';
import type { ComparedLane } from './compare-runs.ts';
import { laneMeasures } from './lane-measures.ts';

const home = scenarioNamed('wifi-blip');
const run = runNamed('wifi-blip');
const without = (verb: string): CompiledScenario => ({
  ...home,
  script: home.script.filter((entry) => entry.do !== verb),
});

const rowOf = (lane: ComparedLane | undefined, key: string) => lane?.rows.find((row) => row.key === key);

describe('two branches', () => {
  const lanes = compareRuns(run, simulate(without('drop')));
  const [pipe, session] = ['naive-sse', 'durable-session'].map((lane) => lanes.find(({ name }) => name === lane));
  const missing = run.report.lanes['naive-sse']?.surfaces['laptop']?.missing ?? 0;

  test('are compared number by number, with units, and less lost is better', () => {
    expect(missing).toBeGreaterThan(0);
    expect(rowOf(pipe, 'laptop missing')).toEqual({
      key: 'laptop missing',
      label: 'words lost',
      surface: 'Laptop',
      unit: '',
      before: String(missing),
      after: '0',
      change: `−${missing}`,
      isSame: false,
      isAbsent: null,
      tone: 'good',
    });
  });

  test('say which guarantees are broken', () => {
    expect(rowOf(pipe, 'broken')?.before).toMatch(/^\d+ \(G\d+( G\d+)*\)$/);
    expect(rowOf(session, 'broken')).toMatchObject({ before: '0', after: '0', isSame: true, tone: 'quiet' });
  });

  test('have no change where one of the two has no number', () => {
    const row = rowOf(session, 'laptop recovered');
    expect(row?.before).toMatch(/^\d+$/);
    expect(row).toMatchObject({ after: '–', change: null, isSame: false, tone: 'quiet' });
  });

  test('that take a screen from never being whole again to a time are better for it', () => {
    const reloaded = simulate({ ...home, script: [...home.script, { atMs: 5200, on: 'laptop', do: 'refresh' }] });
    const buffered = compareRuns(run, reloaded).find(({ name }) => name === 'resumable-sse');
    expect(rowOf(buffered, 'laptop recovered')).toMatchObject({ before: 'never', change: null, tone: 'good' });
    expect(rowOf(buffered, 'laptop recovered')?.after).toMatch(/^[\d,]+$/);
  });

  test('compared the other way round change by the opposite', () => {
    const [back] = compareRuns(simulate(without('drop')), run);
    expect(rowOf(back, 'laptop missing')).toMatchObject({ change: `+${missing}`, tone: 'harm' });
  });
});

test('a run compared with itself differs in nothing', () => {
  for (const { rows, isOnlyIn } of compareRuns(run, run)) {
    expect(isOnlyIn).toBeNull();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ isSame, change }) => !isSame || change !== null)).toEqual([]);
  }
});

test('a lane or a surface that only one of the two has is said to be missing', () => {
  const [first] = home.lanes;
  const alone = simulate({ ...home, lanes: first === undefined ? [] : [first] });
  expect(compareRuns(run, alone).map(({ name, isOnlyIn }) => [name, isOnlyIn])).toEqual([
    ['naive-sse', null],
    ['resumable-sse', 'before'],
    ['durable-session', 'before'],
  ]);
  const oneSurface = simulate({
    ...without('open'),
    surfaces: home.surfaces.slice(0, 1),
    script: home.script.filter(({ on }) => on === 'laptop'),
  });
  expect(rowOf(compareRuns(run, oneSurface)[0], 'phone missing')).toMatchObject({
    after: 'not there',
    isAbsent: 'after',
    change: null,
  });
});

test('every number of a lane has a unit, or counts what its label names', () => {
  const shapes = laneMeasures(run)[0]?.measures.map(({ key, text, unit }) =>
    `${key}: ${text.replaceAll(/\d+/g, 'n')} ${unit}`.trim(),
  );
  expect(shapes).toEqual([
    'laptop status: connection lost',
    'laptop missing: n',
    'laptop duplicated: n',
    'laptop disorder: n',
    'laptop late: n',
    'laptop recovered: never ms',
    'phone status: says complete',
    'phone missing: n',
    'phone duplicated: n',
    'phone disorder: n',
    'phone late: n',
    'phone recovered: – ms',
    'broken: n (Gn Gn Gn)',
    'made: n',
    'unseen: n',
    'after-stop: n',
    'stop: – ms',
    'first-word: n ms',
    'lag: n ms',
    'delivered: n',
    'published: n',
    'bytes: n,n B',
    'money: n.n US$',
  ]);
});

test('what is kept of a run is one phrase a lane', () => {
  expect(branchOutcome(run).map(({ title, verdict }) => [title, verdict.tone])).toEqual([
    ['One pipe', 'harm'],
    ['Pipe with a buffer', 'harm'],
    ['Session', 'good'],
  ]);
});

test('an edit is remembered by the lanes that it changed', () => {
  const before = { outcome: branchOutcome(run) };
  const after = {
    outcome: branchOutcome(simulate({ ...home, script: home.script.filter(({ do: verb }) => verb !== 'drop') })),
  };
  expect(changedOutcome(after, before).map(({ name }) => name)).toEqual(['naive-sse', 'resumable-sse']);
  expect(changedOutcome(before, before)).toEqual([]);
  expect(changedOutcome(before, null)).toEqual(before.outcome);
});
