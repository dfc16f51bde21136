import { describe, expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { causesOf } from '../../protocol/causes.ts';
import { answerSegments } from '../stage/answer-segments.ts';
import { indexAnswers } from '../stage/answer-index.ts';
import { indexScreen } from '../stage/screen-index.ts';
import { latestAt } from '../stage/sorted-times.ts';
import { runNamed, scenarioIds } from '../../testing/home-run.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import { wordFate } from './word-fate.ts';
import { wordStory } from './word-story.ts';

const home = runNamed('wifi-blip');
const laneNamed = (name: string): LaneTrace =>
  assertPresent(
    home.lanes.find((lane) => lane.name === name),
    `the run has no lane ${name}`,
  );
const pipe = assertPresent(home.lanes[0], 'a first lane');
const session = laneNamed('durable-session');
const END = home.scenario.horizonMs;

describe('the fate of a word', () => {
  test('on a pipe that was cut is a loss by the fault, and the words after it are made for a connection that is over', () => {
    const lost = wordFate(pipe, 'laptop', { run: 1, token: 20 }, END);
    expect(lost).toMatchObject({ kind: 'missing', sentence: 'lost on its way to the laptop' });
    const after = wordFate(pipe, 'laptop', { run: 1, token: 27 }, END);
    expect(after).toMatchObject({ kind: 'missing', sentence: 'made for a connection that the laptop had lost' });
    for (const { event } of [lost, after]) {
      expect(causesOf(pipe.events, assertPresent(event, 'an event')).at(-1)?.type).toBe('fault.began');
    }
  });

  test('on a surface that came later is what the history gave it', () => {
    expect(wordFate(pipe, 'phone', { run: 1, token: 12 }, END)).toMatchObject({ kind: 'late' });
    expect(wordFate(pipe, 'phone', { run: 1, token: 27 }, END)).toMatchObject({
      kind: 'missing',
      sentence: 'the phone was given words 1 to 20, and no stream leads there',
    });
  });

  test('in a session is missing for as long as the link is away, because of the fault, and late in the end', () => {
    const during = wordFate(session, 'laptop', { run: 1, token: 20 }, 2000);
    expect(during).toMatchObject({ kind: 'missing', sentence: 'lost on its way to the laptop' });
    expect(causesOf(session.events, assertPresent(during.event, 'an event')).at(-1)?.type).toBe('fault.began');
    expect(wordFate(session, 'laptop', { run: 1, token: 20 }, END)).toMatchObject({ kind: 'late' });
  });

  test.each(scenarioIds())('is what the stage shows of it: every word, surface and half second of %s', (id) => {
    const run = runNamed(id);
    const differing: string[] = [];
    let looked = 0;
    for (const lane of run.lanes) {
      const answers = indexAnswers(lane);
      for (const { name } of run.scenario.surfaces) {
        const screen = indexScreen(lane, name, answers);
        for (let atMs = 0; atMs <= run.scenario.horizonMs; atMs += 500) {
          const epoch = latestAt(screen.epochs, atMs);
          for (const answer of epoch === undefined ? [] : answers) {
            for (const { kind, from, to } of answerSegments(answer, assertPresent(epoch, 'an epoch'), atMs)) {
              for (let token = from; token <= to; token += 1) {
                const fate = wordFate(lane, name, { run: answer.runs[0]?.run ?? 0, token }, atMs);
                looked += 1;
                if (fate.kind !== kind)
                  differing.push(`${lane.name} ${name} ${token} ${atMs}: ${fate.kind}, not ${kind}`);
                if (fate.event !== null && (lane.events[fate.event]?.atMs ?? Infinity) > atMs)
                  differing.push(`${lane.name} ${name} ${token} ${atMs}: decided later`);
              }
            }
          }
        }
      }
    }
    expect(differing).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  });
});

describe('the story of a word', () => {
  test('tells when it was made, sent and shown', () => {
    const steps = wordStory(pipe, { run: 1, token: 3 });
    expect(steps.filter(({ surface }) => surface !== 'phone').map(({ kind, atMs }) => `${kind} ${atMs}`)).toEqual([
      'made 560',
      'sent 560',
      'shown 600',
      'saved 1620',
    ]);
  });

  test('in a session has the log, the loss and the replay in it', () => {
    const steps = wordStory(session, { run: 1, token: 20 }).filter(({ surface }) => surface !== 'phone');
    expect(steps.map(({ kind }) => kind)).toEqual(['made', 'logged', 'sent', 'lost', 'saved', 'replayed']);
    expect(steps.map(({ atMs }) => atMs)).toEqual(steps.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });

  test('every step is an event that tells of it', () => {
    for (const lane of home.lanes) {
      for (const token of [1, 20, 27, 41]) {
        const steps = wordStory(lane, { run: 1, token });
        expect(steps[0]?.kind).toBe('made');
        for (const { event, atMs } of steps) expect(lane.events[event]?.atMs).toBe(atMs);
      }
    }
  });
});
