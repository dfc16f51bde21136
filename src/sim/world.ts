/**
 * One lane's world: a value. `advanceTo` leaves the world it is given as it was and returns the
 * later one, so that a kept world is a checkpoint and continuing it twice gives the same future.
 */

import { copyState } from '../base/copy-state.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { TraceEvent } from '../protocol/trace-event.ts';
import type { CompiledLane, CompiledScenario } from '../scenario/compiled-scenario.ts';
import { LIMITS } from '../scenario/limits.ts';
import type { AgentState } from './agent/agent.ts';
import { createKernelState } from './kernel/kernel.ts';
import type { KernelState } from './kernel/kernel.ts';
import type { TieOrder } from './kernel/tie-order.ts';
import type { HistoryState } from './lanes/history.ts';
import { laneNamed } from './lanes/lane-registry.ts';
import type { PathState } from './network/path.ts';
import type { NetworkState } from './network/network.ts';
import { Simulation } from './simulation.ts';
import { createSurfaceState } from './surfaces/surfaces.ts';
import type { SurfaceState } from './surfaces/surfaces.ts';

export interface WorldState {
  readonly kernel: KernelState;
  readonly network: NetworkState;
  readonly agent: AgentState;
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
  const paths = scenario.surfaces.map(({ name, latencyMs, jitterMs }): [string, PathState] => [
    name,
    { latencyMs, jitterMs, faults: [] },
  ]);
  const state: WorldState = {
    kernel: createKernelState(lane.name, scenario.seed, LIMITS.eventsPerLane, tieOrder),
    network: { paths: new Map(paths), connections: new Map(), lastConnection: 0, lastFlight: 0, lastMessage: 0 },
    agent: { runs: [] },
    history: { answers: [], turns: 0 },
    surfaces: new Map(scenario.surfaces.map(({ name }) => [name, createSurfaceState(name)])),
    chat: { turns: 0, awaited: [], searched: 0 },
    lane: laneNamed(lane.lane).createState(lane.options),
  };
  new Simulation(scenario, lane, state).begin();
  return { scenario, lane, state };
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
