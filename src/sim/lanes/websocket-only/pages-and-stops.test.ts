/** The lane with a socket alone, rule by rule of `SPEC.md`: pages, breaks and stops. */

import { describe, expect, test } from 'vitest';
import { runLane } from '../../../testing/run-lane.ts';

/** Heals by an online event: the page connects again at once, and words 15 to 25 were said meanwhile. */
const BREAK = { atMs: 1070, on: 'laptop', do: 'drop', how: 'offline', forMs: 500 } as const;
const PHONE = { atMs: 1010, on: 'phone', do: 'open' } as const;

const run = (options: object, script: readonly object[], parts: object = {}) =>
  runLane('websocket-only', options, {
    surfaces: { laptop: {}, phone: { kind: 'device' } },
    script: [{ atMs: 0, on: 'laptop', do: 'open' }, { atMs: 100, on: 'laptop', do: 'send' }, ...script],
    ...parts,
  });

describe('a page and its socket', () => {
  test('[B1] a prompt that is sent while the socket is being opened goes out when it is open', () => {
    const { agent, surfaces } = run({}, []);
    // Loaded at 90, open at 130, at the server at 150.
    expect(agent).toMatchObject({ runs: 1, startedAtMs: 150, generated: 40, end: 'complete' });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, connections: 1, lastShownAtMs: 2320 });
  });

  test('[B1] a page opens its socket again after a break that nobody reports, with growing waits', () => {
    const { surfaces, of } = run({}, [{ ...BREAK, how: 'reset', forMs: 3_000 }], {
      agent: { answer: { text: 'word' }, tokens: 200 },
    });
    const tries = of('connection.opening', 'laptop').filter(({ atMs }) => atMs > BREAK.atMs);
    expect(tries.length).toBeGreaterThan(4);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', connections: 2 });
  });

  test('[B1] a sign of life keeps a quiet socket, and a page that hears nothing gives its socket up', () => {
    const quiet = run({}, [], { horizonMs: 60_000 });
    expect(quiet.of('connection.closed', 'laptop').filter(({ purpose }) => purpose === 'session')).toEqual([]);
    const unkept = run({ heartbeatMs: 60_000 }, [], { horizonMs: 60_000 });
    expect(unkept.of('connection.closed', 'laptop').filter(({ how }) => how === 'hung-up')).not.toEqual([]);
    const silent = run({}, [{ ...BREAK, how: 'silent', forMs: 40_000 }], { horizonMs: 60_000 });
    // The last word before the silence came at 1020.
    const gaveUp = silent.of('connection.closed', 'laptop').filter(({ how }) => how === 'hung-up');
    expect(gaveUp[0]).toMatchObject({ atMs: 1_020 + 25_000 });
    expect(silent.of('state.entered', 'laptop').findLast(({ machine }) => machine === 'socket-link')).toMatchObject({
      state: 'open.live',
    });
  });

  test('[B2] what was said during a break is a hole in the middle of the answer', () => {
    const { surfaces, of, guarantees } = run({}, [BREAK]);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', shown: 29, missing: 11, duplicated: 0 });
    expect(of('tokens.shown', 'laptop').flatMap(({ from }) => (from > 12 && from < 28 ? [from] : []))).toEqual([
      13, 14, 26, 27,
    ]);
    expect(of('catch-up.received')).toEqual([]);
    expect(guarantees).toMatchObject({ G1: { held: false }, G2: { held: true }, G3: { held: true } });
  });

  test('[B3] a page that opens in the middle shows the rest, and the whole after a load that comes later', () => {
    const { surfaces, of } = run({}, [PHONE]);
    // Its socket joins at 1120; word 17 was made at 1150.
    expect(surfaces['phone']).toMatchObject({ status: 'complete', shown: 24, missing: 16 });
    expect(of('run.learned', 'phone').map(({ what, atMs }) => [what, atMs])).toEqual([
      ['began', 1170],
      ['ended', 2320],
    ]);
    const later = run({}, [PHONE, { atMs: 4_000, on: 'phone', do: 'refresh' }]);
    expect(later.surfaces['phone']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
  });

  test('[B4] with a fan-out to the connection, a second page hears that a run began and ended, and no word of it', () => {
    const { surfaces, of } = run({ fanOut: 'connection' }, [{ atMs: 0, on: 'phone', do: 'open' }]);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
    expect(surfaces['phone']).toMatchObject({ status: 'complete', shown: 0, missing: 40 });
    expect(of('run.learned', 'phone').map(({ what, end }) => [what, end])).toEqual([
      ['began', null],
      ['ended', 'complete'],
    ]);
  });

  test('[B4] with a fan-out to the connection, the words have nowhere to go after a reconnect', () => {
    const { surfaces } = run({ fanOut: 'connection' }, [BREAK]);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', shown: 14, missing: 26 });
  });

  test('[B8] a page that was away at the end stays streaming, until it is loaded again', () => {
    const away = { ...BREAK, atMs: 2_000, forMs: 1_000 };
    const { surfaces, of } = run({}, [away]);
    expect(surfaces['laptop']).toMatchObject({ status: 'streaming', connections: 2 });
    expect(of('run.learned', 'laptop').map(({ what }) => what)).toEqual(['began']);
    const later = run({}, [away, { atMs: 5_000, on: 'laptop', do: 'refresh' }]);
    expect(later.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });
});

describe('a close, and a stop', () => {
  test('[B5] a close is not a stop: the run goes on, and a reload finds the whole when it has ended', () => {
    const { agent, guarantees, surfaces } = run({}, [
      { atMs: 1_050, on: 'laptop', do: 'close' },
      { atMs: 4_000, on: 'laptop', do: 'open' },
    ]);
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
    expect(guarantees.G6.held).toBe(true);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });

  test('[B5] with `onClose: cancel` a refresh ends the run when the server notices, whoever else is watching', () => {
    const { agent, guarantees } = run({ onClose: 'cancel' }, [
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 1_050, on: 'laptop', do: 'refresh' },
    ]);
    expect(agent).toMatchObject({ end: 'cancelled', stoppedAtMs: 1_090 });
    expect(guarantees.G6).toMatchObject({ held: false, atMs: 1_090 });
  });

  test('[B5] with `onClose: cancel` a socket of a page that only watches ends nothing', () => {
    const { agent } = run({ onClose: 'cancel' }, [PHONE, { atMs: 1_500, on: 'phone', do: 'close' }]);
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
  });

  test('[B6] a stop from a second page ends the run one way later, and everyone in the room is told', () => {
    const { agent, surfaces, guarantees, of } = run({}, [PHONE, { atMs: 1_505, on: 'phone', do: 'stop' }]);
    expect(of('stop.arrived')).toMatchObject([{ atMs: 1_525, run: 1, outcome: 'applied' }]);
    expect(agent).toMatchObject({ end: 'cancelled', stoppedAtMs: 1_525, generatedAfterStop: 0 });
    expect(surfaces).toMatchObject({ laptop: { status: 'cancelled' }, phone: { status: 'cancelled' } });
    expect(guarantees.G5.held).toBe(true);
  });

  test('[B6] a stop before the first word names the prompt, and ends its run', () => {
    const { agent, guarantees } = run({}, [{ atMs: 160, on: 'laptop', do: 'stop' }]);
    expect(agent).toMatchObject({ end: 'cancelled', generated: 0, stoppedAtMs: 180 });
    expect(guarantees.G5.held).toBe(true);
  });

  test('[B6] a late stop finds nothing to stop, not even the next run', () => {
    const { agent, of } = run({}, [
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 2_310, on: 'laptop', do: 'stop' },
      { atMs: 2_325, on: 'phone', do: 'send' },
    ]);
    expect(of('stop.arrived')).toMatchObject([{ atMs: 2_330, run: 1, outcome: 'nothing-to-stop' }]);
    expect(agent).toMatchObject({ runs: 2, end: 'complete', generated: 80 });
  });

  test('[B6] a stop from a surface that may not stop is refused, and it is told', () => {
    const { agent, of } = run({}, [PHONE, { atMs: 1_500, on: 'phone', do: 'stop' }], {
      surfaces: { laptop: {}, phone: { mayStop: false } },
    });
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
    expect(of('stop.arrived')).toMatchObject([{ outcome: 'not-allowed' }]);
    expect(of('write.refused')).toMatchObject([{ writer: 'phone', reason: 'not-allowed', isTold: true }]);
    const told = of('message.delivered', 'phone').filter(({ kind, atMs }) => kind === 'reply' && atMs === 1_540);
    expect(told).toHaveLength(1);
  });

  test('[B7] a stop without a socket is lost, and the page says so and stays as it was', () => {
    const { agent, of, surfaces, guarantees } = run({}, [BREAK, { atMs: 1_200, on: 'laptop', do: 'stop' }]);
    expect(of('action.ignored')).toMatchObject([{ actor: 'laptop', verb: 'stop', reason: 'the socket is not open' }]);
    expect(of('stop.arrived')).toEqual([]);
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
    expect(surfaces['laptop']?.status).toBe('complete');
    expect(guarantees.G5.held).toBe(false);
  });

  test('[B7] a prompt without a socket is lost, and the page shows an error', () => {
    const { agent, surfaces } = run({}, [
      { atMs: 3_000, on: 'laptop', do: 'drop', how: 'offline', forMs: 1_000 },
      { atMs: 3_500, on: 'laptop', do: 'send' },
    ]);
    expect(agent.runs).toBe(1);
    expect(surfaces['laptop']?.status).toBe('error');
  });

  test('[B7] a stop that waits for a socket which never opens is lost with it', () => {
    const { of, agent } = run({}, [
      { atMs: 95, on: 'laptop', do: 'stop' },
      { atMs: 105, on: 'laptop', do: 'stop' },
      { atMs: 108, on: 'laptop', do: 'drop', how: 'offline', forMs: 1_000 },
    ]);
    expect(of('action.ignored').map(({ verb, atMs }) => [verb, atMs])).toEqual([['stop', 108]]);
    expect(agent.runs).toBe(0);
  });
});
