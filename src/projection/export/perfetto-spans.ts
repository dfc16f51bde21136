/** What lasts in a lane, as slices of a trace: states, statuses, connections, faults and runs. */

import type { ActorName, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorLabel } from '../actor-label.ts';
import type { TraceFact } from './perfetto-fact.ts';

type Slice = Omit<TraceFact, 'pid' | 'tid'> & { readonly thread: string };
type Span = Omit<TraceFact, 'pid' | 'tid'> & { readonly actor: ActorName };

/** Begins and ends of statuses and of machine states; on a thread of its own each ends where the next begins. */
export function stateSlices({ events }: LaneTrace, endUs: number): readonly Slice[] {
  const slices: Slice[] = [];
  const open = new Map<string, Slice>();
  for (const event of events) {
    const state = stateOf(event);
    if (state === null) continue;
    const { thread, name } = state;
    const ts = event.atMs * 1000;
    const last = open.get(thread);
    if (last?.name === name) continue;
    if (last !== undefined) slices.push({ ...last, ph: 'E', ts });
    const begun: Slice = { ph: 'B', name, cat: 'state', ts, thread };
    slices.push(begun);
    open.set(thread, begun);
  }
  return [...slices, ...[...open.values()].map((slice): Slice => ({ ...slice, ph: 'E', ts: endUs }))];
}

function stateOf(event: TraceEvent): { readonly thread: string; readonly name: string } | null {
  if (event.type === 'status.changed') return { thread: `${actorLabel(event.actor)}: shows`, name: event.status };
  if (event.type !== 'state.entered') return null;
  const run = event.run === null ? '' : `, run ${event.run}`;
  return { thread: `${actorLabel(event.actor)}: ${event.machine}${run}`, name: event.state };
}

/** What may overlap on one actor. Whatever is still open at the end of the run ends there. */
export function asyncSpans({ events, name: lane }: LaneTrace, endUs: number): readonly Span[] {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const event of events) {
    const edge = edgeOf(event);
    if (edge === null) continue;
    const id = `${lane} ${edge.cat} ${edge.number}`;
    const ts = event.atMs * 1000;
    const begun = open.get(id);
    if (edge.isBegin && begun === undefined) {
      const { cat, name = '' } = edge;
      const span: Span = { ph: 'b', name, cat, id, ts, actor: event.actor };
      open.set(id, span);
      spans.push(span);
    } else if (!edge.isBegin && begun !== undefined) {
      spans.push({ ...begun, ph: 'e', ts });
      open.delete(id);
    }
  }
  return [...spans, ...[...open.values()].map((span): Span => ({ ...span, ph: 'e', ts: endUs }))];
}

interface Edge {
  readonly cat: 'connection' | 'fault' | 'run';
  readonly number: number;
  readonly isBegin: boolean;
  readonly name?: string;
}

function edgeOf(event: TraceEvent): Edge | null {
  switch (event.type) {
    case 'connection.opening': {
      const name = `connection ${event.connection}: ${event.purpose}`;
      return { cat: 'connection', number: event.connection, isBegin: true, name };
    }
    case 'connection.closed':
      return { cat: 'connection', number: event.connection, isBegin: false };
    case 'fault.began':
      return { cat: 'fault', number: event.scriptIndex, isBegin: true, name: `drop: ${event.how}` };
    case 'fault.ended':
      return { cat: 'fault', number: event.scriptIndex, isBegin: false };
    case 'run.started':
    case 'run.adopted':
      return { cat: 'run', number: event.run, isBegin: true, name: `run ${event.run}` };
    case 'run.ended':
      return { cat: 'run', number: event.run, isBegin: false };
    default:
      return null;
  }
}
