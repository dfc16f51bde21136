/**
 * The resumable lane: the same pipe with a buffer beside it. The stream is drained on the server,
 * and a surface that knows to ask can follow it again. Source: `model.md`, resumable-sse.
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
import { resumableOptionsSchema } from './resumable-options.ts';
import type { ResumableOptions } from './resumable-options.ts';
import { resumableClientMachine } from './resumable-client.machine.ts';
import type { ResumableClientEffect, ResumableClientEvent } from './resumable-client.machine.ts';
import { ResumableServer } from './resumable-server.ts';
import type { ResumableServerState } from './resumable-server.ts';
import type { ResumableStreamEffect } from './resumable-stream.machine.ts';

interface Page {
  connection: number | null;
  turn: number;
  /** The run that the page knows the id of, from its first packet. */
  run: number | null;
  hasAnswer: boolean;
}

interface ResumableState {
  readonly options: ResumableOptions;
  readonly pages: Map<string, Page>;
  readonly server: ResumableServerState;
}

const STATUS: Readonly<Record<string, SurfaceStatus>> = {
  closed: 'closed',
  'open.loading': 'idle',
  'open.unavailable': 'error',
  'open.resuming': 'waiting',
  'open.idle': 'idle',
  'open.waiting': 'waiting',
  'open.streaming': 'streaming',
  'open.backoff': 'waiting',
  'open.complete': 'complete',
  'open.cancelled': 'cancelled',
  'open.error': 'error',
};

const keyOf = (surface: string): string => `client:${surface}`;

export const resumableSse: LaneDefinition<typeof resumableOptionsSchema, ResumableState> = {
  name: 'resumable-sse',
  title: 'Pipe with a buffer',
  subtitle: 'resumable SSE: resumes on reload',
  isDefault: true,
  isBaseline: false,
  options: resumableOptionsSchema,
  // 1,226 bytes for 21 words of the measured answer (W replay.resumableStream).
  costs: { frameBytes: 54, isService: false },
  hasAgentsApart: false,
  createState: (options) => ({ options, pages: new Map(), server: { activeRun: null, viewers: new Map() } }),
  bind: (world, state) => new ResumableLane(world, state),
};

class ResumableLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #state: ResumableState;
  readonly #server: ResumableServer;

  constructor(world: LaneWorld, state: ResumableState) {
    super();
    this.#world = world;
    this.#state = state;
    this.#server = new ResumableServer(world, state.server, state.options);
  }

  begin(surface: SurfaceState): void {
    this.#state.pages.set(surface.name, { connection: null, turn: 0, run: null, hasAnswer: false });
    this.#world.kernel.startMachine(
      keyOf(surface.name),
      resumableClientMachine,
      surface.name,
      null,
      this.#state.options,
    );
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    if (action !== 'send') return 'this lane has no way to do that';
    const { snapshot, state } = this.#world.kernel.machine(keyOf(surface.name));
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
      case 'send': {
        const page = this.#page(surface);
        page.turn = action.turn;
        page.run = null;
        return this.#tell(surface, { type: 'prompt.sent' });
      }
      case 'stop':
        return this.#tell(surface, { type: 'stop.pressed' });
      case 'show':
        return this.#tell(surface, { type: 'surface.shown' });
      case 'hide':
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
    const page = this.#page(surface);
    if (packet.kind === 'history') {
      for (const { run, tokens } of packet.answers) {
        this.#world.surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      }
      page.hasAnswer = packet.answers.some((answer) => answer.turn === packet.turns && answer.tokens > 0);
      this.#tell(surface, { type: 'page.loaded', hasAnswer: page.hasAnswer });
    } else if (page.connection !== connection.id) {
      return;
    } else if (packet.kind === 'tokens') {
      page.run = packet.run;
      this.#world.surfaces.show(surface, packet);
      if (surface.status === 'waiting') this.#tell(surface, { type: 'answer.began' });
    } else if (packet.kind === 'finish') {
      this.#tell(surface, { type: 'answer.finished' });
    } else if (packet.kind === 'no-content') {
      const hasAnswer = page.hasAnswer || page.run !== null;
      this.#tell(surface, { type: 'resume.empty', hasAnswer });
    }
  }

  onSurfaceEnd(connection: Connection, how: 'end' | 'failed'): void {
    const surface = this.#world.surfaces.get(connection.surface);
    if (connection.purpose === 'stop') return;
    const isLoading = this.#world.kernel.machine(keyOf(surface.name)).state === 'open.loading';
    const isMeant = connection.purpose === 'load' ? isLoading : this.#page(surface).connection === connection.id;
    if (isMeant) this.#tell(surface, { type: how === 'end' ? 'body.ended' : 'connection.failed' });
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    this.#server.onPacket(connection, packet);
  }

  override onServerEnd(connection: Connection): void {
    this.#server.onViewerGone(connection.id);
  }

  onToken(run: AgentRun, token: number): void {
    this.#server.onToken(run.run, token);
  }

  onRunEnded(run: AgentRun): void {
    this.#server.onRunEnded(run.run);
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.run === null)
      this.#carryOutForClient(this.#world.surfaces.get(cell.actor), asked as ResumableClientEffect);
    else this.#server.carryOut(cell.run, asked as ResumableStreamEffect);
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#showStatus(this.#world.surfaces.get(actor));
  }

  #carryOutForClient(surface: SurfaceState, effect: ResumableClientEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'page.unload':
        page.connection = null;
        page.run = null;
        page.hasAnswer = false;
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      case 'prompt.post':
        page.hasAnswer = false;
        page.connection = network.open(surface.name, 'chat', { kind: 'prompt', turn: page.turn });
        return;
      case 'resume.get': {
        const hasCursor = this.#state.options.replay === 'cursor' && page.run !== null;
        const after = hasCursor && page.run !== null ? surfaces.shownOf(surface, page.run) : 0;
        page.connection = network.open(surface.name, 'resume', { kind: 'resume', after });
        return;
      }
      case 'connection.hang-up': {
        const connection = page.connection === null ? undefined : network.connection(page.connection);
        page.connection = null;
        if (connection !== undefined) network.hangUp(connection, 'by-page');
        return;
      }
      case 'stop.post':
        if (this.#state.options.stopEndpoint === 'none') return;
        network.open(surface.name, 'stop', { kind: 'stop', turn: null, run: page.run });
        return;
      default:
        assertNever(effect);
    }
  }

  #tell(surface: SurfaceState, event: ResumableClientEvent): void {
    this.#world.kernel.send(keyOf(surface.name), event);
    this.#showStatus(surface);
  }

  #showStatus(surface: SurfaceState): void {
    const { state } = this.#world.kernel.machine(keyOf(surface.name));
    this.#world.surfaces.setStatus(surface, STATUS[state] ?? 'idle');
  }

  #page(surface: SurfaceState): Page {
    const page = this.#state.pages.get(surface.name);
    assert(page !== undefined, `surface "${surface.name}" has no page`);
    return page;
  }
}
