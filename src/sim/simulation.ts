/**
 * The hands over a world's state while it moves: takes each event from the kernel and gives it to
 * whom it concerns, by way of the inbox of a surface or of a process.
 */

import { assertNever, assertPresent } from '../base/assert.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { CompiledLane, CompiledScenario } from '../scenario/compiled-scenario.ts';
import { Agent } from './agent/agent.ts';
import { isRunMachine } from './agent/agent-run.ts';
import { ProcessInbox } from './agent/process-inbox.ts';
import type { ForProcess } from './agent/process-inbox.ts';
import { Processes } from './agent/processes.ts';
import { Kernel } from './kernel/kernel.ts';
import type { SimEvent } from './kernel/sim-event.ts';
import { History } from './lanes/history.ts';
import type { LanePort } from './lanes/lane.ts';
import { laneNamed } from './lanes/lane-list.ts';
import type { Connection } from './network/connection.ts';
import { Network } from './network/network.ts';
import { endFault } from './network/path-faults.ts';
import { Operations } from './operations.ts';
import { Script } from './script.ts';
import { Surfaces } from './surfaces/surfaces.ts';
import type { SurfaceState } from './surfaces/surfaces.ts';
import { SurfaceInbox } from './surfaces/surface-inbox.ts';
import type { ForSurface, PageTimer } from './surfaces/surface-inbox.ts';
import type { WorldState } from './world.ts';

export class Simulation {
  readonly #kernel: Kernel;
  readonly #network: Network;
  readonly #agent: Agent;
  readonly #processes: Processes;
  readonly #operations: Operations;
  readonly #surfaces: Surfaces;
  readonly #surfaceInbox: SurfaceInbox;
  readonly #processInbox: ProcessInbox;
  readonly #lane: LanePort;
  readonly #script: Script;
  readonly #state: WorldState;

  constructor(scenario: CompiledScenario, lane: CompiledLane, state: WorldState) {
    this.#state = state;
    const kernel = new Kernel(state.kernel);
    const surfaces = new Surfaces(state.surfaces, kernel);
    const history = new History(state.history, kernel);
    // The lane is made last, of all that is below it, and hears of them through these.
    const port = (): LanePort => this.#lane;
    const network = new Network(state.network, kernel, {
      onSurfacePacket: ({ id, surface }, packet) => {
        this.#surfaceInbox.put(surfaces.get(surface), { kind: 'packet', connection: id, packet });
      },
      onSurfaceEnd: ({ id, surface }, how, reason) => {
        this.#surfaceInbox.put(surfaces.get(surface), { kind: 'end', connection: id, how, reason });
      },
      onServerPacket: ({ id, process }, packet) => {
        this.#processInbox.put(process, { kind: 'packet', connection: id, packet });
      },
      onServerEnd: ({ id, process }) => {
        this.#processInbox.put(process, { kind: 'end', connection: id });
      },
      admit: (connection) => this.#admit(connection),
    });
    const processes = new Processes(state.processes);
    const agent = new Agent([scenario.agent, ...scenario.agents], state.agent, kernel, {
      onRunStarted: (run) => port().onRunStarted(run),
      onToken: (run, token) => port().onToken(run, token),
      onToolStarted: (run, part) => port().onToolStarted(run, part),
      onStepDone: (run, part) => port().onStepDone(run, part),
      onApprovalAsked: (run, part) => port().onApprovalAsked(run, part),
      onRunEnded: (run) => port().onRunEnded(run),
    });
    this.#kernel = kernel;
    this.#surfaces = surfaces;
    this.#network = network;
    this.#agent = agent;
    this.#processes = processes;
    this.#surfaceInbox = new SurfaceInbox(kernel, network, (surface, work) => this.#takeAtSurface(surface, work));
    const inbox = new ProcessInbox(state.keptForProcesses, { kernel, network, processes }, (work) =>
      this.#takeAtProcess(work),
    );
    this.#processInbox = inbox;
    const definition = laneNamed(lane.lane);
    this.#lane = definition.bind({ kernel, network, agent, processes, surfaces, history }, state.lane);
    this.#operations = new Operations(state.operations, { kernel, network, agent, processes, inbox, lane: this.#lane });
    this.#script = new Script(scenario.script, state.chat, state.agent, {
      kernel,
      network,
      surfaces,
      lane: this.#lane,
      operations: this.#operations,
    });
    kernel.onEmit((key, cell, effect) => {
      if (isRunMachine(cell)) this.#agent.carryOut(key, effect);
      else this.#lane.carryOut(key, cell, effect);
    });
  }

  begin(): void {
    for (const surface of this.#state.surfaces.values()) this.#lane.begin(surface);
    this.#script.begin();
  }

  runTo(targetMs: VirtualMs): void {
    this.#kernel.runTo(targetMs, (event) => {
      this.#deliver(event);
      this.#script.takeAwaited();
    });
  }

  #deliver(event: SimEvent): void {
    switch (event.kind) {
      case 'script':
        return this.#script.take(event.index);
      case 'fault.end':
        return this.#heal(event.surface, event.index);
      case 'sleep.end':
        return this.#wake(this.#surfaces.get(event.surface), event.index);
      case 'arrival':
      case 'connection':
        return this.#network.handle(event);
      case 'page.tick':
        return this.#surfaceInbox.tick(this.#surfaces.get(event.surface));
      case 'timer':
        return this.#deliverTimer(event);
      case 'token':
        return this.#processInbox.put(this.#agent.attempt(event.run, event.epoch).process, { kind: 'event', event });
      case 'operation':
        return this.#operations.end(event.operation);
      case 'lane':
        return this.#deliverLaneEvent(event);
      default:
        assertNever(event);
    }
  }

  #deliverTimer(event: Extract<SimEvent, { readonly kind: 'timer' }>): void {
    const cell = this.#kernel.machine(event.key);
    if (isRunMachine(cell)) {
      return this.#processInbox.put(this.#agent.attemptOfKey(event.key).process, { kind: 'event', event });
    }
    const surface = this.#state.surfaces.get(cell.actor);
    if (surface === undefined) this.#fire(event);
    else this.#surfaceInbox.put(surface, { kind: 'event', event });
  }

  #fire(event: Extract<SimEvent, { readonly kind: 'timer' }>): void {
    this.#kernel.send(event.key, event.event);
    if (!isRunMachine(this.#kernel.machine(event.key))) this.#lane.onMachineMoved(event.key);
  }

  #deliverLaneEvent(event: Extract<SimEvent, { readonly kind: 'lane' }>): void {
    const surface = this.#lane.surfaceOf(event.event);
    if (surface !== null) this.#surfaceInbox.put(this.#surfaces.get(surface), { kind: 'event', event });
    else this.#processInbox.put(this.#lane.processOf(event.event), { kind: 'event', event });
  }

  /** Who serves a connection that arrives now. */
  #admit(connection: Connection): { readonly process: number | null } | 'refused' {
    const farEnd = this.#lane.farEndOf(connection.purpose);
    if (farEnd === 'always') return { process: null };
    if (farEnd === 'session') return this.#operations.isOut ? 'refused' : { process: null };
    const process = this.#processes.route('agent');
    return process === null ? 'refused' : { process };
  }

  #takeAtProcess(work: ForProcess): void {
    switch (work.kind) {
      case 'packet':
        return this.#lane.onServerPacket(this.#connection(work.connection), work.packet);
      case 'end':
        return this.#lane.onServerEnd(this.#connection(work.connection));
      case 'event':
        if (work.event.kind === 'token') return this.#agent.generate(work.event.run, work.event.epoch);
        return this.#takeTimer(work.event);
      default:
        assertNever(work);
    }
  }

  #takeAtSurface(surface: SurfaceState, work: ForSurface): void {
    switch (work.kind) {
      case 'packet':
        return this.#lane.onSurfacePacket(this.#connection(work.connection), work.packet);
      case 'end':
        return this.#lane.onSurfaceEnd(this.#connection(work.connection), work.how, work.reason);
      case 'healed':
        return this.#lane.onPathHealed(surface, work.how);
      case 'event':
        return this.#takeTimer(work.event);
      default:
        assertNever(work);
    }
  }

  #takeTimer(event: PageTimer): void {
    if (event.kind === 'timer') this.#fire(event);
    else this.#lane.onLaneEvent(event.event);
  }

  #connection(id: number): Connection {
    return assertPresent(this.#network.connection(id), `there is no connection ${id}`);
  }

  #heal(surface: string, index: number): void {
    const how = endFault(this.#network, surface, index);
    if (how !== null) this.#surfaceInbox.put(this.#surfaces.get(surface), { kind: 'healed', how });
  }

  #wake(surface: SurfaceState, index: number): void {
    surface.sleeps -= 1;
    if (surface.sleeps > 0) return;
    const woke = this.#kernel.record({ type: 'surface.woke', actor: surface.name, scriptIndex: index });
    this.#kernel.because(woke, () => this.#surfaceInbox.wake(surface));
  }
}
