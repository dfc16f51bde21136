/**
 * The port that every lane implements. A lane is handed the same agent script, links and people's
 * actions, and answers by using what is in {@link LaneWorld}. Its own state is plain data, so that
 * a world can be copied; `bind` gives it hands for as long as one call of `advanceTo` lasts.
 */

import type { DropForm } from '../../protocol/fault.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneOptions } from '../../scenario/lane-options.ts';
import type { Agent, AgentSink } from '../agent/agent.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MachineCell, MachineInput } from '../kernel/machine-host.ts';
import type { LaneEvent } from '../kernel/sim-event.ts';
import type { Network, NetworkSink } from '../network/network.ts';
import type { SurfaceState, Surfaces } from '../surfaces/surfaces.ts';
import type { History } from './history.ts';

export interface LaneWorld {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly agent: Agent;
  readonly surfaces: Surfaces;
  readonly history: History;
}

/** What a person does at a surface. The fact of it is recorded already and is the cause. */
export type PersonAction =
  | { readonly type: 'open' | 'close' | 'refresh' | 'hide' | 'show' }
  | { readonly type: 'send'; readonly turn: number }
  | { readonly type: 'stop' };

export interface LanePort extends NetworkSink, AgentSink {
  /** Starts the machines of a surface, before time begins. */
  begin(surface: SurfaceState): void;
  /** Why a person cannot send here now, `null` when they can. */
  refusesToSend(surface: SurfaceState): string | null;
  act(surface: SurfaceState, action: PersonAction): void;
  /** The path of `surface` works again after a fault of the form `how`. */
  onPathHealed(surface: SurfaceState, how: DropForm): void;
  /** Carries out what one of the lane's machines asks for. */
  carryOut(key: string, cell: MachineCell, effect: MachineInput): void;
  /** A timer moved one of the machines: what depends on its state is brought in line. */
  onMachineMoved(key: string): void;
  onLaneEvent(event: LaneEvent): void;
  /** The surface that an event of the lane's own is for, so that a frozen one gets it later. */
  surfaceOf(event: LaneEvent): string | null;
}

export interface LaneDefinition<State> {
  readonly name: LaneName;
  createState(options: LaneOptions): State;
  bind(world: LaneWorld, state: State): LanePort;
}
