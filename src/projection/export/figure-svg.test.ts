import { expect, test } from 'vitest';
import { readFigure } from '../../scenario/figure-file.ts';
import { loadScenario } from '../../scenario/load.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { figureSvg } from './figure-svg.ts';

const runs = [...scenarioRuns(), { id: 'hostile texts', run: hostileRun() }];

test.each(runs)('the figure of $id carries its scenario, its digest and the playhead', ({ run }) => {
  const carried = readFigure(figureSvg({ run, playheadMs: 812.4, scenarioText: '' }));
  if (!carried.ok) return expect.fail(JSON.stringify(carried.error));
  const { source, model, digest, playheadMs } = carried.value;
  expect([model, digest, playheadMs]).toEqual([run.model, run.report.digest, 812]);
  expect(loadScenario(source, { answers: new Map() })).toEqual({ ok: true, value: run.scenario });
});

test('a figure that another program has rewritten still says what it carries', () => {
  const { run } = runs[0] ?? expect.fail('there is no run');
  const figure = figureSvg({ run, playheadMs: null, scenarioText: '' });
  const wanted = readFigure(figure);
  const prefixed = figure
    .replace('<svg ', "<svg xmlns:ns0='urn:pull-the-plug:figure' ")
    .replace('<carried-run xmlns="urn:pull-the-plug:figure"', '<ns0:carried-run')
    .replace('</carried-run>', '</ns0:carried-run >')
    .replace(/"(\d)" digest="(\w+)"/, "'$1' digest = '$2'");
  const { value } = wanted.ok ? wanted : expect.fail('it was not read');
  expect(readFigure(prefixed)).toMatchObject({ ok: true, value: { source: value.source, digest: value.digest } });
  const { source } = value;
  const cdata = figure.replace(/(<carried-run[^>]*>)[^<]*/, (_, tag: string) => `${tag}<![CDATA[${source}]]>`);
  expect(readFigure(cdata)).toMatchObject({ ok: true, value: { source } });
});

test.each<readonly [what: string, change: (figure: string) => string, reason: RegExp]>([
  ['carries nothing', (figure) => figure.replace(/<metadata>.*<\/metadata>/, ''), /carries no scenario/],
  ['was cut', (figure) => figure.slice(0, figure.indexOf('carried-run') + 400), /was cut/],
  ['is of a version to come', (figure) => figure.replace('version="1"', 'version="2"'), /version "2"/],
  ['has a strange playhead', (figure) => figure.replace('playhead="5"', 'playhead="soon"'), /not a whole number/],
])('a figure that %s is refused with the reason', (_, change, reason) => {
  const { run } = runs[0] ?? expect.fail('there is no run');
  const figure = figureSvg({ run, playheadMs: 5, scenarioText: '' });
  const read = readFigure(change(figure));
  if (read.ok) return expect.fail('it was taken');
  expect(read.error.reason).toMatch(reason);
});
