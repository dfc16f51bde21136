import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileScenarioFolder } from '../../cli/scenario-files.ts';
import { simulate } from '../../sim/simulate.ts';
import { figureSvg } from '../export/figure-svg.ts';
import { comparisonFigure } from './comparison-figure.ts';
import { setWords } from './figure-answer.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const files = compileScenarioFolder(`${ROOT}/scenarios`);
const runs = (files.ok ? files.value : []).map(({ compiled }) => ({ id: compiled.id, run: simulate(compiled) }));

test('the picture in the README is that of the Wi-Fi blip; after a change of the model, vitest --update draws it again', async () => {
  const blip = runs.find(({ id }) => id === 'wifi-blip') ?? expect.fail('there is no such scenario');
  const picture = figureSvg({ run: blip.run, playheadMs: null, scenarioText: '' });
  await expect(picture).toMatchFileSnapshot(`${ROOT}/public/idea.svg`);
});

test.each(runs)('the picture of $id has a hole for each missing word and a word for each other', ({ run }) => {
  const svg = comparisonFigure(run);
  const [first] = run.scenario.surfaces;
  const reports = Object.values(run.report.lanes).map(({ surfaces }) => surfaces[first?.name ?? '']);
  const sum = (key: 'shown' | 'missing') => reports.reduce((total, report) => total + (report?.[key] ?? 0), 0);
  expect(svg.split('class="word"').length - 1).toBe(sum('shown'));
  expect(svg.split('class="hole"').length - 1).toBe(sum('missing'));
});

test('what people wrote stays text in the picture', () => {
  const [any = expect.fail('there is no run')] = runs;
  const svg = comparisonFigure({ ...any.run, scenario: { ...any.run.scenario, title: '<b> & "c"' } });
  expect(svg).toContain('aria-label="&lt;b&gt; &amp; &quot;c&quot;');
  expect(svg).toContain('>&lt;b&gt; &amp; "c"</text>');
});

test('words are set in lines that stay within their width', () => {
  const words = 'a bb ccc dddd eeeee ffffff'.split(' ');
  const set = setWords(words, [{ kind: 'on-time', from: 1, to: 6 }], { width: 60, size: 10, leading: 15 });
  expect(set.map(({ text }) => text)).toEqual(words);
  expect(set.every(({ x, width }) => x + width <= 60)).toBe(true);
  expect([...new Set(set.map(({ y }) => y))]).toEqual([10, 25]);
});
