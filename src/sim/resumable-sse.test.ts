/** The resumable lane against `model.md` and the measured rows C1 and C2, rule by rule of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { buildScenario } from '../testing/build-scenario.ts';
import { reportOf } from '../testing/report-of.ts';

const RESET = { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 300 } as const;
const ask = (...script: object[]) => [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 100, on: 'laptop', do: 'send' },
  ...script,
];
const resumable = (options: object, ...script: object[]) =>
  reportOf(
    buildScenario({
      lanes: [{ lane: 'resumable-sse', options }],
      surfaces: { laptop: {}, phone: {} },
      script: ask(...script),
    }),
  );

describe('the resumable lane', () => {
  test('[R1] a break without a reload stays an error: nothing asks again', () => {
    const { surfaces, agent } = resumable({}, RESET);
    expect(surfaces['laptop']).toMatchObject({ status: 'error', missing: 25 });
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
  });

  test('[R1] becoming visible after the break asks again, and the message is rebuilt without a double', () => {
    const { surfaces } = resumable(
      {},
      RESET,
      { atMs: 1400, on: 'laptop', do: 'hide' },
      { atMs: 1500, on: 'laptop', do: 'show' },
    );
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0, textMatches: true });
  });

  test('[R2] a refresh during the run is given the buffer from the first token, then the rest live', () => {
    const { surfaces, guarantees } = resumable({}, { atMs: 1050, on: 'laptop', do: 'refresh' });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
    expect(guarantees).toMatchObject({ G1: { held: true }, G6: { held: true } });
  });

  test('[R3] a resume before the id is written finds nothing', () => {
    const { surfaces } = resumable({ idWriteDelayMs: 1000 }, { atMs: 300, on: 'laptop', do: 'refresh' });
    expect(surfaces['laptop']).toMatchObject({ status: 'idle', shown: 0, missing: 40 });
  });

  test('[R4] a resume after the end is empty: the error is cleared and the part stays, looking complete', () => {
    const { surfaces } = resumable({}, { ...RESET, forMs: 3000 }, { atMs: 5000, on: 'laptop', do: 'show' });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', shown: 15, missing: 25 });
  });

  test.each(['full', 'cursor'] as const)('[R5] with on-error it asks again by itself (replay %s)', (replay) => {
    const { surfaces } = resumable({ reconnect: 'on-error', replay }, RESET);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
  });

  test('[R5] with on-error a proper end without a terminal part is a break too', () => {
    expect(resumable({ reconnect: 'on-error' }, { ...RESET, how: 'close' }).surfaces['laptop']).toMatchObject({
      status: 'complete',
      missing: 0,
    });
  });

  test('[R5] with on-error it gives up after its tries', () => {
    const { surfaces } = resumable({ reconnect: 'on-error', reconnectAttempts: 2 }, { ...RESET, forMs: 10_000 });
    expect(surfaces['laptop']).toMatchObject({ status: 'error', missing: 25 });
  });

  test('[R6] without a stop endpoint, stop only hangs up', () => {
    const { agent, guarantees } = resumable({}, { atMs: 1050, on: 'laptop', do: 'stop' });
    expect(agent).toMatchObject({ generatedAfterStop: 25, end: 'complete' });
    expect(guarantees.G5.held).toBe(false);
  });

  test.each(['by-chat', 'by-run'] as const)('[R6] the stop endpoint (%s) ends the run', (stopEndpoint) => {
    const { agent, guarantees } = resumable({ stopEndpoint }, { atMs: 1050, on: 'laptop', do: 'stop' });
    expect(agent.end).toBe('cancelled');
    expect(agent.generatedAfterStop).toBeLessThanOrEqual(1);
    expect(guarantees.G5.held).toBe(true);
  });

  test('[R6] a second surface that follows the stream can stop it, and the first is not told why it ended', () => {
    const { agent, surfaces } = resumable(
      { stopEndpoint: 'by-run' },
      { atMs: 800, on: 'phone', do: 'open' },
      { atMs: 1400, on: 'phone', do: 'stop' },
    );
    expect(agent.end).toBe('cancelled');
    expect(surfaces['phone']?.status).toBe('cancelled');
    expect(surfaces['laptop']?.status).toBe('complete');
  });

  test('[R7] a stop before the id is known is accepted, and nothing stops', () => {
    const { agent, guarantees } = resumable(
      { stopEndpoint: 'by-chat', idWriteDelayMs: 500 },
      { atMs: 150, on: 'laptop', do: 'stop' },
    );
    expect(agent).toMatchObject({ end: 'complete', generated: 40 });
    expect(guarantees.G5.held).toBe(false);
  });

  test('[R7] a stop pressed without a network fails at once and is lost', () => {
    const { agent } = resumable(
      { stopEndpoint: 'by-chat' },
      { ...RESET, how: 'offline' },
      { atMs: 1100, on: 'laptop', do: 'stop' },
    );
    expect(agent).toMatchObject({ end: 'complete', generated: 40 });
  });

  test('[R8] a late stop by chat ends the next run, one by run does not', () => {
    const late = (stopEndpoint: string) =>
      resumable(
        { stopEndpoint },
        { atMs: 1800, on: 'phone', do: 'open' },
        { atMs: 2200, on: 'phone', do: 'drop', how: 'silent', forMs: 1500 },
        { atMs: 2210, on: 'phone', do: 'stop' },
        { atMs: 2600, on: 'laptop', do: 'send' },
      );
    expect(late('by-chat').agent).toMatchObject({ runs: 2, end: 'cancelled' });
    expect(late('by-chat').guarantees.G5.held).toBe(false);
    expect(late('by-run').agent).toMatchObject({ runs: 2, end: 'complete' });
  });

  test('[R9] a surface that is already open is not told of a new run', () => {
    const { surfaces } = resumable(
      {},
      { atMs: 800, on: 'phone', do: 'open' },
      { atMs: 4000, on: 'laptop', do: 'send' },
    );
    expect(surfaces['phone']).toMatchObject({ status: 'complete', shown: 0, missing: 40 });
  });
});
