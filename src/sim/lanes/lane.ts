/**
 * The port that every lane implements. A lane is handed the same agent script, links and people's
 * actions, and answers by using what is in {@link LaneWorld}. Its own state is plain data, so that
 * a world can be copied; `bind` gives it hands for as long as one call of `advanceTo` lasts.
 */

import type { DropForm } from '../../protocol/fault.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { ApprovalAnswer, ConnectionPurpose } from '../../protocol/trace-event.ts';
import type { Agent } from '../agent/agent.ts';
import type { AgentRun, AgentSink } from '../agent/agent-run.ts';
import type { Processes } from '../agent/processes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MachineCell, MachineInput } from '../kernel/machine-host.ts';
import type { LaneEvent } from '../kernel/sim-event.ts';
import type { Connection } from '../network/connection.ts';
import type { Network } from '../network/network.ts';
import type { ToServerPacket, ToSurfacePacket } from '../network/packet.ts';
import type { SurfaceState, Surfaces } from '../surfaces/surfaces.ts';
import type { History } from './history.ts';

export interface LaneWorld {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly agent: Agent;
  readonly processes: Processes;
  readonly surfaces: Surfaces;
  readonly history: History;
}

/** What a person does at a surface. The fact of it is recorded already and is the cause. */
export type PersonAction =
  | { readonly type: 'open' | 'close' | 'refresh' | 'hide' | 'show' }
  | { readonly type: 'send'; readonly turn: number }
  | { readonly type: 'stop' | 'retry' | 'steer' | 'join' }
  | { readonly type: 'answer'; readonly answer: ApprovalAnswer };

/** What a person may be refused, with the reason. */
export type RefusableAction = 'send' | 'retry' | 'steer' | 'approve' | 'reject' | 'join';

/** Who answers a connection: a process that may be down, the session layer that may be out, or something that is always there. */
export type FarEnd = 'process' | 'session' | 'always';

export interface LanePort extends AgentSink {
  /** Starts the machines of a surface, before time begins. */
  begin(surface: SurfaceState): void;
  /** Why a person cannot do that here now, `null` when they can. */
  refuses(surface: SurfaceState, action: RefusableAction): string | null;
  act(surface: SurfaceState, action: PersonAction): void;
  farEndOf(purpose: ConnectionPurpose): FarEnd;
  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void;
  /** The surface's end is over: `end` looks like a proper end, `failed` is an error. Not called for a hang-up of its own. */
  onSurfaceEnd(connection: Connection, how: 'end' | 'failed', reason: string): void;
  onServerPacket(connection: Connection, packet: ToServerPacket): void;
  /** The far end learns that the surface has gone. */
  onServerEnd(connection: Connection): void;
  /** The path of `surface` works again after a fault of the form `how`. */
  onPathHealed(surface: SurfaceState, how: DropForm): void;
  /** A process died, and these runs with it. Its connections have failed already. */
  onProcessDown(process: number, lost: readonly AgentRun[]): void;
  /** A process is up again, or a new one. */
  onProcessUp(process: number): void;
  /** The session layer is out, or back. Its connections have failed already. `null` in a lane that has none. */
  readonly onOutage: ((isOut: boolean) => void) | null;
  /** Carries out what one of the lane's machines asks for. */
  carryOut(key: string, cell: MachineCell, effect: MachineInput): void;
  /** A timer moved one of the machines: what depends on its state is brought in line. */
  onMachineMoved(key: string): void;
  onLaneEvent(event: LaneEvent): void;
  /** The surface that an event of the lane's own is for, so that a frozen one gets it later. */
  surfaceOf(event: LaneEvent): string | null;
  /** The process that an event of the lane's own is for, so that one that stands still gets it later. */
  processOf(event: LaneEvent): number | null;
}

/** What the bill charges for, beside tokens. */
export interface LaneCosts {
  /** What frames one piece of an answer on the wire, in bytes, beside its words. */
  readonly frameBytes: number;
  /** Does a session service charge for messages and connections? */
  readonly isService: boolean;
}

/** Everything that the rest of the program knows of a lane. */
export interface LaneDefinition<Options, State> {
  readonly name: LaneName;
  readonly title: string;
  /** What it is, in one line. */
  readonly subtitle: string;
  /** Does a scenario that names no lanes run it? */
  readonly isDefault: boolean;
  /** Is it the plain pipe, which the time that the others add is measured against? */
  readonly isBaseline: boolean;
  readonly costs: LaneCosts;
  /** Does each agent have a process of its own, or do they share that of the request? */
  readonly hasAgentsApart: boolean;
  createState(options: Options): State;
  bind(world: LaneWorld, state: State): LanePort;
}
