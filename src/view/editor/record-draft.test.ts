import { expect, test } from 'vitest';
import { proposeClaims } from '../../scenario/propose-claims.ts';
import { createScenarioFormat } from '../../scenario/scenario-format.ts';
import { simulate } from '../../sim/simulate.ts';
import { runNamed } from '../../testing/home-run.ts';
import { idFrom, NO_DRAFT, recordedFile } from './record-draft.ts';

const format = createScenarioFormat({ answers: new Map(), texts: new Map() });
const { scenario, report } = runNamed('wifi-blip');
const proposed = proposeClaims({ ...scenario, expect: {} }, report);
const recording = { scenario, origin: scenario, proposed, taken: [scenario.id] };

test('a file is proposed under a name of its own, with the most telling claims of each lane', () => {
  const file = recordedFile(NO_DRAFT, recording, format);
  expect(file).toMatchObject({
    title: `${scenario.title}, changed`,
    id: 'wifi-blip-changed',
    summary: '',
    problems: [],
  });
  for (const { name } of scenario.lanes) {
    const ticked = file.claims.filter(({ lane, isTicked }) => lane === name && isTicked);
    expect(ticked.length).toBeGreaterThan(0);
    expect(ticked.length).toBeLessThanOrEqual(4);
  }
  expect(file.claims.every(({ isTicked }) => isTicked)).toBe(false);
});

test('what people type and tick goes into the file, and the file proves its claims', () => {
  const unticked = Object.fromEntries(proposed.map(({ lane, part, field }) => [`${lane}/${part}/${field}`, false]));
  const ticks = { ...unticked, 'naive-sse/laptop/missing': true };
  const file = recordedFile({ ...NO_DRAFT, title: 'Mine: now', summary: 'It breaks.', ticks }, recording, format);
  expect(file.text).toContain("title: 'Mine: now'\nsummary: It breaks.\n");
  expect(file.text).toMatch(/expect:\n {2}naive-sse: \{ laptop: \{ missing: '>0' \} \}\n$/);
  expect(file.id).toBe('mine-now');
  const opened = file.scenario ?? expect.fail('the file reads');
  expect(format.check(opened, simulate(opened).report)).toEqual([expect.objectContaining({ holds: true })]);
});

test('a name that cannot be is said where it is typed, and no scenario comes of it', () => {
  const file = recordedFile({ ...NO_DRAFT, id: 'Not an id', title: '' }, recording, format);
  expect(file.scenario).toBeNull();
  expect(file.problems.map(({ path }) => path).toSorted()).toEqual(['id', 'title']);
});

test.each([
  ['A Wi-Fi blip, twice!', 'a-wi-fi-blip-twice'],
  ['Crème brûlée', 'creme-brulee'],
  ['…', ''],
])('the id of “%s” is “%s”', (title, id) => {
  expect(idFrom(title)).toBe(id);
});
