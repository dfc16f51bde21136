import { expect, test } from 'vitest';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { narrateEvent } from '../narrate-event.ts';
import { shivizLog } from './shiviz-log.ts';

const runs = [...scenarioRuns(), { id: 'hostile texts', run: hostileRun() }];

type Clock = Readonly<Record<string, number>>;

interface LogEvent {
  readonly ms: number;
  readonly host: string;
  readonly clock: Clock;
  readonly text: string;
}

/** As ShiViz reads a file: the parser on the first line, the delimiter on the second, both over several lines. */
function readLog(log: string): ReadonlyMap<string, readonly LogEvent[]> {
  const [, parser = '', delimiter = '', body = ''] = /^(.*)\n(.*)\n([^]*)$/.exec(log) ?? [];
  const labels = [...body.matchAll(new RegExp(delimiter, 'gm'))].map(({ groups }) => groups?.['trace'] ?? '');
  const bare = delimiter.replaceAll(/\?<\w+>/g, '?:');
  const texts = body.split(new RegExp(bare, 'm')).filter((text) => text.trim() !== '');
  expect(texts).toHaveLength(labels.length);
  return new Map(labels.map((label, index) => [label, readEvents(parser, texts[index] ?? '')]));
}

function readEvents(parser: string, text: string): readonly LogEvent[] {
  return [...text.matchAll(new RegExp(parser, 'gm'))].map(({ groups = {} }) => ({
    ms: Number(groups['ms']),
    host: groups['host'] ?? '',
    clock: JSON.parse(groups['clock'] ?? '') as Clock,
    text: groups['event'] ?? '',
  }));
}

test.each(runs)('ShiViz finds every event of every lane of $id, with its host and its moment', ({ run }) => {
  const read = readLog(shivizLog(run));
  expect(read.size).toBe(run.lanes.length);
  const found = [...read.values()].map((events) => events.map(({ ms, host, text }) => [ms, host, text]));
  const wanted = run.lanes.map(({ events }) =>
    events.map((event) => [
      event.atMs,
      event.actor,
      `e${event.id} ${event.type}: ${narrateEvent(event)}`.replaceAll(/\s+/gu, ' ').trimEnd(),
    ]),
  );
  expect(found).toEqual(wanted);
});

test.each(runs)(
  'the clocks of $id are what ShiViz allows: each host counts from 1 by 1 and never forgets',
  ({ run }) => {
    for (const events of readLog(shivizLog(run)).values()) {
      const hosts = new Set(events.map(({ host }) => host));
      const lengths = new Map<string, number>();
      const last = new Map<string, Clock>();
      for (const { host, clock } of events) {
        lengths.set(host, (lengths.get(host) ?? 0) + 1);
        expect(clock[host]).toBe(lengths.get(host));
        expect(Object.keys(clock).filter((other) => !hosts.has(other))).toEqual([]);
        for (const [other, time] of Object.entries(last.get(host) ?? {}))
          expect(clock[other]).toBeGreaterThanOrEqual(time);
        last.set(host, clock);
      }
      for (const { clock } of events) {
        for (const [host, time] of Object.entries(clock)) expect(time).toBeLessThanOrEqual(lengths.get(host) ?? 0);
      }
    }
  },
);

/** For each event, the places of all that led to it: what its actor did before, its cause, and what led to those. */
function pasts(events: readonly TraceEvent[]): readonly ReadonlySet<number>[] {
  const found: Set<number>[] = [];
  const last = new Map<string, number>();
  events.forEach(({ actor, causedBy }, index) => {
    const parents = [last.get(actor), causedBy ?? undefined].filter((parent) => parent !== undefined);
    found.push(new Set(parents.flatMap((parent) => [parent, ...(found[parent] ?? [])])));
    last.set(actor, index);
  });
  return found;
}

test.each(runs)('in $id a clock counts, for each host, the events that led to its own, and no others', ({ run }) => {
  const logs = [...readLog(shivizLog(run)).values()];
  run.lanes.forEach(({ events }, lane) => {
    const counted = pasts(events).map((past, index) => {
      const actors = [...past, index].map((place) => events[place]?.actor ?? '');
      return Object.fromEntries([...Map.groupBy(actors, (actor) => actor)].map(([actor, all]) => [actor, all.length]));
    });
    expect(logs[lane]?.map(({ clock }) => clock)).toEqual(counted);
  });
});
