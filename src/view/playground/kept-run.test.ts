import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { createPlaygroundState, reducePlayground } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

const home = runNamed('nothing-goes-wrong');
const blip = runNamed('wifi-blip');
const arrive = (state: PlaygroundState, run: typeof blip) =>
  reducePlayground(state, { type: 'run.arrived', scenario: state.scenario, run, restarted: false });
const atHome = arrive(createPlaygroundState(home.scenario), home);

function open(state: PlaygroundState, kept: { readonly model: number; readonly digest: string } | null) {
  return reducePlayground(state, { type: 'scenario.opened', scenario: blip.scenario, playheadMs: 1200, kept });
}

test('a run that comes out as it was saved is shown without a word', () => {
  const opened = open(atHome, { model: blip.model, digest: blip.report.digest });
  expect(opened.kept).not.toBeNull();
  const arrived = arrive(opened, blip);
  expect(arrived).toMatchObject({ notice: null, kept: null, playheadMs: 1200, run: blip });
});

test.each([
  [blip.model, /by the same version of the model .*the file was changed since/],
  [blip.model - 1, /made by version 1 of the model, this page has version 2/],
  [blip.model + 1, /made by version 3 .*Reload the page/],
])('a run of model %i that comes out otherwise is shown with both digests and the reason', (model, reason) => {
  const arrived = arrive(open(atHome, { model, digest: '00000000deadbeef' }), blip);
  expect(arrived.notice).toMatch(reason);
  expect(arrived.notice).toContain(`is 00000000deadbeef, here it is ${blip.report.digest}`);
});

test('a run whose scenario is on the page already is compared at once', () => {
  const there = arrive(open(atHome, null), blip);
  expect(open(there, { model: blip.model, digest: '0' }).notice).toMatch(/came out otherwise/);
});

test('an answer to an edit made before the run arrived is not held against what was saved', () => {
  const opened = open(atHome, { model: blip.model, digest: '0' });
  const edited = reducePlayground(opened, { type: 'seed.set', seed: 99 });
  expect(arrive(edited, blip).notice).toBeNull();
});

test('opening is one step that undo takes back, with everything that was there', () => {
  const edited = reducePlayground(atHome, { type: 'seed.set', seed: 99 });
  const undone = reducePlayground(open(edited, null), { type: 'edit.undone' });
  expect(undone.scenario).toBe(edited.scenario);
});
