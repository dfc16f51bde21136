/** The durable lane against `model.md`, rule by rule of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { DROP_FORMS } from '../protocol/fault.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { reportOf } from '../testing/report-of.ts';
import { simulate } from './simulate.ts';

const ask = (...script: object[]) => [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 100, on: 'laptop', do: 'send' },
  ...script,
];
const scenarioOf = (options: object, ...script: object[]) =>
  buildScenario({
    lanes: [{ lane: 'durable-session', options }],
    surfaces: { laptop: {}, phone: {} },
    script: ask(...script),
  });
const durable = (options: object, ...script: object[]) => reportOf(scenarioOf(options, ...script));

describe('the durable lane', () => {
  test('[S1] the prompt and each token pay one more hop', () => {
    const { agent, surfaces } = durable({});
    expect(agent).toMatchObject({ startedAtMs: 130, stoppedAtMs: 2280 });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, lastShownAtMs: 2310, connections: 1 });
  });

  test('[S2] tokens made within the rollup window travel as one append, the first at once', () => {
    const run = simulate(scenarioOf({ rollupMs: 120 }));
    const outputs = run.lanes[0]?.events.flatMap((event) =>
      event.type === 'record.appended' && event.record === 'output' ? [[event.from, event.to]] : [],
    );
    expect(outputs?.slice(0, 3)).toEqual([
      [1, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  test.each(DROP_FORMS)('[S3] after a break of the form %s it reads on from its last offset', (how) => {
    const { surfaces, guarantees, agent } = durable({}, { atMs: 1070, on: 'laptop', do: 'drop', how, forMs: 3000 });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0, textMatches: true });
    expect(surfaces['laptop']?.recoveredAfterMs).not.toBeNull();
    expect(agent.runs).toBe(1);
    expect(Object.values(guarantees).every((verdict) => verdict.held)).toBe(true);
  });

  test('[S4] a silent link is declared dead after the silence limit', () => {
    const run = simulate(
      scenarioOf({ silenceLimitMs: 5000 }, { atMs: 1070, on: 'laptop', do: 'drop', how: 'silent', forMs: 8000 }),
    );
    const closed = run.lanes[0]?.events.find(
      (event) => event.type === 'connection.closed' && event.purpose === 'session',
    );
    expect(closed?.atMs).toBe(6060);
  });

  test('[S5] a refresh or a second surface is given what there is in one update, then the rest live', () => {
    const { surfaces } = durable(
      {},
      { atMs: 1050, on: 'laptop', do: 'refresh' },
      { atMs: 1200, on: 'phone', do: 'open' },
    );
    for (const name of ['laptop', 'phone'])
      expect(surfaces[name]).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
  });

  test('[S5] beyond the resume window the accumulated message comes in one update', () => {
    const drop = { atMs: 1070, on: 'laptop', do: 'drop', how: 'offline', forMs: 3000 };
    const within = durable({}, drop);
    const beyond = durable({ resumeWindowMs: 1000 }, drop);
    expect(beyond.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
    expect(beyond.bill.messages).toBeLessThan(within.bill.messages);
  });

  test('[S6] stop is a record: it ends the run from any surface, and everyone is told', () => {
    const { agent, surfaces, guarantees } = durable(
      {},
      { atMs: 800, on: 'phone', do: 'open' },
      { atMs: 1400, on: 'phone', do: 'stop' },
    );
    expect(agent).toMatchObject({ end: 'cancelled' });
    expect(agent.generatedAfterStop).toBeLessThanOrEqual(1);
    expect([surfaces['laptop']?.status, surfaces['phone']?.status]).toEqual(['cancelled', 'cancelled']);
    expect(guarantees.G5.held).toBe(true);
  });

  test('[S7] a stop that precedes its run is kept and applied at its start', () => {
    const { agent } = durable({ sessionHopMs: 500 }, { atMs: 150, on: 'laptop', do: 'stop' });
    expect(agent).toMatchObject({ runs: 1, generated: 0, end: 'cancelled' });
  });

  test('[S7] a late stop is for its own run and changes no other', () => {
    const { agent, guarantees } = durable(
      {},
      { atMs: 800, on: 'phone', do: 'open' },
      { atMs: 2200, on: 'phone', do: 'drop', how: 'silent', forMs: 800 },
      { atMs: 2210, on: 'phone', do: 'stop' },
      { atMs: 2600, on: 'laptop', do: 'send' },
    );
    expect(agent).toMatchObject({ runs: 2, end: 'complete', generated: 80 });
    // The stop was sent again while the second run was under way.
    expect(guarantees.G5.held).toBe(true);
  });

  test('[S8] what is published without a network is queued and delivered once, or refused', () => {
    const offline = (publishOffline: string) =>
      reportOf(
        buildScenario({
          lanes: [{ lane: 'durable-session', options: { publishOffline } }],
          script: [
            { atMs: 0, on: 'laptop', do: 'open' },
            { atMs: 500, on: 'laptop', do: 'drop', how: 'offline', forMs: 1000 },
            { atMs: 700, on: 'laptop', do: 'send' },
          ],
        }),
      );
    expect(offline('queue').agent).toMatchObject({ runs: 1, end: 'complete' });
    expect(offline('queue').surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
    expect(offline('fail').agent.runs).toBe(0);
    expect(offline('fail').surfaces['laptop']?.status).toBe('error');
  });

  test('[S9] a surface that is already open learns of a run that another began', () => {
    const { surfaces } = durable({}, { atMs: 800, on: 'phone', do: 'open' }, { atMs: 4000, on: 'laptop', do: 'send' });
    expect(surfaces['phone']).toMatchObject({ status: 'complete', missing: 0 });
  });
});
