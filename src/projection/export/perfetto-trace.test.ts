/**
 * A strict model of the Trace Event Format, as its definition and Perfetto's importer have it: what either
 * would drop, count as an error or draw elsewhere is refused here.
 */

import { expect, test } from 'vitest';
import { z } from 'zod';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { perfettoTrace } from './perfetto-trace.ts';

const runs = [...scenarioRuns(), { id: 'hostile texts', run: hostileRun() }];

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const place = { pid: z.int().min(1), tid: z.int().min(1), ts: z.number().min(0) };
const named = { name: z.string().min(1), cat: z.string().min(1) };
const args = z.record(z.string(), scalar);

const metadata = z.discriminatedUnion('name', [
  z.strictObject({
    ph: z.literal('M'),
    name: z.literal('process_name'),
    ...place,
    args: z.strictObject({ name: z.string().min(1) }),
  }),
  z.strictObject({
    ph: z.literal('M'),
    name: z.literal('thread_name'),
    ...place,
    args: z.strictObject({ name: z.string().min(1) }),
  }),
  z.strictObject({
    ph: z.literal('M'),
    name: z.literal('process_labels'),
    ...place,
    args: z.strictObject({ labels: z.string() }),
  }),
  z.strictObject({
    ph: z.literal('M'),
    name: z.literal('process_sort_index'),
    ...place,
    args: z.strictObject({ sort_index: z.int() }),
  }),
  z.strictObject({
    ph: z.literal('M'),
    name: z.literal('thread_sort_index'),
    ...place,
    args: z.strictObject({ sort_index: z.int() }),
  }),
]);

const factSchema = z.discriminatedUnion('ph', [
  z.strictObject({ ph: z.literal('X'), ...named, ...place, dur: z.number().positive(), args }),
  z.strictObject({ ph: z.enum(['B', 'E']), ...named, ...place }),
  z.strictObject({ ph: z.enum(['b', 'e']), ...named, ...place, id: z.string().min(1) }),
  z.strictObject({ ph: z.literal('s'), ...named, ...place, id: z.int().min(1) }),
  z.strictObject({ ph: z.literal('f'), ...named, ...place, id: z.int().min(1), bp: z.literal('e') }),
  z.strictObject({
    ph: z.literal('C'),
    name: z.string().min(1),
    ...place,
    args: z.strictObject({ words: z.int().min(0) }),
  }),
  metadata,
]);

const fileSchema = z.strictObject({
  displayTimeUnit: z.literal('ms'),
  otherData: z.strictObject({
    scenario: z.string(),
    title: z.string(),
    seed: z.int(),
    model: z.int(),
    digest: z.string(),
  }),
  traceEvents: z.array(factSchema),
});

type Fact = z.output<typeof factSchema>;

function read(text: string): readonly Fact[] {
  return fileSchema.parse(JSON.parse(text)).traceEvents;
}

function of<Phase extends Fact['ph']>(facts: readonly Fact[], ...phases: readonly Phase[]) {
  return facts.filter((fact): fact is Extract<Fact, { readonly ph: Phase }> =>
    (phases as readonly string[]).includes(fact.ph),
  );
}

test.each(runs)('every entry of $id has the fields of its phase and stands in the order of time', ({ run }) => {
  const facts = read(perfettoTrace(run)).filter(({ ph }) => ph !== 'M');
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.map(({ ts }) => ts)).toEqual(facts.map(({ ts }) => ts).toSorted((a, b) => a - b));
  expect(Math.max(...facts.map(({ ts }) => ts))).toBeLessThanOrEqual(run.scenario.horizonMs * 1000 + 999);
});

test.each(runs)('each lane of $id is a named process, each thread has a name and an id of its own', ({ run }) => {
  const facts = read(perfettoTrace(run));
  const names = of(facts, 'M');
  const processes = names.filter(({ name }) => name === 'process_name');
  expect(processes.map(({ pid }) => pid)).toEqual(run.lanes.map((_, index) => index + 1));
  const threads = names.filter(({ name }) => name === 'thread_name');
  expect(new Set(threads.map(({ tid }) => tid)).size).toBe(threads.length);
  const used = new Set(facts.filter(({ ph }) => ph !== 'M' && ph !== 'C').map(({ tid }) => tid));
  expect([...used].filter((tid) => !threads.some((thread) => thread.tid === tid))).toEqual([]);
  expect(processes.filter(({ tid }) => used.has(tid))).toEqual([]);
});

test.each(runs)('every event of $id is a slice with all its fields', ({ run }) => {
  const slices = of(read(perfettoTrace(run)), 'X');
  run.lanes.forEach(({ events }, lane) => {
    const own = slices
      .filter(({ pid }) => pid === lane + 1)
      .map(({ name, args: { event, cause } }) => [event, name, cause]);
    const wanted = events.map(({ id, type, causedBy }) => [`e${id}`, type, causedBy === null ? null : `e${causedBy}`]);
    expect(own.toSorted(byEvent)).toEqual(wanted);
  });
});

function byEvent([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return Number(String(a).slice(1)) - Number(String(b).slice(1));
}

test.each(runs)('slices of one thread of $id lie beside each other or are the same, as Perfetto demands', ({ run }) => {
  const threads = Map.groupBy(of(read(perfettoTrace(run)), 'X'), ({ tid }) => tid);
  for (const slices of threads.values()) {
    slices.slice(1).forEach(({ ts }, index) => {
      const before = slices[index];
      expect(ts === before?.ts || ts >= (before?.ts ?? 0) + (before?.dur ?? 0)).toBe(true);
    });
  }
});

test.each(runs)('begins and ends of $id are balanced and nest, each ends what began last', ({ run }) => {
  const open = new Map<number, string[]>();
  for (const { ph, tid, name } of of(read(perfettoTrace(run)), 'B', 'E')) {
    const stack = open.get(tid) ?? [];
    open.set(tid, stack);
    if (ph === 'B') stack.push(name);
    else expect(stack.pop()).toBe(name);
  }
  expect([...open.values()].flat()).toEqual([]);
});

test.each(runs)('asynchronous spans of $id are balanced, and their ids are used for one span at a time', ({ run }) => {
  const open = new Map<string, string>();
  for (const { ph, id, cat, name } of of(read(perfettoTrace(run)), 'b', 'e')) {
    const key = `${cat} ${id}`;
    expect(open.get(key)).toBe(ph === 'b' ? undefined : name);
    if (ph === 'b') open.set(key, name);
    else open.delete(key);
  }
  expect([...open]).toEqual([]);
});

test.each(runs)(
  'an arrow of $id leads from the slice of the sending, which stands before it, to that of the arrival',
  ({ run }) => {
    const tails = new Map<number, Extract<Fact, { readonly ph: 's' }>>();
    const slices = new Map<string, string>();
    let heads = 0;
    for (const fact of read(perfettoTrace(run))) {
      if (fact.ph === 'X') slices.set(`${fact.tid} ${fact.ts}`, fact.name);
      if (fact.ph === 's') {
        expect(slices.get(`${fact.tid} ${fact.ts}`)).toBe('message.sent');
        expect(tails.has(fact.id)).toBe(false);
        tails.set(fact.id, fact);
      }
      if (fact.ph !== 'f') continue;
      heads += 1;
      expect(slices.get(`${fact.tid} ${fact.ts}`)).toBe('message.delivered');
      const { name, cat, pid } = tails.get(fact.id) ?? expect.fail('an arrow has no tail');
      expect([name, cat, pid]).toEqual([fact.name, fact.cat, fact.pid]);
    }
    const events = run.lanes.flatMap((lane) => lane.events);
    expect(heads).toBe(events.filter(({ type }) => type === 'message.delivered').length);
    expect(tails.size).toBe(events.filter(({ type }) => type === 'message.sent').length);
  },
);

test.each(runs)('the counters of $id end at what the report says was made and is shown', ({ run }) => {
  const counters = of(read(perfettoTrace(run)), 'C');
  run.lanes.forEach((lane, index) => {
    const last = new Map(
      counters.filter(({ pid }) => pid === index + 1).map(({ name, args: { words } }) => [name, words]),
    );
    const words = new Set(
      lane.events.flatMap((event) =>
        event.type === 'token.generated' ? [`${answerOf(lane.events, event.run)} ${event.token}`] : [],
      ),
    );
    expect(last.get('Words made') ?? 0).toBe(words.size);
  });
});

function answerOf(events: readonly TraceEvent[], run: number): string {
  const start = events.find((event) => event.type === 'run.started' && event.run === run);
  return start?.type === 'run.started' ? `${start.turn} ${start.actor}` : '';
}

test('the counter of a screen ends at what the report says is shown, where there was one prompt', () => {
  const { run } = runs.find(({ id }) => id === 'wifi-blip') ?? expect.fail('there is no such scenario');
  const counters = of(read(perfettoTrace(run)), 'C');
  run.lanes.forEach((lane, index) => {
    const last = new Map(
      counters.filter(({ pid }) => pid === index + 1).map(({ name, args: { words } }) => [name, words]),
    );
    const { surfaces = {} } = run.report.lanes[lane.name] ?? {};
    expect([last.get('Words on Laptop'), last.get('Words on Phone')]).toEqual([
      surfaces['laptop']?.shown,
      surfaces['phone']?.shown,
    ]);
  });
});
