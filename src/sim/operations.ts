/**
 * What happens to the machines behind, by the script: processes crash, are replaced and stand still,
 * the session layer has an outage, the proxy is set, the network slows down. Source: `model.md`,
 * Agent and middleboxes.
 */

import { assert, assertNever } from '../base/assert.ts';
import type { EventId } from '../protocol/trace-event.ts';
import type { ScriptEntry } from '../scenario/schema.ts';
import type { Agent } from './agent/agent.ts';
import type { ProcessInbox } from './agent/process-inbox.ts';
import type { Processes } from './agent/processes.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { OperationEnd } from './kernel/sim-event.ts';
import type { Rank } from './kernel/tie-order.ts';
import type { LanePort } from './lanes/lane.ts';
import type { Connection } from './network/connection.ts';
import type { Network } from './network/network.ts';
import { setProxyBuffer, setProxyLimit } from './network/proxy.ts';

export interface OperationHands {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly agent: Agent;
  readonly processes: Processes;
  readonly lane: LanePort;
  readonly inbox: ProcessInbox;
}

export interface OperationsState {
  /** Outages of the session layer that have not ended. */
  outages: number;
}

export class Operations {
  readonly #state: OperationsState;
  readonly #hands: OperationHands;

  constructor(state: OperationsState, hands: OperationHands) {
    this.#state = state;
    this.#hands = hands;
  }

  get isOut(): boolean {
    return this.#state.outages > 0;
  }

  /** An entry that is not for a surface is due; which verbs those are, `check.ts` has made sure. */
  take(entry: ScriptEntry, scriptIndex: number): void {
    const { kernel, network } = this.#hands;
    switch (entry.do) {
      case 'crash':
        return this.#crash(entry.on, scriptIndex, entry.forMs ?? null);
      case 'deploy':
        return this.#deploy(entry.on, scriptIndex, entry.forMs);
      case 'sleep':
        return this.#pause(entry.on, scriptIndex, entry.forMs ?? null);
      case 'outage':
        return this.#outage(scriptIndex, entry.forMs ?? null);
      case 'buffer': {
        const valueMs = entry.forMs ?? null;
        kernel.record({ type: 'proxy.set', actor: 'proxy', scriptIndex, setting: 'buffer', valueMs });
        return setProxyBuffer(network, valueMs, entry.untilBytes ?? null);
      }
      case 'idle-timeout':
      case 'duration-cap': {
        const { do: setting, afterMs } = entry;
        const set = kernel.record({ type: 'proxy.set', actor: 'proxy', scriptIndex, setting, valueMs: afterMs });
        return kernel.because(set, () => setProxyLimit(network, setting, afterMs, entry.cut));
      }
      case 'latency': {
        const { latencyMs } = entry;
        kernel.record({ type: 'latency.set', actor: 'network', scriptIndex, latencyMs });
        for (const path of network.state.paths.values()) path.latencyMs = latencyMs;
        return;
      }
      default:
        assert(false, `"${entry.do}" is for a surface`);
    }
  }

  /** What an operation began is over. */
  end(operation: OperationEnd): void {
    switch (operation.of) {
      case 'outage':
        return this.#endOutage(operation.index);
      case 'crash':
        return this.#restart(operation.process);
      case 'deploy':
        return this.#kill(operation.process, 'the old version ends');
      case 'pause':
        return this.#goOn(operation.process, operation.index);
      default:
        assertNever(operation);
    }
  }

  /** The process that an agent's fault hits: that of its newest run under way, else the first one that is up. */
  #processOf(agent: string): number | null {
    const { agent: agents, processes } = this.#hands;
    const run = agents.runsUnderWay().findLast((other) => other.agent === agent);
    const isAlive = run !== undefined && processes.get(run.process).condition !== 'down';
    return isAlive ? run.process : processes.firstUp(agent);
  }

  /** A deploy replaces what takes new work; one that leaves already has been replaced. */
  #processToReplace(agent: string): number | null {
    const { processes } = this.#hands;
    const process = this.#processOf(agent);
    return process !== null && processes.get(process).condition === 'up' ? process : processes.firstUp(agent);
  }

  #crash(actor: string, scriptIndex: number, asked: number | null): void {
    const { kernel, processes } = this.#hands;
    const process = this.#processOf(actor);
    if (process === null) return this.#ignore(actor, scriptIndex, 'crash', 'no process is up');
    // One that a deploy has replaced does not come back.
    const forMs = processes.get(process).condition === 'leaving' ? null : asked;
    kernel.because(kernel.record({ type: 'process.crashed', actor, scriptIndex, process, forMs }), () => {
      this.#kill(process, 'the process died');
      this.#endAfter(forMs, 'fault', { of: 'crash', process, index: scriptIndex });
    });
  }

  #deploy(actor: string, scriptIndex: number, forMs: number): void {
    const { kernel, processes, lane } = this.#hands;
    const process = this.#processToReplace(actor);
    if (process === null) return this.#ignore(actor, scriptIndex, 'deploy', 'no process is up');
    kernel.because(kernel.record({ type: 'process.deployed', actor, scriptIndex, process, forMs }), () => {
      const { id } = processes.replace(process);
      kernel.because(this.#record(id, 'deploy'), () => lane.onProcessUp(id));
      this.#endAfter(forMs, 'fault', { of: 'deploy', process, index: scriptIndex });
    });
  }

  #pause(actor: string, scriptIndex: number, forMs: number | null): void {
    const { kernel, processes } = this.#hands;
    const process = this.#processOf(actor);
    if (process === null) return this.#ignore(actor, scriptIndex, 'sleep', 'no process is up');
    kernel.because(kernel.record({ type: 'process.paused', actor, scriptIndex, process, forMs }), () => {
      processes.get(process).pauses.push(scriptIndex);
      this.#endAfter(forMs, 'person', { of: 'pause', process, index: scriptIndex });
    });
  }

  #goOn(process: number, scriptIndex: number): void {
    const { kernel, processes, inbox } = this.#hands;
    if (!processes.endPause(process, scriptIndex)) return;
    kernel.because(this.#record(process, 'pause'), () => inbox.open(process));
  }

  #kill(id: number, reason: string): void {
    const { agent, network, processes, lane, inbox } = this.#hands;
    if (!processes.kill(id)) return;
    inbox.drop(id);
    const lost = agent.crash(id);
    network.failAllFromServer((connection) => connection.process === id, reason);
    lane.onProcessDown(id, lost);
  }

  #restart(id: number): void {
    const { kernel, processes, lane } = this.#hands;
    processes.get(id).condition = 'up';
    kernel.because(this.#record(id, 'crash'), () => lane.onProcessUp(id));
  }

  #outage(scriptIndex: number, forMs: number | null): void {
    const { kernel, network, lane } = this.#hands;
    if (lane.onOutage === null) return this.#ignore('session', scriptIndex, 'outage', 'this lane has no session layer');
    const began = kernel.record({ type: 'outage.began', actor: 'session', scriptIndex, forMs });
    this.#state.outages += 1;
    kernel.because(began, () => {
      if (this.#state.outages === 1) {
        const isServed = ({ purpose, serverEnd }: Connection): boolean =>
          lane.farEndOf(purpose) === 'session' && serverEnd === 'open';
        network.failAllFromServer(isServed, 'the session layer is out');
        lane.onOutage?.(true);
      }
      this.#endAfter(forMs, 'fault', { of: 'outage', index: scriptIndex });
    });
  }

  #endOutage(scriptIndex: number): void {
    const { kernel, lane } = this.#hands;
    this.#state.outages -= 1;
    if (this.#state.outages > 0) return;
    kernel.because(kernel.record({ type: 'outage.ended', actor: 'session', scriptIndex }), () =>
      lane.onOutage?.(false),
    );
  }

  #endAfter(forMs: number | null, rank: Rank, operation: OperationEnd): void {
    if (forMs !== null) this.#hands.kernel.schedule(forMs, rank, { kind: 'operation', operation });
  }

  #record(process: number, after: 'crash' | 'deploy' | 'pause'): EventId {
    const { kernel, processes } = this.#hands;
    const actor = processes.get(process).agent;
    return kernel.record({ type: 'process.up', actor, process, after });
  }

  #ignore(actor: string, scriptIndex: number, verb: string, reason: string): void {
    this.#hands.kernel.record({ type: 'action.ignored', actor, scriptIndex, verb, reason });
  }
}
