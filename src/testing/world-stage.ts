/**
 * The world below the lanes, without one: agents, processes, network and operations, and a log of
 * what each end is told. A test plays the lane, and says what happens when.
 */

import type { TraceEvent, TraceEventType } from '../protocol/trace-event.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { Agent } from '../sim/agent/agent.ts';
import { ProcessInbox } from '../sim/agent/process-inbox.ts';
import type { ForProcess } from '../sim/agent/process-inbox.ts';
import { Processes } from '../sim/agent/processes.ts';
import { Kernel } from '../sim/kernel/kernel.ts';
import type { SimEvent } from '../sim/kernel/sim-event.ts';
import type { Connection } from '../sim/network/connection.ts';
import { Network } from '../sim/network/network.ts';
import type { Packet, ToServerPacket } from '../sim/network/packet.ts';
import { endFault } from '../sim/network/path-faults.ts';
import { Operations } from '../sim/operations.ts';
import { startWorld } from '../sim/world.ts';
import { buildScenario } from './build-scenario.ts';
import { StageLane } from './stage-lane.ts';

export class WorldStage {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly agent: Agent;
  readonly processes: Processes;
  readonly operations: Operations;
  readonly lane: StageLane;
  /** `at what`, one line for each thing that an end was told. */
  readonly log: string[] = [];
  /** What the far end does with a packet; nothing by default. */
  onRequest: (connection: Connection, packet: ToServerPacket) => void = () => undefined;
  readonly #inbox: ProcessInbox;
  readonly #trace: readonly TraceEvent[];

  constructor(parts: Readonly<Record<string, unknown>> = {}) {
    const scenario: CompiledScenario = buildScenario({ lanes: ['naive-sse'], script: [], ...parts });
    const [compiled] = scenario.lanes;
    if (compiled === undefined) throw new Error('the scenario has a lane');
    // A lane's own world gives the state; its lane is never bound to it.
    const { state } = startWorld(scenario, compiled);
    const kernel = new Kernel(state.kernel);
    const processes = new Processes(state.processes);
    const lane = new StageLane((line) => this.#note(line));
    this.#trace = state.kernel.trace;
    this.network = new Network(state.network, kernel, {
      onSurfacePacket: ({ id, surface }, packet) => this.#note(`${surface} gets ${describe(packet)} on ${id}`),
      onSurfaceEnd: ({ id, surface }, how) => this.#note(`${surface} sees ${id} ${how}`),
      onServerPacket: ({ id, process }, packet) => this.#inbox.put(process, { kind: 'packet', connection: id, packet }),
      onServerEnd: ({ id, process }) => this.#inbox.put(process, { kind: 'end', connection: id }),
      admit: ({ purpose }) => {
        if (lane.farEndOf(purpose) === 'session') return this.operations.isOut ? 'refused' : { process: null };
        const process = processes.route('agent');
        return process === null ? 'refused' : { process };
      },
    });
    this.#inbox = new ProcessInbox(state.keptForProcesses, { kernel, network: this.network, processes }, (work) =>
      this.#take(work),
    );
    this.agent = new Agent([scenario.agent, ...scenario.agents], state.agent, kernel, lane);
    const hands = { kernel, network: this.network, agent: this.agent, processes, inbox: this.#inbox, lane };
    this.operations = new Operations(state.operations, hands);
    this.kernel = kernel;
    this.processes = processes;
    this.lane = lane;
    kernel.onEmit((key, _cell, effect) => this.agent.carryOut(key, effect));
  }

  /** Lets everything up to `atMs` happen, then does `action`. */
  at<T>(atMs: number, action: () => T): T {
    this.kernel.runTo(atMs, (event) => this.#deliver(event));
    return action();
  }

  /** Lets everything up to `atMs` happen. */
  runTo(atMs: number): void {
    this.at(atMs, () => undefined);
  }

  facts<Type extends TraceEventType>(type: Type): readonly Extract<TraceEvent, { readonly type: Type }>[] {
    return this.#trace.filter((event): event is Extract<TraceEvent, { readonly type: Type }> => event.type === type);
  }

  /** When each fact of a type was recorded. */
  times(type: TraceEventType): readonly number[] {
    return this.facts(type).map(({ atMs }) => atMs);
  }

  #deliver(event: SimEvent): void {
    switch (event.kind) {
      case 'arrival':
      case 'connection':
        return this.network.handle(event);
      case 'fault.end':
        endFault(this.network, event.surface, event.index);
        return;
      case 'token':
        return this.#inbox.put(this.agent.attempt(event.run, event.epoch).process, { kind: 'event', event });
      case 'timer':
        return this.#inbox.put(this.agent.attemptOfKey(event.key).process, { kind: 'event', event });
      case 'operation':
        return this.operations.end(event.operation);
      default:
        throw new Error(`a stage knows no event "${event.kind}"`);
    }
  }

  #take(work: ForProcess): void {
    if (work.kind === 'event') {
      if (work.event.kind === 'token') this.agent.generate(work.event.run, work.event.epoch);
      else if (work.event.kind === 'timer') this.kernel.send(work.event.key, work.event.event);
      return;
    }
    const connection = this.network.connection(work.connection);
    if (connection === undefined) throw new Error('what is taken has a connection');
    if (work.kind === 'end') return this.#note(`server sees ${work.connection} end`);
    this.#note(`server gets ${describe(work.packet)} on ${work.connection}`);
    this.onRequest(connection, work.packet);
  }

  #note(line: string): void {
    this.log.push(`${this.kernel.nowMs} ${line}`);
  }
}

function describe(packet: Packet): string {
  return packet.kind === 'tokens' ? `${packet.from}-${packet.to}` : packet.kind;
}

/** One word of run 1, on its way to a surface. */
export function word(token: number): Extract<Packet, { readonly kind: 'tokens' }> {
  return { kind: 'tokens', run: 1, from: token, to: token, via: 'live', offset: null };
}
