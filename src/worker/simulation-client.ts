/**
 * The near side of the thread boundary. At most one request is simulated and one waits, the latest:
 * a drag never queues stale work. The one that is being simulated is finished and answered, so that
 * there is a picture also under a finger that never rests; answers come in the order of requests.
 *
 * A worker that crashes, or does not answer in time, is terminated and replaced, and what it was
 * asked is asked once more. Nothing is lost with it: a request carries the whole scenario.
 */

import { wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
import { assertNever } from '../base/assert.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { Run } from '../sim/run.ts';
import type { SimulationAnswer, SimulationService } from './simulation-service.ts';

/** `restarted`: the worker had to be replaced on the way, and people should be told. */
export type SimulationOutcome =
  | { readonly kind: 'run'; readonly run: Run; readonly restarted: boolean }
  /** A newer request took its place, or the client was disposed. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly message: string; readonly restarted: boolean };

export interface SimulationClient {
  /** Never rejects. */
  run(scenario: CompiledScenario): Promise<SimulationOutcome>;
  /** Ends the worker; every open request is answered as superseded. */
  dispose(): void;
}

/** A worker, or what stands in for one. */
export interface SimulationThread extends Endpoint {
  terminate(): void;
}

export interface SimulationClientPorts {
  readonly createWorker: () => SimulationThread;
  /** Calls `action` once, `delayMs` real milliseconds from now, unless the returned function is called before. */
  readonly startTimer: (delayMs: number, action: () => void) => () => void;
  /** A worker that has not answered for this long is taken for hung. */
  readonly limitMs: number;
}

/** The longest runs that the limits of a scenario allow take about a second; ten are for slow machines. */
const LIMIT_MS = 10_000;

const BROWSER_PORTS: SimulationClientPorts = {
  createWorker: () =>
    new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module', name: 'simulation' }),
  startTimer: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
  limitMs: LIMIT_MS,
};

/** Starts a worker at once, so that it is loaded by the time of the first request. */
export function createSimulationClient(ports: Partial<SimulationClientPorts> = {}): SimulationClient {
  return new Client({ ...BROWSER_PORTS, ...ports });
}

interface Request {
  readonly scenario: CompiledScenario;
  readonly answer: (outcome: SimulationOutcome) => void;
  /** Workers that were lost over this request. */
  lost: number;
}

interface Thread {
  readonly worker: SimulationThread;
  readonly service: Remote<SimulationService>;
}

class Client implements SimulationClient {
  readonly #ports: SimulationClientPorts;
  /** `null` when it was lost with nothing to do: the next request starts another, and none is started in vain for ever. */
  #thread: Thread | null;
  #running: Request | null = null;
  #waiting: Request | null = null;
  #isDisposed = false;
  /** A worker was replaced since the last answer that said so. */
  #hasNews = false;
  #cancelTimer: () => void = () => undefined;

  constructor(ports: SimulationClientPorts) {
    this.#ports = ports;
    this.#thread = this.#startThread();
  }

  run(scenario: CompiledScenario): Promise<SimulationOutcome> {
    return new Promise((answer) => {
      const request: Request = { scenario, answer, lost: 0 };
      if (this.#isDisposed) answer({ kind: 'superseded' });
      else if (this.#running === null) this.#begin(request);
      else {
        this.#waiting?.answer({ kind: 'superseded' });
        this.#waiting = request;
      }
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelTimer();
    this.#thread?.worker.terminate();
    for (const request of [this.#running, this.#waiting]) request?.answer({ kind: 'superseded' });
    this.#running = null;
    this.#waiting = null;
  }

  #begin(request: Request): void {
    this.#running = request;
    const thread = (this.#thread ??= this.#startThread());
    const { limitMs, startTimer } = this.#ports;
    this.#cancelTimer = startTimer(limitMs, () => this.#lose(thread, `it did not answer within ${limitMs / 1000} s`));
    thread.service.simulate(request.scenario).then(
      (answer) => this.#take(thread, answer, request),
      (error: unknown) => this.#lose(thread, error instanceof Error ? error.message : String(error)),
    );
  }

  #take(thread: Thread, answer: SimulationAnswer, { scenario }: Request): void {
    // A worker that was replaced may have answered just before its end.
    if (thread !== this.#thread) return;
    switch (answer.kind) {
      case 'run':
        return this.#settle({ kind: 'run', run: withScenario(answer.run, scenario), restarted: this.#hasNews });
      case 'beyond-limit':
      case 'broken':
        return this.#settle({ kind: 'failed', message: answer.message, restarted: this.#hasNews });
      default:
        assertNever(answer);
    }
  }

  /** The worker is gone, or as good as gone, for `reason`. */
  #lose(thread: Thread, reason: string): void {
    if (thread !== this.#thread || this.#isDisposed) return;
    this.#cancelTimer();
    thread.worker.terminate();
    this.#thread = null;
    this.#hasNews = true;
    const request = this.#running;
    if (request === null) return;
    request.lost += 1;
    // What waits is newer and holds every edit that this one held.
    if (this.#waiting !== null) this.#settle({ kind: 'superseded' });
    else if (request.lost === 1) this.#begin(request);
    else {
      const message = `unable to simulate; the simulator was replaced twice: ${reason}. Undo the last change and try again`;
      this.#settle({ kind: 'failed', message, restarted: true });
    }
  }

  #settle(outcome: SimulationOutcome): void {
    this.#cancelTimer();
    const done = this.#running;
    const next = this.#waiting;
    this.#running = null;
    this.#waiting = null;
    if (outcome.kind !== 'superseded') this.#hasNews = false;
    done?.answer(outcome);
    if (next !== null) this.#begin(next);
  }

  #startThread(): Thread {
    const worker = this.#ports.createWorker();
    const thread: Thread = { worker, service: wrap<SimulationService>(worker) };
    worker.addEventListener('error', {
      handleEvent: (event: Event) => {
        // The failure is handled here, and should not be reported a second time as an uncaught one.
        event.preventDefault();
        // A script that cannot be loaded fires a plain event, without a message.
        this.#lose(thread, 'message' in event ? `it crashed (${String(event.message)})` : 'it could not be loaded');
      },
    });
    return thread;
  }
}

/** The very scenario that was asked for, so that what of it is the same from run to run is the same object. */
function withScenario({ model, ...run }: Omit<Run, 'scenario'>, scenario: CompiledScenario): Run {
  return { model, scenario, ...run };
}
