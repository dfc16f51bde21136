/**
 * The lane with a socket alone: control without durability. One WebSocket both ways, so that a stop
 * is a message and not a closed connection, and every open page hears of every run; and no log, so
 * that what was said while a page was away is gone. Sources: F1.1; `model.md`, last line of
 * durable-session.
 */

import { assertNever } from '../../../base/assert.ts';
import type { DropForm } from '../../../protocol/fault.ts';
import type { ConnectionPurpose } from '../../../protocol/trace-event.ts';
import type { AgentPart } from '../../../scenario/compiled-scenario.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { MachineCell, MachineInput } from '../../kernel/machine-host.ts';
import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import { BaseLane } from '../base-lane.ts';
import type { FarEnd, LaneDefinition, LanePort, LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import { Room } from './room.ts';
import type { Sockets } from './room.ts';
import { SocketClient } from './socket-client.ts';
import type { SocketEvent } from './socket-event.ts';
import { socketLinkMachine } from './socket-link.machine.ts';
import type { SocketLinkEffect } from './socket-link.machine.ts';
import type { SocketPage } from './socket-page.ts';
import { SocketServer } from './socket-server.ts';
import type { Askers } from './socket-server.ts';
import type { SocketViewEffect } from './socket-view.machine.ts';
import type { WebsocketOnlyOptions } from './websocket-only-options.ts';

interface WebsocketOnlyState {
  readonly options: WebsocketOnlyOptions;
  readonly pages: Map<string, SocketPage>;
  readonly sockets: Sockets;
  readonly askers: Askers;
}

export const websocketOnly: LaneDefinition<WebsocketOnlyOptions, WebsocketOnlyState> = {
  name: 'websocket-only',
  title: 'Socket alone',
  subtitle: 'WebSocket only: control both ways, and no memory',
  isDefault: false,
  isBaseline: false,
  // An assumption: a small JSON object that names its run, with two to four bytes of framing.
  costs: { frameBytes: 40, isService: false },
  hasAgentsApart: false,
  createState: (options) => ({ options, pages: new Map(), sockets: new Map(), askers: new Map() }),
  bind: (world, state) => new WebsocketOnlyLane(world, state),
};

class WebsocketOnlyLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #client: SocketClient;
  readonly #server: SocketServer;
  readonly #room: Room;

  constructor(world: LaneWorld, { options, pages, sockets, askers }: WebsocketOnlyState) {
    super();
    this.#world = world;
    this.#room = new Room(world, sockets, options);
    this.#server = new SocketServer(world, this.#room, askers, options);
    this.#client = new SocketClient(world, pages, options);
  }

  begin(surface: SurfaceState): void {
    this.#client.begin(surface);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    return this.#client.refuses(surface, action);
  }

  act(surface: SurfaceState, action: PersonAction): void {
    this.#client.act(surface, action);
  }

  onPathHealed(surface: SurfaceState, how: DropForm): void {
    this.#client.onPathHealed(surface, how);
  }

  /** The page and its history come from the product's web servers; the processes hold sockets and runs, and take turns with those alone. */
  override farEndOf(purpose: ConnectionPurpose): FarEnd {
    return purpose === 'load' ? 'always' : 'process';
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    this.#client.onPacket(connection, packet);
  }

  onSurfaceEnd(connection: Connection): void {
    this.#client.onEnd(connection);
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    this.#server.onPacket(connection, packet);
  }

  override onServerEnd(connection: Connection): void {
    this.#server.onSocketGone(connection.id);
  }

  override onProcessDown(process: number, lost: readonly AgentRun[]): void {
    this.#server.onProcessDown(process, lost);
  }

  override onRunStarted(run: AgentRun): void {
    this.#server.onRunStarted(run);
  }

  onToken(run: AgentRun, token: number): void {
    const tokens = { run: run.run, from: token, to: token, via: 'live', offset: null } as const;
    this.#server.say(run, { kind: 'tokens', ...tokens });
  }

  override onToolStarted(run: AgentRun, { step }: AgentPart): void {
    this.#server.say(run, { kind: 'tool', run: run.run, step, isOver: false });
  }

  override onStepDone(run: AgentRun, { kind, step }: AgentPart): void {
    if (kind === 'tool') this.#server.say(run, { kind: 'tool', run: run.run, step, isOver: true });
    else this.#server.say(run, { kind: 'approval-request', run: run.run, step, isOpen: false });
  }

  override onApprovalAsked(run: AgentRun, { step }: AgentPart): void {
    this.#server.say(run, { kind: 'approval-request', run: run.run, step, isOpen: true });
  }

  onRunEnded(run: AgentRun): void {
    this.#server.onRunEnded(run);
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    const surface = this.#world.surfaces.get(cell.actor);
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.machine.id === socketLinkMachine.id) this.#client.carryOutForLink(surface, asked as SocketLinkEffect);
    else this.#client.carryOutForView(surface, asked as SocketViewEffect);
  }

  onMachineMoved(key: string): void {
    this.#client.showStatus(this.#world.surfaces.get(this.#world.kernel.machine(key).actor));
  }

  override onLaneEvent(asked: LaneEvent): void {
    // This lane schedules its own events and no others.
    const event = asked as SocketEvent;
    if (event.type === 'silence.check') {
      return this.#client.checkSilence(this.#world.surfaces.get(event.surface), event.connection);
    }
    if (this.#world.processes.get(event.for).condition === 'down') return;
    switch (event.type) {
      case 'heartbeat.due':
        return this.#room.beat(event.connection);
      case 'frame.relayed':
        return this.#room.deliver(event.for, event.packet);
      case 'message.relayed':
        return this.#server.take(event.for, event.sender, event.message);
      default:
        assertNever(event);
    }
  }

  override surfaceOf(event: LaneEvent): string | null {
    const own = event as SocketEvent;
    return own.type === 'silence.check' ? own.surface : null;
  }

  override processOf(event: LaneEvent): number | null {
    const own = event as SocketEvent;
    return own.type === 'silence.check' ? null : own.for;
  }
}
