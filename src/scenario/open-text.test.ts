import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAnswers } from '../cli/scenario-files.ts';
import { EXPORT_FORMATS } from '../projection/export/format-list.ts';
import { MODEL_VERSION } from '../sim/run.ts';
import { runNamed } from '../testing/home-run.ts';
import { openText } from './open-text.ts';

const run = runNamed('wifi-blip');
const answers = readAnswers('scenarios');
const scenarioText = readFileSync('scenarios/02-wifi-blip.yaml', 'utf8');
const app = {
  scenarios: [run.scenario],
  laneOptions: {},
  model: MODEL_VERSION,
  answers: answers.ok ? answers.value : new Map<string, string>(),
};
const subject = { run, playheadMs: 1200, scenarioText };

test.each(EXPORT_FORMATS.filter(({ id }) => ['scenario', 'json', 'svg'].includes(id)))(
  'what is saved as $title opens as the scenario that it was made of',
  async ({ write, extension }) => {
    const opened = await openText(write(subject), `x${extension}`, app);
    expect(opened).toMatchObject({ ok: true, value: { scenario: run.scenario } });
  },
);

test('a run and a figure bring the moment and the digest along, a scenario brings neither', async () => {
  const kept = { model: MODEL_VERSION, digest: run.report.digest };
  for (const { id, write } of EXPORT_FORMATS.filter((format) => ['json', 'svg'].includes(format.id)))
    expect(await openText(write(subject), id, app), id).toMatchObject({ ok: true, value: { playheadMs: 1200, kept } });
  expect(await openText(scenarioText, 'x.yaml', app)).toMatchObject({
    ok: true,
    value: { playheadMs: null, kept: null },
  });
});

test.each(EXPORT_FORMATS.filter(({ id }) => !['scenario', 'json', 'svg'].includes(id)))(
  '$title is known for what it is, and what to open instead is said',
  async ({ write }) => {
    const opened = await openText(write(subject), 'x', app);
    if (opened.ok) return expect.fail('it was opened');
    expect(opened.error).toHaveLength(1);
    expect(opened.error[0]).toMatch(
      /^x:1:1: unable to read the file; it is a \w+.*does not hold its scenario\. Open the scenario/,
    );
  },
);

test.each(['#/play/wifi-blip?v=2&seed=7&at=300', ' https://example.org/sub/?a=b#/play/wifi-blip?v=2&seed=7&at=300\n'])(
  'a link opens, as a whole address or its end: %s',
  async (text) => {
    expect(await openText(text, 'the pasted text', app)).toMatchObject({
      ok: true,
      value: { playheadMs: 300, scenario: { seed: 7 }, kept: null },
    });
  },
);

test.each([
  ['nothing', '  \n', 'x:1:1: unable to read the file; it is empty.'],
  ['a text of another kind', 'hello world', 'x:1:1: unable to read the file;'],
  ['a page', '<!doctype html><title>x</title>', 'x:1:1: unable to read the file; this picture carries no scenario.'],
  ['bytes', '\u0000\u0001', 'x:1:1: unable to read the file; it holds bytes that are not text.'],
  [
    'a slip in a scenario',
    scenarioText.replace('do: drop', 'do: dorp'),
    /^x:\d+:\d+: unable to read script\[2\]\.do; "dorp" is not a verb\. Did you mean "drop"\?/,
  ],
  ['a link that was cut', '#/play/wifi-blip?c=0000000&v=2&seed=7', /^Unable to open the link; it was cut/],
])('%s is refused with field, place and remedy', async (_, text, message) => {
  const opened = await openText(text, 'x', app);
  if (opened.ok) return expect.fail('it was opened');
  if (typeof message === 'string') expect(opened.error[0]?.startsWith(message), opened.error[0]).toBe(true);
  else expect(opened.error[0]).toMatch(message);
});

test('a slip in the scenario that a figure carries is named by its field, at the place of what is carried', async () => {
  const figure = EXPORT_FORMATS.find(({ id }) => id === 'svg')?.write(subject) ?? '';
  const opened = await openText(figure.replace('"do":"drop"', '"do":"dorp"'), 'x.svg', app);
  if (opened.ok) return expect.fail('it was opened');
  expect(opened.error[0]).toMatch(/^x\.svg:2:\d+: unable to read script\[2\]\.do; "dorp" is not a verb/);
});
