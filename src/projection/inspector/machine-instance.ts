/** The machines that ran in a lane, one for each surface or run, with every state that they entered. */

import type { MachineChart } from '../../protocol/machine-chart.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorLabel } from '../actor-label.ts';

export interface MachineInstance {
  readonly key: string;
  /** `Laptop`, `Agent, run 2`, or `Agent, run 2, process 3` where another process went on with it. */
  readonly owner: string;
  readonly actor: ActorName;
  readonly run: number | null;
  readonly chart: MachineChart;
  /** In the order of time, never empty. */
  readonly entries: readonly StateEntry[];
}

export interface StateEntry {
  readonly event: EventId;
  readonly atMs: VirtualMs;
  /** The path of the innermost state. */
  readonly state: string;
}

type Growing = MachineInstance & { readonly machine: string; readonly entries: StateEntry[] };

/** In the order in which they began. Machines without a chart are left out. */
export function machineInstances(trace: LaneTrace, charts: readonly MachineChart[]): readonly MachineInstance[] {
  const instances: Growing[] = [];
  /** Which machine each event is of: entering a state, or something that follows from it. */
  const ofEvent = new Map<EventId, Growing>();
  for (const event of trace.events) {
    const adopted = adoption(trace, event);
    const alike = (one: Growing) => isOf(one, event);
    const cause = event.causedBy === null ? undefined : ofEvent.get(event.causedBy);
    if (event.type !== 'state.entered') {
      if (cause !== undefined) ofEvent.set(event.id, cause);
      continue;
    }
    const entry = { event: event.id, atMs: event.atMs, state: event.state };
    const known =
      adopted !== null ? undefined : cause !== undefined && alike(cause) ? cause : instances.findLast(alike);
    const instance = known ?? begin(event, charts, adopted);
    if (instance === null) continue;
    if (known === undefined) instances.push(instance);
    instance.entries.push(entry);
    ofEvent.set(event.id, instance);
  }
  return instances;
}

type Entered = Extract<TraceEvent, { readonly type: 'state.entered' }>;

function begin(event: Entered, charts: readonly MachineChart[], process: number | null): Growing | null {
  const { machine, actor, run } = event;
  const chart = charts.find(({ id }) => id === machine);
  if (chart === undefined) return null;
  const owner = [
    actorLabel(actor),
    ...(run === null ? [] : [`run ${run}`]),
    ...(process === null ? [] : [`process ${process}`]),
  ];
  return { key: `e${event.id}`, owner: owner.join(', '), actor, run, machine, chart, entries: [] };
}

function isOf({ machine, actor, run }: Growing, event: TraceEvent): boolean {
  return event.type === 'state.entered' && event.machine === machine && event.actor === actor && event.run === run;
}

/** The process that goes on with a run of another one, in a machine of its own; `null` for any other event. */
function adoption(trace: LaneTrace, event: TraceEvent): number | null {
  const cause = event.type === 'state.entered' && event.causedBy !== null ? trace.events[event.causedBy] : undefined;
  return cause?.type === 'run.adopted' ? cause.process : null;
}

/**
 * The machine that an event is about: its own, else one of its actor that had begun by then, else one of
 * those whose events led to it. `null` where no machine ran.
 */
export function instanceOf(
  trace: LaneTrace,
  instances: readonly MachineInstance[],
  id: EventId,
): MachineInstance | null {
  let cause: number | null = id;
  while (cause !== null) {
    const event: TraceEvent | undefined = trace.events[cause];
    if (event === undefined) break;
    const found = ownInstance(instances, event);
    if (found !== undefined) return found;
    cause = event.causedBy;
  }
  return instances[0] ?? null;
}

function ownInstance(instances: readonly MachineInstance[], event: TraceEvent): MachineInstance | undefined {
  if (event.type === 'state.entered')
    return instances.find(({ entries }) => entries.some((entry) => entry.event === event.id));
  const run = 'run' in event ? event.run : null;
  const own = instances.filter(({ actor, entries }) => actor === event.actor && (entries[0]?.event ?? 0) <= event.id);
  return (
    own.findLast((instance) => instance.run === run) ?? own.findLast((instance) => instance.run !== null) ?? own[0]
  );
}
