import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { FakeTimers, FakeWorkers } from '../testing/fake-worker.ts';
import { createSimulationClient } from './simulation-client.ts';
import type { SimulationClient } from './simulation-client.ts';
import type { SimulationAnswer } from './simulation-service.ts';

const scenarioOf = (seed: number) => buildScenario({ seed, script: [] });
const answerOf = (seed: number): SimulationAnswer => ({ kind: 'run', run: simulate(scenarioOf(seed)) });
const runOf = (seed: number, restarted = false) => ({
  kind: 'run',
  restarted,
  run: expect.objectContaining({ scenario: scenarioOf(seed) }) as unknown,
});

describe('the simulation client', () => {
  let workers: FakeWorkers;
  let timers: FakeTimers;
  let client: SimulationClient;

  beforeEach(() => {
    workers = new FakeWorkers();
    timers = new FakeTimers();
    client = createSimulationClient({ createWorker: workers.create, startTimer: timers.start, limitMs: 5_000 });
  });

  afterEach(() => {
    client.dispose();
    for (const worker of workers.started) worker.close();
  });

  /** Waits until the newest worker is asked, and answers with the run of what it was asked. */
  async function answerNext(index = workers.started.length - 1): Promise<number> {
    const { scenario, reply } = await workers.at(index).nextCall();
    reply(answerOf(scenario.seed));
    return scenario.seed;
  }

  test('a request is answered with its run', async () => {
    const outcome = client.run(scenarioOf(1));
    await answerNext();
    expect(await outcome).toEqual(runOf(1));
  });

  test('of many requests during a run only the latest is simulated, and the others are superseded', async () => {
    const outcomes = [1, 2, 3, 4].map((seed) => client.run(scenarioOf(seed)));
    const asked = [await answerNext(), await answerNext()];
    expect(await Promise.all(outcomes)).toEqual([runOf(1), { kind: 'superseded' }, { kind: 'superseded' }, runOf(4)]);
    expect(asked).toEqual([1, 4]);
    expect(workers.at(0).untakenCalls).toBe(0);
  });

  test('answers come in the order of requests', async () => {
    const order: number[] = [];
    const outcomes = [1, 2].map((seed) => client.run(scenarioOf(seed)).then(() => order.push(seed)));
    await answerNext();
    await answerNext();
    await Promise.all(outcomes);
    expect(order).toEqual([1, 2]);
  });

  test('a crashed worker is replaced, the request is run again, and the outcome says so once', async () => {
    const outcome = client.run(scenarioOf(1));
    await workers.at(0).nextCall();
    workers.at(0).crash('out of memory');
    await answerNext(1);
    expect(await outcome).toEqual(runOf(1, true));
    expect(workers.at(0).isTerminated).toBe(true);
    const next = client.run(scenarioOf(2));
    await answerNext(1);
    expect(await next).toEqual(runOf(2, false));
  });

  test('a worker that does not answer within the limit is replaced like one that crashed', async () => {
    const outcome = client.run(scenarioOf(1));
    await workers.at(0).nextCall();
    timers.runOut();
    await answerNext(1);
    expect(await outcome).toEqual(runOf(1, true));
    expect(workers.at(0).isTerminated).toBe(true);
  });

  test('what a replaced worker still answers is not taken', async () => {
    const outcome = client.run(scenarioOf(1));
    const late = await workers.at(0).nextCall();
    timers.runOut();
    const { reply } = await workers.at(1).nextCall();
    late.reply({ kind: 'broken', message: 'too late' });
    reply(answerOf(1));
    expect(await outcome).toEqual(runOf(1, true));
  });

  test('a request that loses two workers fails, and the next one gets a third', async () => {
    const outcome = client.run(scenarioOf(1));
    await workers.at(0).nextCall();
    timers.runOut();
    await workers.at(1).nextCall();
    timers.runOut();
    expect(await outcome).toEqual({
      kind: 'failed',
      message:
        'unable to simulate; the simulator was replaced twice: it did not answer within 5 s. Undo the last change and try again',
      restarted: true,
    });
    const next = client.run(scenarioOf(2));
    await answerNext(2);
    expect(await next).toMatchObject({ kind: 'run' });
  });

  test('when a worker is lost while a newer request waits, only the newer one is run again', async () => {
    const older = client.run(scenarioOf(1));
    const newer = client.run(scenarioOf(2));
    await workers.at(0).nextCall();
    workers.at(0).crash('out of memory');
    expect(await answerNext(1)).toBe(2);
    expect(await older).toEqual({ kind: 'superseded' });
    expect(await newer).toEqual(runOf(2, true));
  });

  test('a worker that is lost with nothing to do is not replaced before the next request, which says so', async () => {
    workers.at(0).failToLoad();
    expect(workers.started).toHaveLength(1);
    const outcome = client.run(scenarioOf(1));
    await answerNext(1);
    expect(await outcome).toEqual(runOf(1, true));
  });

  test('a worker that can never be loaded is an outcome and not a loop', async () => {
    const outcome = client.run(scenarioOf(1));
    workers.at(0).failToLoad();
    workers.at(1).failToLoad();
    expect(await outcome).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('could not be loaded') as string,
    });
    expect(workers.started).toHaveLength(2);
  });

  test('a refusal by the simulator is a failure that costs no worker', async () => {
    const outcome = client.run(scenarioOf(1));
    const { reply } = await workers.at(0).nextCall();
    reply({ kind: 'beyond-limit', message: 'too many events' });
    expect(await outcome).toEqual({ kind: 'failed', message: 'too many events', restarted: false });
    expect(workers.started).toHaveLength(1);
  });

  test('no timer is armed but while a request is simulated', async () => {
    expect(timers.armed).toBe(0);
    const outcome = client.run(scenarioOf(1));
    expect(timers.armed).toBe(1);
    await answerNext();
    await outcome;
    expect(timers.armed).toBe(0);
  });

  test('disposing ends the worker, disarms the timer and answers what is open', async () => {
    const outcomes = [client.run(scenarioOf(1)), client.run(scenarioOf(2))];
    client.dispose();
    expect(await Promise.all([...outcomes, client.run(scenarioOf(3))])).toEqual(
      Array.from(Array(3), () => ({ kind: 'superseded' })),
    );
    expect(workers.at(0).isTerminated).toBe(true);
    expect(timers.armed).toBe(0);
  });
});
