import { expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { simulate } from '../../sim/simulate.ts';
import { scenarioNamed } from '../../testing/home-run.ts';
import { createPlaygroundState, reducePlayground } from './playground-state.ts';
import { carrySelection } from './selection.ts';

const home = scenarioNamed('wifi-blip');
const run = simulate(home);
const lane = assertPresent(run.lanes[0], 'a lane');
const began = assertPresent(
  lane.events.find(({ type }) => type === 'fault.began'),
  'a fault',
);
const later = simulate({
  ...home,
  script: home.script.map((entry) => (entry.do === 'drop' ? { ...entry, atMs: (entry.atMs ?? 0) + 400 } : entry)),
});

test('a selected event is followed into the run that an edit makes', () => {
  const carried = assertPresent(carrySelection(run, later, { lane: lane.name, event: began.id }), 'a selection');
  const same = later.lanes[0]?.events[carried.event];
  expect(same).toMatchObject({ type: 'fault.began', actor: began.actor, atMs: began.atMs + 400 });
});

test('an event that the other run does not have is let go', () => {
  const calm = simulate({ ...home, script: home.script.filter((entry) => entry.do !== 'drop') });
  expect(carrySelection(run, calm, { lane: lane.name, event: began.id })).toBeNull();
});

test('selecting an event leads the playhead to it only when asked', () => {
  const arrived = reducePlayground(createPlaygroundState(home), {
    type: 'run.arrived',
    scenario: home,
    run,
    restarted: false,
  });
  const select = { type: 'event.selected', lane: lane.name, event: began.id } as const;
  expect(reducePlayground(arrived, { ...select, moves: true })).toMatchObject({
    selection: { lane: lane.name, event: began.id },
    playheadMs: began.atMs,
  });
  expect(reducePlayground(arrived, { ...select, moves: false }).playheadMs).toBeNull();
  expect(reducePlayground(arrived, { ...select, event: 1e6, moves: true })).toBe(arrived);
});
