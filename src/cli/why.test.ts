import { expect, test } from 'vitest';
import { buildScenario } from '../testing/build-scenario.ts';
import { simulate } from '../sim/simulate.ts';
import { reportTable } from './report-table.ts';
import { causeData, causeText, explainEvent } from './why.ts';

const run = simulate(
  buildScenario({
    lanes: [{ lane: 'naive-sse', options: { signalForwarded: true }, as: 'pipe' }],
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 100, on: 'laptop', do: 'send' },
      { atMs: 1000, on: 'laptop', do: 'refresh' },
    ],
  }),
);
const G6 = run.report.lanes['pipe']?.guarantees.G6;
const broken = G6?.held === false ? `pipe:${G6.event}` : '';

test('the chain of causes goes from the event back to what a person did, newest first', () => {
  const steps = explainEvent(run, broken);
  const text = steps.ok ? causeText(steps.value) : expect.fail(steps.error);
  const lines = text.split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines[0]).toMatch(/^ {3}1040 ms {2}e\d+ {2}/);
  expect(lines.at(-1)).toMatch(/1000 ms {2}e\d+ +because a person reloads the laptop$/);
  const data = JSON.parse(steps.ok ? causeData(steps.value) : '[]') as readonly object[];
  expect(data.at(-1)).toMatchObject({ atMs: 1000, isRoot: true, sentence: 'a person reloads the laptop' });
  expect(data).toHaveLength(lines.length);
});

test.each([
  ['e5', /write LANE:e87/],
  ['tube:e5', /no lane "tube", only pipe/],
  ['pipe:e99999', /the last event of pipe is e\d+/],
])('%s cannot be explained, and the reason says what can', (asked, reason) => {
  const steps = explainEvent(run, asked);
  expect(steps.ok ? '' : steps.error).toMatch(reason);
});

test('the table names all twelve guarantees, and for a broken one what to ask', () => {
  const table = reportTable(run);
  for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) expect(table).toMatch(new RegExp(`\\bG${id} [a-z]`));
  expect(table).toContain(`--why ${broken}`);
  expect(table).toMatch(/laptop +believes .* in truth /);
  expect(table).toMatch(/money +\$0\.000\d{3}/);
  expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
});
