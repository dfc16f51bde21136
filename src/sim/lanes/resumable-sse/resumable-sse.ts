/**
 * The resumable lane: the same pipe with a buffer beside it. The stream is drained on the server,
 * and a surface that knows to ask can follow it again. Source: `model.md`, resumable-sse.
 */

import { assertNever } from '../../../base/assert.ts';
import type { AgentPart } from '../../../scenario/compiled-scenario.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { MachineCell, MachineInput } from '../../kernel/machine-host.ts';
import type { LaneEvent } from '../../kernel/sim-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import { BaseLane } from '../base-lane.ts';
import type { LaneDefinition, LanePort, LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { ResumableClientEffect } from './resumable-client.machine.ts';
import { ResumablePages } from './resumable-page.ts';
import { ResumableRequests } from './resumable-requests.ts';
import { ResumableServer } from './resumable-server.ts';
import { createState } from './resumable-state.ts';
import type { ResumableLaneEvent, ResumableState } from './resumable-state.ts';
import type { ResumableStreamEffect } from './resumable-stream.machine.ts';
import { StreamRelay } from './stream-relay.ts';

export const resumableSse: LaneDefinition<ResumableOptions, ResumableState> = {
  name: 'resumable-sse',
  title: 'Pipe with a buffer',
  subtitle: 'resumable SSE: resumes on reload',
  isDefault: true,
  isBaseline: false,
  // 1,226 bytes for 21 words of the measured answer (W replay.resumableStream).
  costs: { frameBytes: 54, isService: false },
  hasAgentsApart: false,
  createState,
  bind: (world, state) => new ResumableLane(world, state),
};

class ResumableLane extends BaseLane implements LanePort {
  readonly #world: LaneWorld;
  readonly #pages: ResumablePages;
  readonly #relay: StreamRelay;
  readonly #server: ResumableServer;
  readonly #requests: ResumableRequests;

  constructor(world: LaneWorld, { options, pages, server }: ResumableState) {
    super();
    this.#world = world;
    this.#pages = new ResumablePages(world, pages, options);
    this.#relay = new StreamRelay(world, server, options);
    this.#server = new ResumableServer(world, server, options, this.#relay);
    this.#requests = new ResumableRequests(world, server, options, this.#server, this.#relay);
  }

  begin(surface: SurfaceState): void {
    this.#pages.begin(surface);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    switch (action) {
      case 'send':
        if (this.#pages.canSend(surface)) return null;
        return this.#pages.stateOf(surface) === 'open.unavailable'
          ? 'the page is not there'
          : 'an answer is still under way';
      case 'retry':
        return this.#pages.stateOf(surface) === 'open.error' ? null : 'nothing has failed here';
      case 'approve':
      case 'reject':
        return surface.questions.size > 0 ? null : 'no question is on the screen';
      case 'steer':
        return 'the stream leads out of the run only: there is no way into a run that is under way';
      case 'join':
        return 'the stream is one answer to one prompt: a person has no place in it';
      default:
        return assertNever(action);
    }
  }

  act(surface: SurfaceState, action: PersonAction): void {
    this.#pages.act(surface, action);
  }

  onPathHealed(surface: SurfaceState): void {
    this.#pages.tell(surface, { type: 'path.healed' });
  }

  onSurfacePacket(connection: Connection, packet: ToSurfacePacket): void {
    this.#pages.onPacket(connection, packet);
  }

  onSurfaceEnd(connection: Connection, how: 'end' | 'failed'): void {
    this.#pages.onEnd(connection, how);
  }

  onServerPacket(connection: Connection, packet: ToServerPacket): void {
    this.#requests.onPacket(connection, packet);
  }

  override onServerEnd(connection: Connection): void {
    this.#requests.onViewerGone(connection);
  }

  onToken(run: AgentRun, token: number): void {
    const { run: number } = run;
    this.#relay.write(run, { kind: 'tokens', run: number, from: token, to: token, via: 'live', offset: null });
  }

  override onToolStarted(run: AgentRun, { step }: AgentPart): void {
    this.#relay.write(run, { kind: 'tool', run: run.run, step, isOver: false });
  }

  override onApprovalAsked(run: AgentRun, { step }: AgentPart): void {
    this.#relay.write(run, { kind: 'approval-request', run: run.run, step, isOpen: true });
  }

  override onStepDone(run: AgentRun, { kind, step }: AgentPart): void {
    if (kind === 'tool') this.#relay.write(run, { kind: 'tool', run: run.run, step, isOver: true });
    else this.#relay.write(run, { kind: 'approval-request', run: run.run, step, isOpen: false });
    const stream = this.#relay.streamOf(run.run);
    if (stream?.id === run.run) this.#relay.flush(stream);
  }

  onRunEnded(run: AgentRun): void {
    this.#server.onRunEnded(run);
  }

  override onProcessDown(process: number): void {
    this.#server.onProcessDown(process);
  }

  override processOf(event: LaneEvent): number | null {
    const { process } = ownEvent(event);
    return process > 0 ? process : null;
  }

  override onLaneEvent(taken: LaneEvent): void {
    const event = ownEvent(taken);
    switch (event.type) {
      case 'resume.ask':
        return this.#requests.onAsked(event.connection);
      case 'resume.unanswered':
        return this.#requests.onUnanswered(event.connection);
      case 'stop.deliver':
        return this.#requests.applyStop(this.#server.stream(event.stream));
      case 'approval.deliver': {
        const connection = this.#world.network.connection(event.connection);
        return this.#requests.settle(connection, event.run, event.answer);
      }
      case 'relay':
        return this.#relay.passOn(event);
      case 'heartbeat':
        return this.#relay.onHeartbeat(event.connection);
      default:
        assertNever(event);
    }
  }

  carryOut(_key: string, cell: MachineCell, asked: MachineInput): void {
    // The host knows machines by their base type; each of this lane's two emits its own effects and no others.
    if (cell.run === null) this.#pages.carryOut(this.#world.surfaces.get(cell.actor), asked as ResumableClientEffect);
    else this.#server.carryOut(cell.run, asked as ResumableStreamEffect);
  }

  onMachineMoved(key: string): void {
    const { actor, run } = this.#world.kernel.machine(key);
    if (run === null) this.#pages.showStatus(this.#world.surfaces.get(actor));
  }
}

/** The queue knows a lane's events by their base type; this lane schedules these and no others. */
function ownEvent(event: LaneEvent): ResumableLaneEvent {
  return event as ResumableLaneEvent;
}
