import { expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { inspectorFacts } from '../../cli/inspector-facts.ts';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { runNamed } from '../../testing/home-run.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { chartMarks } from './chart-marks.ts';
import { chartSvg } from './chart-svg.ts';
import { instanceOf, machineInstances } from './machine-instance.ts';
import type { MachineInstance } from './machine-instance.ts';
import { entryAt, innermost, machineMoment } from './machine-moment.ts';
import { momentText } from './moment-text.ts';

const { machines: charts } = await inspectorFacts();
const home = runNamed('wifi-blip');
const pipe: LaneTrace = assertPresent(home.lanes[0], 'a lane');
const instances = machineInstances(pipe, charts);

function of(owner: string): MachineInstance {
  return assertPresent(
    instances.find((instance) => instance.owner === owner),
    owner,
  );
}

function eventOf(is: (event: TraceEvent) => boolean): number {
  return assertPresent(pipe.events.find(is), 'an event').id;
}

test('in every scenario each step of each machine is a transition of its own definition', () => {
  let steps = 0;
  for (const { id, run } of scenarioRuns())
    for (const trace of run.lanes)
      for (const instance of machineInstances(trace, charts)) {
        const first = assertPresent(instance.entries[0], 'a state');
        const initial = assertPresent(
          instance.chart.states.find(({ parent, isInitial }) => parent === null && isInitial),
          'an initial state',
        );
        expect(first.state).toBe(innermost(instance.chart.states, initial.path));
        for (const [at, entry] of instance.entries.entries()) {
          if (at === 0) continue;
          steps += 1;
          // Several steps may fall into one millisecond; each is looked at by itself.
          const until = { ...instance, entries: instance.entries.slice(0, at + 1) };
          const { last } = machineMoment(until, entry.atMs);
          expect(last, `${id} ${trace.name} ${instance.key} enters ${entry.state}`).not.toBeNull();
          const before = machineMoment({ ...until, entries: until.entries.slice(0, at) }, entry.atMs);
          const offered = before.next.flatMap(({ transitions }) => transitions);
          expect(offered).toEqual(expect.arrayContaining([...(last?.transitions ?? [])]));
        }
      }
  expect(steps).toBeGreaterThan(500);
});

test('every state that was entered is of one machine, and a run that was taken over has two', () => {
  for (const { run } of scenarioRuns())
    for (const trace of run.lanes) {
      const told = trace.events.flatMap(({ type, id }) => (type === 'state.entered' ? [id] : []));
      const drawn = machineInstances(trace, charts).flatMap(({ entries }) => entries.map(({ event }) => event));
      expect(drawn.toSorted((a, b) => a - b)).toEqual(told);
    }
  const taken = assertPresent(
    runNamed('the-zombie').lanes.find(({ events }) => events.some(({ type }) => type === 'run.adopted')),
    'a lane',
  );
  const owners = machineInstances(taken, charts).map(({ owner }) => owner);
  expect(owners).toContain('Agent, run 1');
  expect(owners).toContain('Agent, run 1, process 2');
});

test('a machine follows the playhead, a millisecond before a state it is still in the one before', () => {
  const laptop = of('Laptop');
  const error = assertPresent(
    laptop.entries.find(({ state }) => state === 'open.error'),
    'an error',
  );
  expect(machineMoment(laptop, error.atMs - 1).active).toEqual(['open', 'open.streaming']);
  expect(machineMoment(laptop, error.atMs).active).toEqual(['open', 'open.error']);
  expect(entryAt(laptop, error.atMs)?.event).toBe(error.event);
});

test('the last step is told, and all that can come next from inside outwards', () => {
  const { last, next } = machineMoment(of('Laptop'), home.scenario.horizonMs);
  expect(last?.from).toBe('open.streaming');
  expect(next.map(({ from, to }) => `${from} > ${to ?? 'stays'}`)).toEqual([
    'open.error > open.waiting',
    'open > closed',
    'open > open.loading',
  ]);
  expect(next[0]?.texts).toEqual(['prompt.sent', 'retry.pressed [mayRetry]']);
  expect(next.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('before it began and after its end nothing can come', () => {
  const agent = of('Agent, run 1');
  expect(machineMoment(agent, 0)).toEqual({ entry: null, active: [], last: null, next: [] });
  expect(machineMoment(agent, home.scenario.horizonMs)).toMatchObject({ active: ['complete'], next: [] });
});

test('the machine of a mark is its own, else that of its actor, else that of what led to it', () => {
  const named = (id: number) => instanceOf(pipe, instances, id)?.owner;
  expect(named(eventOf((event) => event.type === 'tokens.shown' && event.actor === 'laptop'))).toBe('Laptop');
  expect(named(eventOf(({ type }) => type === 'token.generated'))).toBe('Agent, run 1');
  expect(named(eventOf(({ type }) => type === 'history.saved'))).toBe('Server, run 1');
  expect(named(eventOf(({ type, actor }) => type === 'message.delivered' && actor === 'server'))).toBe('Laptop');
});

test('marks are strong for what is true now alone', () => {
  const laptop = of('Laptop');
  const moment = machineMoment(laptop, home.scenario.horizonMs);
  const { states, edges } = chartMarks(laptop.chart, 'map', moment);
  expect(states.filter(({ tone }) => tone === 'active').map(({ path }) => path)).toEqual(['open.error']);
  expect(states.filter(({ tone }) => tone === 'around').map(({ path }) => path)).toEqual(['open']);
  expect(edges.filter(({ isLast }) => isLast).map(({ key }) => key)).toEqual(['open.streaming open.error']);
  const numbers = edges.flatMap(({ badge }) => badge?.number ?? []);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
});

test('the file stands alone: no reference, no class, every state and the words of the moment in it', () => {
  const laptop = of('Laptop');
  const svg = chartSvg(laptop, home.scenario.horizonMs, '#0b5f8a');
  expect(svg).not.toMatch(/class=|url\(|var\(|href/);
  expect(svg).toContain('<title id="title">naive-client of Laptop at');
  expect(svg).toContain(momentText(laptop, machineMoment(laptop, home.scenario.horizonMs)));
  for (const { name } of laptop.chart.states) expect(svg).toContain(`>${name}</text>`);
  expect(svg.match(/<\w+(?:[^>]*[^>/])?>/g)?.length).toBe(svg.match(/<\/\w+>/g)?.length);
});
