/** The machines that ran in a lane, one for each surface or run, with every state that they entered. */

import type { MachineChart } from '../../protocol/machine-chart.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorLabel } from '../actor-label.ts';

export interface MachineInstance {
  readonly key: string;
  /** `Laptop`, or `Agent, run 2` where there is one for each run. */
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

/** In the order in which they began. Machines without a chart are left out. */
export function machineInstances(trace: LaneTrace, charts: readonly MachineChart[]): readonly MachineInstance[] {
  const instances = new Map<string, MachineInstance & { readonly entries: StateEntry[] }>();
  for (const event of trace.events) {
    if (event.type !== 'state.entered') continue;
    const { machine, actor, run, state, id, atMs } = event;
    const key = keyOf(machine, actor, run);
    const entry = { event: id, atMs, state };
    const known = instances.get(key);
    const chart = charts.find((one) => one.id === machine);
    if (known !== undefined) known.entries.push(entry);
    else if (chart !== undefined)
      instances.set(key, { key, owner: ownerOf(actor, run), actor, run, chart, entries: [entry] });
  }
  return [...instances.values()];
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
    return instances.find(({ key }) => key === keyOf(event.machine, event.actor, event.run));
  const run = 'run' in event ? event.run : null;
  const own = instances.filter(({ actor, entries }) => actor === event.actor && (entries[0]?.event ?? 0) <= event.id);
  return (
    own.findLast((instance) => instance.run === run) ?? own.findLast((instance) => instance.run !== null) ?? own[0]
  );
}

function keyOf(machine: string, actor: ActorName, run: number | null): string {
  return `${machine} ${actor} ${run ?? ''}`;
}

function ownerOf(actor: ActorName, run: number | null): string {
  return run === null ? actorLabel(actor) : `${actorLabel(actor)}, run ${run}`;
}
