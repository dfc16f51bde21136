import { afterEach, describe, expect, inject, test } from 'vitest';
import { scenarios } from 'virtual:scenarios';
import { assertPresent } from '../base/assert.ts';
import { FakeTimers } from '../testing/fake-worker.ts';
import { createSimulationClient } from './simulation-client.ts';
import type { SimulationClient, SimulationClientPorts } from './simulation-client.ts';

/** The reviewed traces, whose first line carries the digest that Node gave. */
const goldens = import.meta.glob<string>('../../scenarios/golden/*.trace.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const scenario = assertPresent(scenarios[0], 'there are no scenarios');
const scenarioOf = (seed: number) => ({ ...scenario, seed });

let clients: SimulationClient[] = [];

function createClient(ports?: Partial<SimulationClientPorts>): SimulationClient {
  const client = createSimulationClient(ports);
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients) client.dispose();
  clients = [];
});

/** Workers whose first is `source` and whose others are the real one; and how often each was started. */
function workersAfter(source: string): { readonly createWorker: () => Worker; readonly started: () => number } {
  let started = 0;
  const createWorker = (): Worker => {
    started += 1;
    if (started > 1) return new Worker(new URL('simulation-worker.ts', import.meta.url), { type: 'module' });
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    return new Worker(address, { type: 'module' });
  };
  return { createWorker, started: () => started };
}

describe('the simulator in a real worker', () => {
  test('every scenario gives the same digest here as in Node', async () => {
    const client = createClient();
    const digests: [string, string][] = [];
    for (const compiled of scenarios) {
      const outcome = await client.run(compiled);
      digests.push([compiled.id, outcome.kind === 'run' ? outcome.run.report.digest : JSON.stringify(outcome)]);
    }
    expect(digests.length).toBeGreaterThanOrEqual(4);
    expect(Object.fromEntries(digests)).toEqual(inject('digestsInNode'));
  });

  test('every scenario gives the digest of its reviewed trace', async () => {
    const client = createClient();
    const reviewed = Object.values(goldens).map((text) => /^# (\S+) .*digest=(\S+)/.exec(text)?.slice(1));
    expect(reviewed.length).toBeGreaterThanOrEqual(4);
    for (const [id, digest] of reviewed.map((header) => assertPresent(header, 'a golden trace has no header'))) {
      const compiled = assertPresent(
        scenarios.find((each) => each.id === id),
        `there is no scenario ${id}`,
      );
      expect(await client.run(compiled), id).toMatchObject({ kind: 'run', run: { report: { digest } } });
    }
  });

  test('a run is plain data that survives a further copy unchanged', async () => {
    const outcome = await createClient().run(scenario);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  test('under a burst of requests the first and the latest are simulated, and the others superseded', async () => {
    const client = createClient();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((seed) => client.run(scenarioOf(seed))));
    const seeds = outcomes.map((outcome) => (outcome.kind === 'run' ? outcome.run.scenario.seed : outcome.kind));
    expect(seeds).toEqual([1, 'superseded', 'superseded', 'superseded', 5]);
  });

  test('a scenario beyond a limit is refused with the name of the limit, and the worker goes on', async () => {
    const client = createClient();
    const words = Array.from({ length: 5_000 }, (_, index) => `w${index}`);
    const surfaces = Array.from({ length: 100 }, (_, index) => ({
      ...assertPresent(scenario.surfaces[0], 'the scenario has no surface'),
      name: `s${index}`,
    }));
    const opens = surfaces.map(({ name }) => ({ atMs: 0, on: name, do: 'open' as const }));
    const send = { atMs: 500, on: 's0', do: 'send' as const, text: '' };
    const huge = {
      ...scenario,
      horizonMs: 3_600_000,
      surfaces,
      script: [...opens, send],
      agent: { ...scenario.agent, words },
    };
    const refused = await client.run(huge);
    expect(refused).toMatchObject({ kind: 'failed', restarted: false });
    expect(refused.kind === 'failed' ? refused.message : '').toContain('eventsPerLane');
    expect(await client.run(scenario)).toMatchObject({ kind: 'run', restarted: false });
  });

  test('a worker that crashes is replaced, and the request is answered by the next one', async () => {
    const { createWorker, started } = workersAfter(`onmessage = () => { throw new Error('crash on purpose'); };`);
    const outcome = await createClient({ createWorker }).run(scenario);
    expect(outcome).toMatchObject({ kind: 'run', restarted: true });
    expect(started()).toBe(2);
  });

  test('a worker that hangs is replaced once the limit is over', async () => {
    const timers = new FakeTimers();
    const { createWorker, started } = workersAfter('for (;;);');
    const pending = createClient({ createWorker, startTimer: timers.start }).run(scenario);
    timers.runOut();
    expect(await pending).toMatchObject({ kind: 'run', restarted: true });
    expect(started()).toBe(2);
  });

  test('a worker whose script is missing ends in an answer', async () => {
    const createWorker = () => new Worker('data:text/javascript,import "missing:module"', { type: 'module' });
    expect(await createClient({ createWorker }).run(scenario)).toMatchObject({ kind: 'failed', restarted: true });
  });
});
