/**
 * The run as a trace for Perfetto and for `chrome://tracing` (Trace Event Format, JSON object form).
 *
 * A lane is a process. Each actor is a thread of it with all its events, each a slice of a microsecond that
 * carries the event's fields; what a surface shows and what a machine is in stand on threads of their own
 * as slices that last. Connections, faults and runs may overlap on one actor, which slices of one thread
 * may not, so they are asynchronous. Messages are arrows, words made and shown are counters.
 *
 * Times are microseconds. Events of one actor within one millisecond follow each other two microseconds
 * apart, so that their order can be seen and none lies over another.
 */

import { TRACE_FIELDS, traceField } from '../../protocol/trace-fields.ts';
import type { ActorName, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { laneActors } from './lane-actors.ts';
import { laneCounters } from './perfetto-counters.ts';
import { asyncSpans, stateSlices } from './perfetto-spans.ts';
import type { TraceFact } from './perfetto-fact.ts';

/** Threads of a lane; ids are unique among all lanes, as Perfetto knows a thread by its id alone. */
const MOST_THREADS = 10_000;
const LAST_PLACE_US = 998;

/** One JSON object; the events stand in it in the order of their times. */
export function perfettoTrace({ scenario, lanes, report, model }: Run): string {
  const facts = lanes.flatMap((lane, index) => laneFacts(scenario, lane, index + 1));
  const named = facts.filter(({ ph }) => ph === 'M');
  const timed = facts.filter(({ ph }) => ph !== 'M').toSorted((a, b) => a.ts - b.ts);
  const { id, title, seed } = scenario;
  const otherData = { scenario: id, title, seed, model, digest: report.digest };
  const lines = [...named, ...timed].map((fact) => JSON.stringify(fact));
  return `{"displayTimeUnit":"ms","otherData":${JSON.stringify(otherData)},"traceEvents":[\n${lines.join(',\n')}\n]}\n`;
}

function laneFacts(scenario: CompiledScenario, lane: LaneTrace, pid: number): readonly TraceFact[] {
  const threads = new Map<string, number>();
  const threadOf = (name: string): number => {
    const tid = threads.get(name) ?? pid * MOST_THREADS + threads.size + 1;
    threads.set(name, tid);
    return tid;
  };
  const actors = new Map(laneActors(scenario, lane).map((actor) => [actor, threadOf(actorLabel(actor))]));
  const endUs = scenario.horizonMs * 1000;
  const facts = [
    ...eventFacts(lane, pid, (actor) => actors.get(actor) ?? threadOf(actorLabel(actor))),
    ...stateSlices(lane, endUs).map(({ thread, ...slice }) => ({ ...slice, pid, tid: threadOf(thread) })),
    ...asyncSpans(lane, endUs).map(({ actor, ...span }) => ({ ...span, pid, tid: actors.get(actor) ?? pid })),
    ...laneCounters(lane).map((counter) => ({ ...counter, pid, tid: pid * MOST_THREADS })),
  ];
  return [...nameFacts(lane, pid, threads), ...facts];
}

function nameFacts(lane: LaneTrace, pid: number, threads: ReadonlyMap<string, number>): readonly TraceFact[] {
  const process = { ph: 'M', ts: 0, pid, tid: pid * MOST_THREADS } as const;
  return [
    { ...process, name: 'process_name', args: { name: laneTitle(lane) } },
    { ...process, name: 'process_labels', args: { labels: lane.name } },
    { ...process, name: 'process_sort_index', args: { sort_index: pid } },
    ...[...threads].flatMap(([name, tid], index): readonly TraceFact[] => [
      { ...process, tid, name: 'thread_name', args: { name } },
      { ...process, tid, name: 'thread_sort_index', args: { sort_index: index } },
    ]),
  ];
}

function eventFacts(lane: LaneTrace, pid: number, threadOf: (actor: ActorName) => number): readonly TraceFact[] {
  const placeOf = createPlaces();
  return lane.events.flatMap((event): readonly TraceFact[] => {
    const at = { ts: event.atMs * 1000 + placeOf(event), pid, tid: threadOf(event.actor) };
    const slice: TraceFact = { ph: 'X', name: event.type, cat: categoryOf(event), ...at, dur: 1, args: argsOf(event) };
    return [slice, ...flowFacts(event).map((flow) => ({ ...flow, ...at, id: pid * 2 ** 32 + flow.id }))];
  });
}

/** The end of an arrow binds to the slice that it lies in, which is that of the same event. */
function flowFacts(event: TraceEvent): readonly (Omit<TraceFact, 'ts' | 'pid' | 'tid'> & { readonly id: number })[] {
  if (event.type === 'message.sent') return [{ ph: 's', name: event.kind, cat: 'message', id: event.message }];
  if (event.type !== 'message.delivered') return [];
  return [{ ph: 'f', name: event.kind, cat: 'message', id: event.message, bp: 'e' }];
}

/** How many microseconds into its millisecond an event of an actor stands. */
function createPlaces(): (event: TraceEvent) => number {
  const last = new Map<ActorName, { readonly atMs: number; readonly count: number }>();
  return ({ actor, atMs }) => {
    const before = last.get(actor);
    const count = before?.atMs === atMs ? before.count + 1 : 0;
    last.set(actor, { atMs, count });
    return Math.min(count * 2, LAST_PLACE_US);
  };
}

function categoryOf({ type }: TraceEvent): string {
  return type.slice(0, type.indexOf('.'));
}

function argsOf(event: TraceEvent): NonNullable<TraceFact['args']> {
  const fields = TRACE_FIELDS[event.type].map((field: string) => [field, traceField(event, field)] as const);
  const cause = event.causedBy === null ? null : `e${event.causedBy}`;
  return { event: `e${event.id}`, cause, ...Object.fromEntries(fields) };
}
