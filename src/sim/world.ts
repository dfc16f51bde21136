/**
 * One lane's world: a value. `advanceTo` leaves the world it is given as it was and returns the
 * later one, so that a kept world is a checkpoint and continuing it twice gives the same future.
 */

import { copyState } from '../base/copy-state.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { TraceEvent } from '../protocol/trace-event.ts';
import type { CompiledLane, CompiledScenario } from '../scenario/compiled-scenario.ts';
import { LIMITS } from '../scenario/limits.ts';
import type { AgentState } from './agent/agent-run.ts';
import type { KeptForProcess } from './agent/process-inbox.ts';
import { createProcesses } from './agent/processes.ts';
import type { ProcessesState } from './agent/processes.ts';
import { createKernelState } from './kernel/kernel.ts';
import type { KernelState } from './kernel/kernel.ts';
import type { TieOrder } from './kernel/tie-order.ts';
import type { HistoryState } from './lanes/history.ts';
import { laneNamed } from './lanes/lane-list.ts';
import type { PathState } from './network/path.ts';
import { CONNECTIONS_PER_ORIGIN } from './network/browser-pool.ts';
import type { NetworkState } from './network/network.ts';
import { createProxy } from './network/proxy.ts';
import type { OperationsState } from './operations.ts';
import { Simulation } from './simulation.ts';
import { createSurfaceState } from './surfaces/surfaces.ts';
import type { SurfaceState } from './surfaces/surfaces.ts';

export interface WorldState {
  readonly kernel: KernelState;
  readonly network: NetworkState;
  readonly agent: AgentState;
  readonly processes: ProcessesState;
  readonly operations: OperationsState;
  /** What came for a process while it stood still. */
  readonly keptForProcesses: KeptForProcess[];
  readonly history: HistoryState;
  readonly surfaces: Map<string, SurfaceState>;
  /** Prompts sent so far, and the script entries that wait for an event of the run. */
  readonly chat: ChatState;
  readonly lane: unknown;
}

export interface ChatState {
  turns: number;
  /** Indexes of script entries with a moment `after` something; they leave the list when they happen. */
  readonly awaited: number[];
  /** How much of the trace has been searched for what `awaited` waits for. */
  searched: number;
}

export interface World {
  readonly scenario: CompiledScenario;
  readonly lane: CompiledLane;
  readonly state: WorldState;
}

/** The world of one lane at time 0, before anything has happened. */
export function startWorld(scenario: CompiledScenario, lane: CompiledLane, tieOrder?: TieOrder): World {
  const state = createWorldState(scenario, lane, tieOrder);
  new Simulation(scenario, lane, state).begin();
  return { scenario, lane, state };
}

/** The world of one lane at its horizon, for whom the moments before it are nothing to keep. */
export function runWorld(scenario: CompiledScenario, lane: CompiledLane): World {
  const state = createWorldState(scenario, lane);
  const simulation = new Simulation(scenario, lane, state);
  simulation.begin();
  simulation.runTo(scenario.horizonMs);
  return { scenario, lane, state };
}

function createWorldState(scenario: CompiledScenario, lane: CompiledLane, tieOrder?: TieOrder): WorldState {
  const definition = laneNamed(lane.lane);
  const agents = [scenario.agent, ...scenario.agents].map((agent) => agent.name);
  const { idleTimeoutMs, durationCapMs, cut } = scenario.proxy;
  const paths = scenario.surfaces.map(({ name, latencyMs, jitterMs }): [string, PathState] => [
    name,
    { latencyMs, jitterMs, faults: [] },
  ]);
  return {
    kernel: createKernelState(lane.name, scenario.seed, LIMITS.eventsPerLane, tieOrder),
    network: {
      paths: new Map(paths),
      connections: new Map(),
      proxy: createProxy(idleTimeoutMs, durationCapMs, cut),
      pool: {
        places: CONNECTIONS_PER_ORIGIN[scenario.browser.protocol],
        // Tabs share one browser, a device has its own.
        browsers: new Map(scenario.surfaces.map(({ name, kind }) => [name, kind === 'tab' ? 'browser' : name])),
      },
      lastConnection: 0,
      lastFlight: 0,
      lastMessage: 0,
    },
    agent: { runs: [], former: [] },
    processes: createProcesses(definition.hasAgentsApart ? agents : ['agent'], scenario.processes),
    operations: { outages: 0 },
    keptForProcesses: [],
    history: { answers: [], turns: 0 },
    surfaces: new Map(scenario.surfaces.map(({ name, mayStop }) => [name, createSurfaceState(name, mayStop)])),
    chat: { turns: 0, awaited: [], searched: 0 },
    lane: definition.createState(lane.options),
  };
}

/** The world after everything up to and including `targetMs` has happened; `world` itself is unchanged. */
export function advanceTo(world: World, targetMs: VirtualMs): World {
  const state = copyState(world.state);
  new Simulation(world.scenario, world.lane, state).runTo(targetMs);
  return { ...world, state };
}

/** What has happened so far, in order. */
export function traceOf(world: World): readonly TraceEvent[] {
  return world.state.kernel.trace;
}
