/**
 * The hands over a world's state while it moves: takes each event from the kernel and gives it to
 * whom it concerns. A frozen surface gets what came for it when it wakes, in order.
 */

import { assertNever } from '../base/assert.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { EventId } from '../protocol/trace-event.ts';
import type { CompiledLane, CompiledScenario } from '../scenario/compiled-scenario.ts';
import { Agent } from './agent/agent.ts';
import { isRunMachine } from './agent/agent-run.ts';
import { Processes } from './agent/processes.ts';
import { Kernel } from './kernel/kernel.ts';
import type { SimEvent } from './kernel/sim-event.ts';
import { History } from './lanes/history.ts';
import type { LanePort } from './lanes/lane.ts';
import { laneNamed } from './lanes/lane-list.ts';
import type { Connection } from './network/connection.ts';
import type { ToServerPacket } from './network/packet.ts';
import { Network } from './network/network.ts';
import { endFault } from './network/path-faults.ts';
import { Operations } from './operations.ts';
import { Script } from './script.ts';
import { Surfaces } from './surfaces/surfaces.ts';
import type { Kept, SurfaceState } from './surfaces/surfaces.ts';
import type { WorldState } from './world.ts';

/** Something that came for a process while it stood still, to be taken in order when it goes on. */
export type KeptForProcess = (
  | { readonly kind: 'packet'; readonly connection: Connection; readonly packet: ToServerPacket }
  | { readonly kind: 'end'; readonly connection: Connection }
  | { readonly kind: 'event'; readonly event: SimEvent }
) & { readonly process: number; readonly cause: EventId | null };

/** Timers of a hidden page fire on whole seconds; after five minutes on whole minutes (F2.9, background tabs). */
const THROTTLE_MS = 1_000;
const INTENSIVE_THROTTLE_MS = 60_000;
const INTENSIVE_AFTER_MS = 300_000;

export class Simulation {
  readonly #kernel: Kernel;
  readonly #network: Network;
  readonly #agent: Agent;
  readonly #processes: Processes;
  readonly #operations: Operations;
  readonly #surfaces: Surfaces;
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
      onSurfacePacket: (connection, packet) => {
        const { cause } = kernel;
        this.#atSurface(connection.surface, { kind: 'packet', connection, packet, cause });
      },
      onSurfaceEnd: (connection, how, reason) => {
        const { cause } = kernel;
        this.#atSurface(connection.surface, { kind: 'end', connection, how, reason, cause });
      },
      onServerPacket: (connection, packet) => {
        const { cause } = kernel;
        this.#atProcess({ kind: 'packet', connection, packet, process: connection.process ?? 0, cause });
      },
      onServerEnd: (connection) => {
        const { cause } = kernel;
        this.#atProcess({ kind: 'end', connection, process: connection.process ?? 0, cause });
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
    const definition = laneNamed(lane.lane);
    this.#lane = definition.bind({ kernel, network, agent, processes, surfaces, history }, state.lane);
    this.#operations = new Operations(state.operations, { kernel, network, agent, processes, lane: this.#lane });
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
      case 'timer':
        return this.#deliverTimer(event);
      case 'token': {
        const { process } = this.#agent.attempt(event.run, event.epoch);
        return this.#atProcess({ kind: 'event', event, process, cause: this.#kernel.cause });
      }
      case 'operation':
        this.#operations.end(event.operation);
        if (event.operation.of === 'pause') this.#goOn(event.operation.process);
        return;
      case 'lane':
        return this.#deliverLaneEvent(event);
      default:
        assertNever(event);
    }
  }

  #deliverTimer(event: Extract<SimEvent, { readonly kind: 'timer' }>): void {
    const cell = this.#kernel.machine(event.key);
    if (isRunMachine(cell)) {
      const { process } = this.#agent.attemptOfKey(event.key);
      return this.#atProcess({ kind: 'event', event, process, cause: this.#kernel.cause });
    }
    const surface = this.#state.surfaces.get(cell.actor);
    if (surface !== undefined && surface.sleeps > 0) {
      surface.kept.push({ kind: 'event', event, cause: this.#kernel.cause });
    } else {
      const lateMs = surface === undefined ? 0 : this.#throttledMs(surface);
      if (lateMs > 0) this.#kernel.rearm(event, lateMs);
      else this.#fire(event);
    }
  }

  /** How much later a timer of this page fires, since the tab is in the background. */
  #throttledMs({ hiddenSinceMs }: SurfaceState): VirtualMs {
    if (hiddenSinceMs === null) return 0;
    const { nowMs } = this.#kernel;
    const stepMs = nowMs - hiddenSinceMs >= INTENSIVE_AFTER_MS ? INTENSIVE_THROTTLE_MS : THROTTLE_MS;
    return (stepMs - (nowMs % stepMs)) % stepMs;
  }

  #fire(event: Extract<SimEvent, { readonly kind: 'timer' }>): void {
    this.#kernel.send(event.key, event.event);
    if (!isRunMachine(this.#kernel.machine(event.key))) this.#lane.onMachineMoved(event.key);
  }

  #deliverLaneEvent(event: Extract<SimEvent, { readonly kind: 'lane' }>): void {
    const name = this.#lane.surfaceOf(event.event);
    const process = this.#lane.processOf(event.event);
    const surface = name === null ? undefined : this.#state.surfaces.get(name);
    if (surface !== undefined && surface.sleeps > 0) {
      surface.kept.push({ kind: 'event', event, cause: this.#kernel.cause });
    } else if (process !== null) {
      this.#atProcess({ kind: 'event', event, process, cause: this.#kernel.cause });
    } else {
      this.#lane.onLaneEvent(event.event);
    }
  }

  /** Who serves a connection that arrives now. */
  #admit(connection: Connection): { readonly process: number | null } | 'refused' {
    const farEnd = this.#lane.farEndOf(connection.purpose);
    if (farEnd === 'always') return { process: null };
    if (farEnd === 'session') return this.#operations.isOut ? 'refused' : { process: null };
    const process = this.#processes.route('agent');
    return process === null ? 'refused' : { process };
  }

  #atProcess(kept: KeptForProcess): void {
    if (kept.process > 0 && this.#processes.isPaused(kept.process)) this.#state.keptForProcesses.push(kept);
    else this.#takeAtProcess(kept);
  }

  #takeAtProcess(kept: KeptForProcess): void {
    switch (kept.kind) {
      case 'packet':
        return this.#lane.onServerPacket(kept.connection, kept.packet);
      case 'end':
        return this.#lane.onServerEnd(kept.connection);
      case 'event':
        if (kept.event.kind === 'token') return this.#agent.generate(kept.event.run, kept.event.epoch);
        if (kept.event.kind === 'timer') return this.#fire(kept.event);
        if (kept.event.kind === 'lane') return this.#lane.onLaneEvent(kept.event.event);
        return;
      default:
        assertNever(kept);
    }
  }

  /** A process that stood still goes on with what came for it. */
  #goOn(process: number): void {
    if (this.#processes.isPaused(process)) return;
    const { keptForProcesses } = this.#state;
    const own = keptForProcesses.filter((kept) => kept.process === process);
    const others = keptForProcesses.filter((kept) => kept.process !== process);
    keptForProcesses.splice(0, keptForProcesses.length, ...others);
    const { cause } = this.#kernel;
    for (const kept of own) this.#kernel.because(kept.cause ?? cause ?? 0, () => this.#takeAtProcess(kept));
  }

  #atSurface(name: string, kept: Kept): void {
    const surface = this.#surfaces.get(name);
    if (surface.sleeps > 0) surface.kept.push(kept);
    else this.#take(surface, kept);
  }

  #take(surface: SurfaceState, kept: Kept): void {
    this.#kernel.cause = kept.cause;
    switch (kept.kind) {
      case 'packet':
        return this.#lane.onSurfacePacket(kept.connection, kept.packet);
      case 'end':
        return this.#lane.onSurfaceEnd(kept.connection, kept.how, kept.reason);
      case 'healed':
        return this.#lane.onPathHealed(surface, kept.how);
      case 'event':
        return this.#deliver(kept.event);
      default:
        assertNever(kept);
    }
  }

  #heal(surface: string, index: number): void {
    const how = endFault(this.#network, surface, index);
    if (how !== null) this.#atSurface(surface, { kind: 'healed', how, cause: this.#kernel.cause });
  }

  #wake(surface: SurfaceState, index: number): void {
    surface.sleeps -= 1;
    if (surface.sleeps > 0) return;
    const woke = this.#kernel.record({ type: 'surface.woke', actor: surface.name, scriptIndex: index });
    this.#kernel.because(woke, () => {
      for (const kept of surface.kept.splice(0)) this.#take(surface, kept);
    });
  }
}
