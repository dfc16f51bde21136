/**
 * The durable lane: a log that everyone writes to and reads from. The agent publishes to the
 * session, surfaces read it from an offset, and neither knows the other's connection. Source:
 * `model.md`, durable-session.
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
import type { DurableOptions } from './durable-options.ts';
import { createDurableState } from './durable-state.ts';
import type { DurableState } from './durable-state.ts';
import { SessionAgent } from './session-agent.ts';
import type { SessionEvent } from './session-event.ts';
import { sessionLinkMachine } from './session-link.machine.ts';
import type { SessionLinkEffect } from './session-link.machine.ts';
import { SessionLog } from './session-log.ts';
import { SessionPresence } from './session-presence.ts';
import { SessionReaders } from './session-readers.ts';
import { SessionRecovery } from './session-recovery.ts';
import { SessionSurface } from './session-surface.ts';
import type { SessionViewEffect } from './session-view.machine.ts';
import type { SessionWrite } from './session-write.ts';

export const durableSession: LaneDefinition<DurableOptions, DurableState> = {
  name: 'durable-session',
  title: 'Session',
  subtitle: 'durable session: a log that everyone reads',
  isDefault: true,
  isBaseline: false,
  // About 125 characters of metadata for a delta of a few characters (F1.3, zknill).
  costs: { frameBytes: 125, isService: true },
  hasAgentsApart: true,
  createState: createDurableState,
  bind: (world, state) => new DurableLane(world, state),
};

class DurableLane extends BaseLane implements LanePort {
  override readonly onOutage = (isOut: boolean): void => this.#onOutage(isOut);
  readonly #world: LaneWorld;
  readonly #options: DurableOptions;
  readonly #surface: SessionSurface;
  readonly #log: SessionLog;
  readonly #readers: SessionReaders;
  readonly #agent: SessionAgent;
  readonly #recovery: SessionRecovery;
  readonly #presence: SessionPresence;

  constructor(world: LaneWorld, state: DurableState) {
    super();
    const { options } = state;
    this.#world = world;
    this.#options = options;
    this.#surface = new SessionSurface(world, state.pages, options);
    this.#log = new SessionLog(world, state.log, options, (record) => this.#readers.tell(record));
    this.#readers = new SessionReaders(world, state.readers, options, this.#log);
    this.#agent = new SessionAgent(world, state.agent, options);
    this.#presence = new SessionPresence(world, state.gone, options, this.#readers);
    this.#recovery = new SessionRecovery(world, options, this.#agent.pens, this.#log);
  }

  begin(surface: SurfaceState): void {
    this.#surface.begin(surface);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    if (!this.#surface.isThere(surface)) return 'the page is not there';
    const view = this.#surface.viewState(surface);
    const isUnderWay = view === 'waiting' || view === 'streaming';
    switch (action) {
      case 'send':
        return this.#options.doubleTexting === 'reject' && isUnderWay ? 'an answer is still under way' : null;
      case 'retry':
        return view === 'error' ? null : 'there is nothing to try again';
      case 'steer':
        return isUnderWay ? null : 'no answer is under way';
      case 'approve':
      case 'reject':
        return surface.questions.size > 0 ? null : 'no question is on the screen';
      case 'join':
        return null;
      default:
        return assertNever(action);
    }
  }

  act(surface: SurfaceState, action: PersonAction): void {
    switch (action.type) {
      case 'open':
        return this.#surface.tellBoth(surface, 'surface.opened');
      case 'close':
        return this.#surface.tellBoth(surface, 'surface.closed');
      case 'refresh':
        return this.#surface.tellBoth(surface, 'surface.refreshed');
      case 'send':
        this.#surface.page(surface).turn = action.turn;
        return this.#surface.tellView(surface, 'prompt.sent');
      case 'retry':
        return this.#surface.tellView(surface, 'retry.pressed');
      case 'stop':
        return this.#surface.tellView(surface, 'stop.pressed');
      case 'steer':
        return this.#surface.publish(surface, 'steer');
      case 'join':
        return this.#surface.publish(surface, 'takeover');
      case 'answer': {
        const [run = null] = surface.questions;
        return this.#surface.publish(surface, action.answer, run);
      }
      case 'hide':
      case 'show':
        // The link of a hidden tab stays up.
        return;
      default:
        assertNever(action);
    }
  }

  /** The page comes from the product's own server, which is there; the session layer may be out, the agents' process down. */
  override farEndOf(purpose: ConnectionPurpose): FarEnd {
    return purpose === 'load' ? 'always' : purpose === 'wake-up' ? 'process' : 'session';
  }

  onPathHealed(surface: SurfaceState, how: DropForm): void {
    this.#surface.onPathHealed(surface, how);
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    this.#surface.onPacket(connection, packet);
  }

  onSurfaceEnd(connection: Connection): void {
    this.#surface.onEnd(connection);
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    const { network, history } = this.#world;
    switch (packet.kind) {
      case 'load':
        return network.respond(connection, { kind: 'history', ...history.read() });
      case 'read':
        return this.#readers.read(connection);
      case 'attach':
      case 'poll':
        return this.#readers.attach(connection, packet);
      case 'publish': {
        const { record, turn, run, act } = packet;
        const isRefused = this.#log.publish(connection, packet);
        const answer = { kind: 'published', record, turn, run, act, isRefused } as const;
        if (connection.purpose === 'publish') return network.respond(connection, answer);
        return network.sendToSurface(connection, answer);
      }
      case 'wake-up':
        return this.#agent.onCall(connection.id, packet.turn);
      default:
        return;
    }
  }

  override onServerEnd(connection: Connection): void {
    if (connection.purpose === 'wake-up') this.#agent.onCallCut(connection.id);
    else this.#readers.onReaderGone(connection.id);
  }

  override onRunStarted(run: AgentRun): void {
    this.#agent.onRunStarted(run);
  }

  onToken(run: AgentRun, token: number): void {
    this.#agent.pens.onToken(run, token);
  }

  override onStepDone(run: AgentRun, part: AgentPart): void {
    this.#agent.onStepDone(run, part);
  }

  override onApprovalAsked(run: AgentRun, part: AgentPart): void {
    this.#agent.onApprovalAsked(run, part);
  }

  onRunEnded(run: AgentRun): void {
    this.#agent.onRunEnded(run);
  }

  override onProcessDown(process: number, lost: readonly AgentRun[]): void {
    for (const run of lost) this.#agent.pens.lose(run);
    this.#agent.onProcessDown(process);
    this.#presence.onProcessDown(process);
  }

  override onProcessUp(process: number): void {
    this.#presence.onProcessUp(process);
    this.#agent.onProcessUp();
    this.#recovery.onProcessUp(process);
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    const surface = this.#world.surfaces.get(cell.actor);
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.machine.id === sessionLinkMachine.id)
      return this.#surface.carryOutForLink(surface, asked as SessionLinkEffect);
    const isInput = (asked as SessionViewEffect).type === 'input.publish';
    this.#surface.publish(surface, isInput ? 'input' : 'stop');
    if (isInput && this.#options.wakeUp === 'leashed') this.#surface.callAgent(surface);
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#surface.showStatus(this.#world.surfaces.get(actor));
  }

  override onLaneEvent(asked: LaneEvent): void {
    // This lane schedules its own events and no others.
    const event = asked as SessionEvent;
    switch (event.type) {
      case 'agent.receives':
        return this.#agent.receive(event.record, event.turn, event.run);
      case 'run.due':
        return this.#agent.onRunDue(event.turn, event.agent);
      case 'session.receives':
        return this.#onWrite(event.write);
      case 'agent.fenced':
        return this.#agent.onFenced(event.run, event.attempt);
      case 'rollup.closes':
        return this.#agent.pens.closeWindow(this.#world.agent.attempt(event.run, event.attempt));
      case 'heartbeat.due':
        return this.#readers.beat(event.connection);
      case 'poll.over':
        return this.#readers.endPoll(event.connection);
      case 'rate.window-over':
        return this.#readers.endWindow(event.connection);
      case 'silence.check':
        return this.#surface.checkSilence(this.#world.surfaces.get(event.surface), event.connection);
      case 'publish.retry':
        return this.#surface.retryPublish(this.#world.surfaces.get(event.surface));
      case 'reaper.due':
        return this.#log.reap(event.run);
      case 'lease.over':
        return this.#recovery.onLeaseOver(event.run, event.attempt);
      case 'presence.due':
        return this.#presence.onDue(event.agent);
      case 'outage.limit':
        return this.#agent.pens.isStillOut(event.outage) ? this.#agent.abortAll() : undefined;
      default:
        assertNever(event);
    }
  }

  override surfaceOf(event: LaneEvent): string | null {
    const own = event as SessionEvent;
    return own.type === 'silence.check' || own.type === 'publish.retry' ? own.surface : null;
  }

  override processOf(event: LaneEvent): number | null {
    const own = event as SessionEvent;
    const { agent } = this.#world;
    if (own.type === 'run.due') return own.process;
    if (own.type === 'rollup.closes') return agent.attempt(own.run, own.attempt).process;
    if (own.type === 'agent.fenced') return agent.attempt(own.run, own.attempt).process;
    if (own.type !== 'agent.receives' || own.record === 'input') return null;
    return agent.runOfTurn(own.turn)?.process ?? null;
  }

  #onWrite(write: SessionWrite): void {
    if (this.#agent.pens.isOut) this.#agent.pens.keep(write);
    else this.#log.write(write);
  }

  #onOutage(isOut: boolean): void {
    if (isOut) this.#readers.dropAll();
    this.#agent.pens.setOut(isOut);
  }
}
