/** A worker that answers when the test says so. It speaks Comlink over a real message channel. */

import { expose } from 'comlink';
import { assertPresent } from '../base/assert.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { SimulationAnswer, SimulationService } from '../worker/simulation-service.ts';

/** A request that reached the worker. */
export interface FakeCall {
  readonly scenario: CompiledScenario;
  readonly reply: (answer: SimulationAnswer) => void;
}

export class FakeWorker {
  isTerminated = false;
  readonly #near: MessagePort;
  readonly #far: MessagePort;
  readonly #arrived: FakeCall[] = [];
  readonly #awaited: ((call: FakeCall) => void)[] = [];
  readonly #errors = new EventTarget();

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#near = port1;
    this.#far = port2;
    const service: Record<keyof SimulationService, (scenario: CompiledScenario) => Promise<SimulationAnswer>> = {
      simulate: (scenario) => new Promise((reply) => this.#take({ scenario, reply })),
    };
    expose(service, port2);
  }

  /** The next request that this worker is asked, as soon as it is here. */
  nextCall(): Promise<FakeCall> {
    const call = this.#arrived.shift();
    return call === undefined ? new Promise((resolve) => this.#awaited.push(resolve)) : Promise.resolve(call);
  }

  /** Requests that came and were not taken with `nextCall`. */
  get untakenCalls(): number {
    return this.#arrived.length;
  }

  crash(message: string): void {
    this.#errors.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }

  failToLoad(): void {
    this.#errors.dispatchEvent(new Event('error', { cancelable: true }));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** Lets the process end. */
  close(): void {
    this.#near.close();
    this.#far.close();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#near.postMessage(message, transfer);
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#targetOf(type).addEventListener(type, listener);
    if (type === 'message') this.#near.start();
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#targetOf(type).removeEventListener(type, listener);
  }

  #targetOf(type: string): EventTarget {
    return type === 'error' ? this.#errors : this.#near;
  }

  #take(call: FakeCall): void {
    const waiting = this.#awaited.shift();
    if (waiting === undefined) this.#arrived.push(call);
    else waiting(call);
  }
}

/** Makes fake workers and keeps them, in the order in which they were started. */
export class FakeWorkers {
  readonly started: FakeWorker[] = [];

  readonly create = (): FakeWorker => {
    const worker = new FakeWorker();
    this.started.push(worker);
    return worker;
  };

  at(index: number): FakeWorker {
    return assertPresent(this.started[index], `worker ${index} was not started`);
  }
}

/** Timers that run out when the test says so. */
export class FakeTimers {
  readonly #armed = new Set<() => void>();

  get armed(): number {
    return this.#armed.size;
  }

  readonly start = (_delayMs: number, action: () => void): (() => void) => {
    this.#armed.add(action);
    return () => this.#armed.delete(action);
  };

  /** All that are armed run out. */
  runOut(): void {
    const due = [...this.#armed];
    this.#armed.clear();
    for (const action of due) action();
  }
}
