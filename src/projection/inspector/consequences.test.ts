import { expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { runNamed } from '../../testing/home-run.ts';
import { brokenBy, consequencesOf } from './consequences.ts';
import { eventCard } from './event-card.ts';

const home = runNamed('wifi-blip');
const pipe = assertPresent(home.lanes[0], 'a first lane');
const report = assertPresent(home.report.lanes[pipe.name], 'its report');
const fault = assertPresent(
  pipe.events.find(({ type }) => type === 'fault.began'),
  'a fault',
);

test('what followed from a fault is told without the machinery between, in the order of time', () => {
  const followed = consequencesOf(pipe, fault.id);
  expect(followed.map(({ sentence }) => sentence)).toEqual([
    'word 20 for the laptop is lost on the way',
    'the request for the answer of the laptop fails',
    'the laptop shows “error”',
    'the server notices that the laptop has gone',
    'the path of the laptop works again',
  ]);
});

test('the making of a word leads to its showing, not to the words after it', () => {
  const third = assertPresent(
    pipe.events.find((event) => event.type === 'token.generated' && event.token === 3),
    'a third word',
  );
  expect(consequencesOf(pipe, third.id).map(({ sentence }) => sentence)).toEqual(['word 3 appears on the laptop']);
});

test('the guarantees that a fault broke name it, and an event that broke none has none', () => {
  const broken = brokenBy(pipe, report, fault.id);
  expect(broken.map(({ id }) => id)).toContain('G1');
  for (const { id, atMs } of broken) expect(report.guarantees[id]).toMatchObject({ held: false, atMs });
  expect(brokenBy(pipe, report, 0)).toEqual([]);
});

test('an event is headed by what it is, its fields in words, and its neighbours at the same actor', () => {
  const card = assertPresent(eventCard(pipe, fault.id), 'a card');
  expect(card).toMatchObject({
    sentence: 'the connection is reset at the laptop, and the path is down for 3 s',
    actorLabel: 'Laptop',
  });
  expect(card.fields).toEqual([
    { name: 'how', value: 'reset' },
    { name: 'for', value: '3 s' },
  ]);
  const previous = assertPresent(pipe.events[assertPresent(card.previous, 'a previous one')], 'an event');
  expect(previous.actor).toBe('laptop');
  expect(previous.id).toBeLessThan(fault.id);
  expect(eventCard(pipe, previous.id)?.next).toBe(fault.id);
  expect(eventCard(pipe, pipe.events.length)).toBeNull();
});
