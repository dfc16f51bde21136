/**
 * The hands over a world's state while it moves: takes each event from the kernel and gives it to
 * whom it concerns. A frozen surface gets what came for it when it wakes, in order.
 */

import { assertNever } from '../base/assert.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { CompiledLane, CompiledScenario } from '../scenario/compiled-scenario.ts';
import { Agent } from './agent/agent.ts';
import { Kernel } from './kernel/kernel.ts';
import type { SimEvent } from './kernel/sim-event.ts';
import { History } from './lanes/history.ts';
import type { LanePort } from './lanes/lane.ts';
import { laneNamed } from './lanes/lane-registry.ts';
import { Network } from './network/network.ts';
import { endFault } from './network/path-faults.ts';
import { Script } from './script.ts';
import { Surfaces } from './surfaces/surfaces.ts';
import type { Kept, SurfaceState } from './surfaces/surfaces.ts';
import type { WorldState } from './world.ts';

export class Simulation {
  readonly #kernel: Kernel;
  readonly #network: Network;
  readonly #agent: Agent;
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
      onServerPacket: (connection, packet) => port().onServerPacket(connection, packet),
      onServerEnd: (connection) => port().onServerEnd(connection),
    });
    const agent = new Agent(scenario.agent, state.agent, kernel, {
      onRunStarted: (run) => port().onRunStarted(run),
      onToken: (run, token) => port().onToken(run, token),
      onRunEnded: (run) => port().onRunEnded(run),
    });
    this.#kernel = kernel;
    this.#surfaces = surfaces;
    this.#network = network;
    this.#agent = agent;
    const definition = laneNamed(lane.lane);
    this.#lane = definition.bind({ kernel, network, agent, surfaces, history }, state.lane);
    this.#script = new Script(scenario.script, state.chat, state.agent, {
      kernel,
      network,
      surfaces,
      lane: this.#lane,
    });
    kernel.onEmit((key, cell, effect) => {
      if (cell.machine.id === 'agent-run') this.#agent.carryOut(cell, effect);
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
        return this.#deliverTo(this.#kernel.machine(event.key).actor, event);
      case 'token':
        return this.#agent.generate(event.run);
      case 'lane':
        return this.#deliverTo(this.#lane.surfaceOf(event.event), event);
      default:
        assertNever(event);
    }
  }

  #deliverTo(surface: string | null, event: Extract<SimEvent, { readonly kind: 'timer' | 'lane' }>): void {
    if (surface !== null && this.#surfaces.isFrozen(surface)) {
      this.#surfaces.get(surface).kept.push({ kind: 'event', event, cause: this.#kernel.cause });
    } else if (event.kind === 'timer') {
      this.#kernel.send(event.key, event.event);
      this.#lane.onMachineMoved(event.key);
    } else {
      this.#lane.onLaneEvent(event.event);
    }
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
