/** Mermaid itself draws every diagram: what it cannot read, or reads as something else, fails here. */

import mermaid from 'mermaid';
import { beforeAll, expect, test } from 'vitest';
import { scenarios } from 'virtual:scenarios';
import type { Run } from '../../sim/run.ts';
import { simulate } from '../../sim/simulate.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { actorLabel } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { laneActors } from './lane-actors.ts';
import { mermaidSequence } from './mermaid-sequence.ts';
import { sequenceSteps } from './sequence-steps.ts';

const cases = [
  ...scenarios.map((scenario) => ({ id: scenario.id, makeRun: () => simulate(scenario) })),
  { id: 'hostile texts', makeRun: hostileRun },
];

beforeAll(() => mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }));

async function draw(run: Run): Promise<Document> {
  const { svg } = await mermaid.render('diagram', mermaidSequence(run));
  return new DOMParser().parseFromString(svg, 'text/html');
}

function textsIn(drawn: Document, selector: string): readonly string[] {
  return [...drawn.querySelectorAll(selector)].map(({ textContent }) => oneLine(textContent));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

test.each(cases)('Mermaid draws $id with every message and every note as it was said', async ({ makeRun }) => {
  const run = makeRun();
  const drawn = await draw(run);
  const steps = run.lanes.map((lane) => sequenceSteps(lane, run.scenario.horizonMs));
  const said = (kind: 'note' | 'message') =>
    steps.flat().flatMap((step) => (step.kind === kind ? [oneLine(`${step.atMs} ms: ${step.text}`)] : []));
  const heads = run.lanes.map((lane) => oneLine(`${laneTitle(lane)}: ${lane.subtitle}`));
  expect(textsIn(drawn, '.messageText')).toEqual(said('message'));
  expect(textsIn(drawn, '.noteText').toSorted()).toEqual([...said('note'), ...heads].toSorted());
  const actors = new Set(run.lanes.flatMap((lane) => laneActors(run.scenario, lane)).map(actorLabel));
  expect(new Set(textsIn(drawn, 'text.actor'))).toEqual(actors);
  expect(textsIn(drawn, 'title')).toEqual([oneLine(run.scenario.title)]);
});

test('no text of a scenario becomes markup in the drawing', async () => {
  const drawn = await draw(hostileRun());
  expect(drawn.querySelectorAll('script, img, iframe, a, foreignObject')).toHaveLength(0);
  const attributes = [...drawn.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
});
