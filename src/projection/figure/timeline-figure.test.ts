/** The timeline of every scenario is reviewed as a picture in text; after a change, vitest --update draws it again. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { timelineFigure } from './timeline-figure.ts';

const GOLDEN = fileURLToPath(new URL('../../../scenarios/golden', import.meta.url));
const LARGEST = 60_000;
const runs = scenarioRuns();

test.each(runs)('the timeline of $id is the golden one', async ({ id, run }) => {
  const svg = timelineFigure(run);
  expect(svg.length).toBeLessThan(LARGEST);
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/${id}.timeline.svg`);
});

test('zoomed in to the cut of the Wi-Fi, the ways of words are drawn, and the lost one ends in a cross', async () => {
  const blip = runs.find(({ id }) => id === 'wifi-blip') ?? expect.fail('there is no such scenario');
  const svg = timelineFigure(blip.run, { span: { fromMs: 1_400, toMs: 1_900 } });
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/wifi-blip.cut.svg`);
});

test('a figure has no letter of what people wrote as markup, and the same run gives the same figure', () => {
  const run = hostileRun();
  const svg = timelineFigure(run);
  expect(svg).toBe(timelineFigure(run));
  expect(svg).not.toMatch(/<script|<b>/);
});

test('no timeline has a number finer than a hundredth of a pixel', () => {
  for (const { run } of runs) {
    expect(timelineFigure(run).match(/\d\.\d{3,}|NaN|Infinity|undefined/g) ?? []).toEqual([]);
  }
});
