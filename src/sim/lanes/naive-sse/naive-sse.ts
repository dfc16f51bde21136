/**
 * The naive lane: the response body is the stream. POST, the answer is the body; who loses the
 * connection loses the answer. Source: `model.md`, naive-sse.
 */

import { assert, assertNever } from '../../../base/assert.ts';
import type { SurfaceStatus } from '../../../protocol/surface-status.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { MachineCell, MachineInput } from '../../kernel/machine-host.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import { BaseLane } from '../base-lane.ts';
import type { LaneDefinition, LanePort, LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import { naiveOptionsSchema } from './naive-options.ts';
import type { NaiveOptions } from './naive-options.ts';
import { naiveClientMachine } from './naive-client.machine.ts';
import type { NaiveClientEffect, NaiveClientEvent } from './naive-client.machine.ts';
import { naiveRequestMachine } from './naive-request.machine.ts';
import type { NaiveRequestEffect } from './naive-request.machine.ts';

interface NaiveState {
  readonly options: NaiveOptions;
  readonly pages: Map<string, { connection: number | null; turn: number }>;
  /** The connection that each run answers on. */
  readonly requests: Map<number, number>;
}

const STATUS: Readonly<Record<string, SurfaceStatus>> = {
  closed: 'closed',
  'open.loading': 'idle',
  'open.unavailable': 'error',
  'open.idle': 'idle',
  'open.waiting': 'waiting',
  'open.streaming': 'streaming',
  'open.complete': 'complete',
  'open.cancelled': 'cancelled',
  'open.error': 'error',
};

const clientKey = (surface: string): string => `client:${surface}`;
const requestKey = (run: number): string => `request:${run}`;

export const naiveSse: LaneDefinition<typeof naiveOptionsSchema, NaiveState> = {
  name: 'naive-sse',
  title: 'One pipe',
  subtitle: 'naive SSE: the response is the connection',
  isDefault: true,
  isBaseline: true,
  options: naiveOptionsSchema,
  // 1,226 bytes for 21 words of the measured answer (W replay.resumableStream).
  costs: { frameBytes: 54, isService: false },
  hasAgentsApart: false,
  createState: (options) => ({ options, pages: new Map(), requests: new Map() }),
  bind: (world, state) => new NaiveLane(world, state),
};

class NaiveLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #state: NaiveState;

  constructor(world: LaneWorld, state: NaiveState) {
    super();
    this.#world = world;
    this.#state = state;
  }

  begin(surface: SurfaceState): void {
    this.#state.pages.set(surface.name, { connection: null, turn: 0 });
    this.#world.kernel.startMachine(clientKey(surface.name), naiveClientMachine, surface.name, null);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    if (action !== 'send') return 'this lane has no way to do that';
    const { snapshot, state } = this.#world.kernel.machine(clientKey(surface.name));
    if (snapshot.can({ type: 'prompt.sent' })) return null;
    return state === 'open.unavailable' ? 'the page is not there' : 'an answer is still under way';
  }

  act(surface: SurfaceState, action: PersonAction): void {
    switch (action.type) {
      case 'open':
        return this.#tell(surface, { type: 'surface.opened' });
      case 'close':
        return this.#tell(surface, { type: 'surface.closed' });
      case 'refresh':
        return this.#tell(surface, { type: 'surface.refreshed' });
      case 'send':
        this.#page(surface).turn = action.turn;
        return this.#tell(surface, { type: 'prompt.sent' });
      case 'stop':
        return this.#tell(surface, { type: 'stop.pressed' });
      case 'hide':
      case 'show':
        // A hidden tab goes on reading its body.
        return;
      case 'retry':
      case 'steer':
      case 'answer':
      case 'join':
        return;
      default:
        assertNever(action);
    }
  }

  onPathHealed(surface: SurfaceState): void {
    this.#tell(surface, { type: 'path.healed' });
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(connection.surface);
    if (packet.kind === 'history') {
      for (const { run, tokens } of packet.answers) {
        this.#world.surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      }
      const hasAnswer = packet.answers.some((answer) => answer.turn === packet.turns && answer.tokens > 0);
      this.#tell(surface, { type: 'page.loaded', hasAnswer });
    } else if (this.#page(surface).connection !== connection.id) {
      return;
    } else if (packet.kind === 'tokens') {
      this.#world.surfaces.show(surface, packet);
      if (surface.status === 'waiting') this.#tell(surface, { type: 'answer.began' });
    } else if (packet.kind === 'finish') {
      this.#tell(surface, { type: 'answer.finished' });
    }
  }

  onSurfaceEnd(connection: Connection, how: 'end' | 'failed'): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const isLoad = connection.purpose === 'load';
    if (isLoad ? this.#isPastLoading(surface) : this.#page(surface).connection !== connection.id) return;
    this.#tell(surface, { type: how === 'end' ? 'body.ended' : 'connection.failed' });
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history, agent, kernel } = this.#world;
    if (packet.kind === 'load') {
      network.respond(connection, { kind: 'history', ...history.read() });
    } else if (packet.kind === 'prompt') {
      history.notePrompt(packet.turn);
      const { run } = agent.start(packet.turn, connection.process ?? 1);
      this.#state.requests.set(run, connection.id);
      kernel.startMachine(requestKey(run), naiveRequestMachine, 'server', run, this.#state.options);
    }
  }

  override onServerEnd(connection: Connection): void {
    for (const [run, id] of this.#state.requests) {
      if (id === connection.id) this.#world.kernel.send(requestKey(run), { type: 'client.gone' });
    }
  }

  onToken({ run }: AgentRun, token: number): void {
    const connection = this.#connectionOfRun(run);
    if (connection !== undefined) {
      this.#world.network.sendToSurface(connection, {
        kind: 'tokens',
        run,
        from: token,
        to: token,
        via: 'live',
        offset: null,
      });
    }
  }

  onRunEnded({ run }: AgentRun): void {
    this.#world.kernel.send(requestKey(run), { type: 'run.ended' });
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.run === null) this.#carryOutForClient(this.#world.surfaces.get(cell.actor), asked as NaiveClientEffect);
    else this.#carryOutForRequest(cell.run, asked as NaiveRequestEffect);
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#showStatus(this.#world.surfaces.get(actor));
  }

  #carryOutForClient(surface: SurfaceState, effect: NaiveClientEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'prompt.post':
        page.connection = network.open(surface.name, 'chat', { kind: 'prompt', turn: page.turn });
        return;
      case 'connection.hang-up': {
        const connection = page.connection === null ? undefined : network.connection(page.connection);
        page.connection = null;
        if (connection !== undefined) network.hangUp(connection, 'by-page');
        return;
      }
      case 'page.unload':
        page.connection = null;
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      default:
        assertNever(effect);
    }
  }

  #carryOutForRequest(run: number, effect: NaiveRequestEffect): void {
    const { agent, history, network } = this.#world;
    const { turn, tokens, end } = agent.run(run);
    switch (effect.type) {
      case 'run.abort':
        agent.abort(run);
        return;
      case 'run.stall':
        return agent.stall(run);
      case 'history.save-part':
        if (this.#state.options.saveOnClose === 'partial') history.save({ turn, run, tokens, isWhole: false });
        return;
      case 'history.save-whole':
        return history.save({ turn, run, tokens, isWhole: end === 'complete' });
      case 'response.finish': {
        const connection = this.#connectionOfRun(run);
        if (connection !== undefined)
          network.respond(connection, { kind: 'finish', run, end: end === 'running' ? 'complete' : end });
        return;
      }
      default:
        assertNever(effect);
    }
  }

  #tell(surface: SurfaceState, event: NaiveClientEvent): void {
    this.#world.kernel.send(clientKey(surface.name), event);
    this.#showStatus(surface);
  }

  #showStatus(surface: SurfaceState): void {
    const { state } = this.#world.kernel.machine(clientKey(surface.name));
    this.#world.surfaces.setStatus(surface, STATUS[state] ?? 'idle');
  }

  #page(surface: SurfaceState): { connection: number | null; turn: number } {
    const page = this.#state.pages.get(surface.name);
    assert(page !== undefined, `surface "${surface.name}" has no page`);
    return page;
  }

  #isPastLoading(surface: SurfaceState): boolean {
    return this.#world.kernel.machine(clientKey(surface.name)).state !== 'open.loading';
  }

  #connectionOfRun(run: number): Connection | undefined {
    const id = this.#state.requests.get(run);
    return id === undefined ? undefined : this.#world.network.connection(id);
  }
}
