/**
 * The durable lane: a log that everyone writes to and reads from. The agent publishes to the
 * session, surfaces read it from an offset, and neither knows the other's connection. Source:
 * `model.md`, durable-session.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { DropForm } from '../../../protocol/fault.ts';
import type { ConnectionPurpose, ShownVia } from '../../../protocol/trace-event.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { MachineCell, MachineInput } from '../../kernel/machine-host.ts';
import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { SessionRecord, ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import { BaseLane } from '../base-lane.ts';
import type { FarEnd, LaneDefinition, LanePort, LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import { SessionAgent } from './session-agent.ts';
import type { SessionEvent } from './session-event.ts';
import { SessionLog } from './session-log.ts';
import { sessionLinkMachine } from './session-link.machine.ts';
import type { SessionLinkEffect, SessionLinkEvent } from './session-link.machine.ts';
import { durableOptionsSchema } from './durable-options.ts';
import { createDurableState } from './durable-state.ts';
import type { DurableState } from './durable-state.ts';
import { drawRetryMs } from '../retry-delay.ts';
import { createSessionPage, resetSessionPage } from './session-page.ts';
import type { SessionPage } from './session-page.ts';
import { SESSION_STATUS } from './session-status.ts';
import { sessionViewMachine } from './session-view.machine.ts';
import type { SessionViewEffect, SessionViewEvent } from './session-view.machine.ts';

const linkKey = (surface: string): string => `link:${surface}`;
const viewKey = (surface: string): string => `view:${surface}`;

export const durableSession: LaneDefinition<typeof durableOptionsSchema, DurableState> = {
  name: 'durable-session',
  title: 'Session',
  subtitle: 'durable session: a log that everyone reads',
  isDefault: true,
  options: durableOptionsSchema,
  // About 125 characters of metadata for a delta of a few characters (F1.3, zknill).
  costs: { frameBytes: 125, isService: true },
  hasAgentsApart: true,
  createState: createDurableState,
  bind: (world, state) => new DurableLane(world, state),
};

class DurableLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #state: DurableState;
  readonly #log: SessionLog;
  readonly #agent: SessionAgent;

  constructor(world: LaneWorld, state: DurableState) {
    super();
    this.#world = world;
    this.#state = state;
    this.#log = new SessionLog(world, state.log, state.options);
    this.#agent = new SessionAgent(world, state.agent, state.options);
  }

  begin(surface: SurfaceState): void {
    this.#state.pages.set(surface.name, createSessionPage());
    this.#world.kernel.startMachine(linkKey(surface.name), sessionLinkMachine, surface.name, null);
    this.#world.kernel.startMachine(viewKey(surface.name), sessionViewMachine, surface.name, null);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    if (action !== 'send') return 'this lane has no way to do that';
    if (this.#linkState(surface) === 'open.unavailable') return 'the page is not there';
    const { snapshot } = this.#world.kernel.machine(viewKey(surface.name));
    return snapshot.can({ type: 'prompt.sent' }) ? null : 'an answer is still under way';
  }

  act(surface: SurfaceState, action: PersonAction): void {
    switch (action.type) {
      case 'open':
        return this.#tellBoth(surface, 'surface.opened');
      case 'close':
        return this.#tellBoth(surface, 'surface.closed');
      case 'refresh':
        return this.#tellBoth(surface, 'surface.refreshed');
      case 'send':
        this.#page(surface).turn = action.turn;
        return this.#tellView(surface, 'prompt.sent');
      case 'stop':
        return this.#tellView(surface, 'stop.pressed');
      case 'hide':
      case 'show':
        // The link of a hidden tab stays up.
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

  onPathHealed(surface: SurfaceState, how: DropForm): void {
    this.#tellLink(surface, { type: 'path.healed', isTold: how === 'offline' });
  }

  override farEndOf(purpose: ConnectionPurpose): FarEnd {
    return purpose === 'session' ? 'session' : 'always';
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const page = this.#page(surface);
    if (packet.kind === 'history') return this.#tellLink(surface, { type: 'page.loaded' });
    if (page.connection !== connection.id) return;
    if (packet.kind === 'attached') {
      page.failures = 0;
      this.#tellLink(surface, { type: 'session.attached' });
      for (const record of packet.records) this.#apply(surface, page, record, 'replay');
    } else if (packet.kind === 'records') {
      for (const record of packet.records) this.#apply(surface, page, record, packet.via);
    } else if (packet.kind === 'published') {
      const at = page.outbox.findIndex(({ record, turn }) => record === packet.record && turn === packet.turn);
      if (at >= 0) page.outbox.splice(at, 1);
    }
  }

  onSurfaceEnd(connection: Connection): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const isMeant =
      connection.purpose === 'load'
        ? this.#linkState(surface) === 'open.loading'
        : this.#page(surface).connection === connection.id;
    if (isMeant) this.#loseLink(surface);
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    this.#log.onPacket(connection, packet);
  }

  override onServerEnd(connection: Connection): void {
    this.#log.onReaderGone(connection.id);
  }

  override onRunStarted(run: AgentRun): void {
    this.#agent.onRunStarted(run);
  }

  onToken(run: AgentRun, token: number): void {
    this.#agent.onToken(run, token);
  }

  onRunEnded(run: AgentRun): void {
    this.#agent.onRunEnded(run);
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    const surface = this.#world.surfaces.get(cell.actor);
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.machine.id === sessionLinkMachine.id) this.#carryOutForLink(surface, asked as SessionLinkEffect);
    else this.#publish(surface, (asked as SessionViewEffect).type === 'input.publish' ? 'input' : 'stop');
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#showStatus(this.#world.surfaces.get(actor));
  }

  override onLaneEvent(asked: LaneEvent): void {
    // This lane schedules its own events and no others.
    const event = asked as SessionEvent;
    switch (event.type) {
      case 'agent.receives':
        return this.#agent.receive(event.record, event.turn);
      case 'session.receives':
        return this.#log.append(event.record);
      case 'rollup.closes':
        return this.#agent.closeWindow(event.run);
      case 'heartbeat.due':
        return this.#log.beat(event.connection);
      case 'silence.check':
        return this.#checkSilence(this.#world.surfaces.get(event.surface), event.connection);
      default:
        assertNever(event);
    }
  }

  override surfaceOf(event: LaneEvent): string | null {
    const own = event as SessionEvent;
    return own.type === 'silence.check' ? own.surface : null;
  }

  #apply(surface: SurfaceState, page: SessionPage, entry: SessionRecord, via: ShownVia): void {
    const { record, turn, run, from, to, end, offset } = entry;
    if (page.offset !== null && offset <= page.offset) return;
    page.offset = offset;
    if (turn > page.turn) page.turn = turn;
    if (record === 'input') this.#tellView(surface, 'input.recorded');
    else if (record === 'output' && run !== null) {
      this.#world.surfaces.show(surface, { run, from, to, via, offset });
      if (surface.status === 'waiting') this.#tellView(surface, 'answer.began');
    } else if (record === 'run-end')
      this.#tellView(surface, end === 'cancelled' ? 'answer.cancelled' : 'answer.finished');
  }

  #carryOutForLink(surface: SurfaceState, effect: SessionLinkEffect): void {
    const { kernel, network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'page.unload':
        resetSessionPage(page);
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      case 'session.connect': {
        const awayMs = kernel.nowMs - page.leftAtMs;
        const connection = network.open(surface.name, 'session', { kind: 'attach', after: page.offset, awayMs });
        page.connection = connection;
        for (const waiting of page.outbox) this.#sendPublish(page, waiting);
        return this.#scheduleSilenceCheck(surface, connection, this.#state.options.silenceLimitMs);
      }
      case 'session.give-up':
        return this.#dropConnection(page);
      default:
        assertNever(effect);
    }
  }

  #publish(surface: SurfaceState, record: 'input' | 'stop'): void {
    const page = this.#page(surface);
    const waiting = { record, turn: page.turn };
    const isReachable = page.connection !== null || this.#linkState(surface) === 'open.loading';
    if (!isReachable && this.#state.options.publishOffline === 'fail') {
      if (record === 'input') this.#tellView(surface, 'publish.refused');
      return;
    }
    page.outbox.push(waiting);
    if (page.connection === null) this.#tellLink(surface, { type: 'publish.asked' });
    else this.#sendPublish(page, waiting);
  }

  #sendPublish(page: SessionPage, { record, turn }: SessionPage['outbox'][number]): void {
    const { network } = this.#world;
    const connection = page.connection === null ? undefined : network.connection(page.connection);
    if (connection !== undefined) network.sendToServer(connection, { kind: 'publish', record, turn, run: null });
  }

  #loseLink(surface: SurfaceState): void {
    const { kernel } = this.#world;
    const page = this.#page(surface);
    const tries = page.failures;
    page.failures += 1;
    if (this.#linkState(surface) === 'open.live') page.leftAtMs = kernel.nowMs;
    page.connection = null;
    const retryMs = drawRetryMs(kernel, surface.name, tries, this.#state.options);
    this.#tellLink(surface, { type: 'connection.failed', retryMs });
  }

  #checkSilence(surface: SurfaceState, id: number): void {
    const { kernel, network } = this.#world;
    const page = this.#page(surface);
    const connection = network.connection(id);
    if (page.connection !== id || connection === undefined) return;
    const { silenceLimitMs } = this.#state.options;
    const quietMs = kernel.nowMs - connection.heardAtMs;
    if (quietMs < silenceLimitMs) return this.#scheduleSilenceCheck(surface, id, silenceLimitMs - quietMs);
    this.#dropConnection(page);
    this.#loseLink(surface);
  }

  #scheduleSilenceCheck(surface: SurfaceState, connection: number, delayMs: number): void {
    const event: SessionEvent = { type: 'silence.check', surface: surface.name, connection };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #dropConnection(page: SessionPage): void {
    const connection = page.connection === null ? undefined : this.#world.network.connection(page.connection);
    page.connection = null;
    if (connection !== undefined) this.#world.network.hangUp(connection, 'by-page');
  }

  #tellBoth(surface: SurfaceState, type: 'surface.opened' | 'surface.closed' | 'surface.refreshed'): void {
    this.#tellLink(surface, { type });
    this.#tellView(surface, type);
  }

  #tellLink(surface: SurfaceState, event: SessionLinkEvent): void {
    this.#world.kernel.send(linkKey(surface.name), event);
    this.#showStatus(surface);
  }

  #tellView(surface: SurfaceState, type: SessionViewEvent['type']): void {
    this.#world.kernel.send(viewKey(surface.name), { type });
    this.#showStatus(surface);
  }

  #showStatus(surface: SurfaceState): void {
    const isMissing = this.#linkState(surface) === 'open.unavailable';
    const { state } = this.#world.kernel.machine(viewKey(surface.name));
    this.#world.surfaces.setStatus(surface, isMissing ? 'error' : (SESSION_STATUS[state] ?? 'idle'));
  }

  #linkState(surface: SurfaceState): string {
    return this.#world.kernel.machine(linkKey(surface.name)).state;
  }

  #page({ name }: SurfaceState): SessionPage {
    return assertPresent(this.#state.pages.get(name), `surface "${name}" has no page`);
  }
}
