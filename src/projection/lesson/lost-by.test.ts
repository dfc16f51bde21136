import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { lostBy } from './lost-by.ts';

/** Each loser with its share, in a run for each of the scenarios. */
function losers(...scenarios: readonly string[]): readonly string[] {
  const runs = new Map(scenarios.map((id) => [id, runNamed(id)]));
  return lostBy(runs).map(({ lane, lost, of }) => `${lane} ${lost}/${of}`);
}

test('on a day when nothing goes wrong the session loses, since it asks more for the same words', () => {
  expect(losers('nothing-goes-wrong')).toEqual(['durable-session 1/1']);
});

test('a lane that breaks a promise loses to one that keeps it, whatever that one costs', () => {
  expect(losers('wifi-blip')).toEqual(['naive-sse 1/1', 'resumable-sse 1/1']);
});

test('who loses one of two runs loses in part', () => {
  expect(losers('nothing-goes-wrong', 'wifi-blip')).toEqual([
    'naive-sse 1/2',
    'resumable-sse 1/2',
    'durable-session 1/2',
  ]);
});

test('two that break different promises both lose', () => {
  const run = runNamed('wifi-blip');
  const session = Object.entries(run.report.lanes).find(([name]) => name === 'durable-session')?.[1];
  if (session === undefined) return expect.fail('the scenario has the lane');
  const G12 = { held: false, atMs: 0, event: 'e0', surface: null, surfaces: {} } as const;
  const broken = { ...session, guarantees: { ...session.guarantees, G12 } };
  const report = { ...run.report, lanes: { ...run.report.lanes, 'durable-session': broken } };
  expect(lostBy(new Map([['main', { ...run, report }]])).map(({ lane }) => lane)).toEqual([
    'naive-sse',
    'resumable-sse',
    'durable-session',
  ]);
});

test('a single architecture has nobody to lose to', () => {
  const run = runNamed('wifi-blip');
  const [lane] = run.scenario.lanes;
  const alone = { ...run, lanes: run.lanes.slice(0, 1), scenario: { ...run.scenario, lanes: lane ? [lane] : [] } };
  expect(lostBy(new Map([['main', alone]]))).toEqual([]);
});
