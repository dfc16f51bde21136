/**
 * The naive lane: the response body is the stream. POST, the answer is the body; who loses the
 * connection loses the answer. Source: `model.md`, naive-sse.
 */

import type { AgentPart } from '../../../scenario/compiled-scenario.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { MachineCell, MachineInput } from '../../kernel/machine-host.ts';
import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import { BaseLane } from '../base-lane.ts';
import type { LaneDefinition, LanePort, LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import type { HeartbeatDue } from './heartbeat-due.ts';
import type { NaiveClientEffect } from './naive-client.machine.ts';
import type { NaiveOptions } from './naive-options.ts';
import { NaivePages } from './naive-pages.ts';
import type { NaiveRequestEffect } from './naive-request.machine.ts';
import { NaiveServer } from './naive-server.ts';
import type { NaiveState } from './naive-state.ts';

export const naiveSse: LaneDefinition<NaiveOptions, NaiveState> = {
  name: 'naive-sse',
  title: 'One pipe',
  subtitle: 'naive SSE: the response is the connection',
  isDefault: true,
  isBaseline: true,
  // 1,226 bytes for 21 words of the measured answer (W replay.resumableStream).
  costs: { frameBytes: 54, isService: false },
  hasAgentsApart: false,
  createState: (options) => ({
    options,
    pages: new Map(),
    server: { requests: new Map(), connections: new Map() },
  }),
  bind: (world, state) => new NaiveLane(world, state),
};

class NaiveLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #pages: NaivePages;
  readonly #server: NaiveServer;

  constructor(world: LaneWorld, { pages, server, options }: NaiveState) {
    super();
    this.#world = world;
    this.#pages = new NaivePages(world, pages, options);
    this.#server = new NaiveServer(world, server, options);
  }

  begin(surface: SurfaceState): void {
    this.#pages.begin(surface);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    return this.#pages.refuses(surface, action);
  }

  act(surface: SurfaceState, action: PersonAction): void {
    this.#pages.act(surface, action);
  }

  onPathHealed(surface: SurfaceState): void {
    this.#pages.onPathHealed(surface);
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    this.#pages.onPacket(connection, packet);
  }

  onSurfaceEnd(connection: Connection, how: 'end' | 'failed'): void {
    this.#pages.onEnd(connection, how);
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    this.#server.onPacket(connection, packet);
  }

  override onServerEnd(connection: Connection): void {
    this.#server.onClientGone(connection);
  }

  onToken(run: AgentRun, token: number): void {
    this.#server.onToken(run, token);
  }

  override onToolStarted(run: AgentRun, { step }: AgentPart): void {
    this.#server.onToolStarted(run, step);
  }

  override onApprovalAsked(run: AgentRun, { step }: AgentPart): void {
    this.#server.onApprovalAsked(run, step);
  }

  override onStepDone(run: AgentRun, { step, kind }: AgentPart): void {
    this.#server.onStepDone(run, step, kind);
  }

  onRunEnded(run: AgentRun): void {
    this.#server.onRunEnded(run);
  }

  override onProcessDown(_process: number, lost: readonly AgentRun[]): void {
    this.#server.onProcessDown(lost);
  }

  override onLaneEvent(event: LaneEvent): void {
    // This lane schedules one kind of event of its own.
    this.#server.beat(event as HeartbeatDue);
  }

  override processOf(event: LaneEvent): number | null {
    return this.#server.processOf((event as HeartbeatDue).connection);
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.run === null) this.#pages.carryOut(this.#world.surfaces.get(cell.actor), asked as NaiveClientEffect);
    else this.#server.carryOut(cell.run, asked as NaiveRequestEffect);
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#pages.showStatus(this.#world.surfaces.get(actor));
  }
}
