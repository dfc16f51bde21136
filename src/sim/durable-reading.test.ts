/** How a surface of the durable lane reads: transports, seam, updates, limits. */

import { describe, expect, test } from 'vitest';
import { runDurable } from '../testing/durable-run.ts';

const reset = { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 300 };
const offline = { atMs: 1000, on: 'laptop', do: 'drop', how: 'offline', forMs: 1000 };

describe('reading a session', () => {
  test.each(['websocket', 'sse', 'long-poll'])(
    '[S10] over %s a surface reads all, before and after a break',
    (transport) => {
      const { report, holds } = runDurable({ transport }, [reset]);
      expect(report.surfaces['laptop']).toMatchObject({
        status: 'complete',
        missing: 0,
        duplicated: 0,
        textMatches: true,
      });
      expect(holds('G1', 'G2', 'G3', 'G4')).toBe(true);
    },
  );

  test('[S10] a long poll brings several records at once when the path is long, and costs a request each time', () => {
    const network = { network: { latencyMs: 150 } };
    const poll = runDurable({ transport: 'long-poll', rollupMs: 0 }, [], network);
    const socket = runDurable({ transport: 'websocket', rollupMs: 0 }, [], network);
    expect(poll.report.surfaces['laptop']?.connections).toBeGreaterThan(5);
    expect(socket.report.surfaces['laptop']?.connections).toBe(1);
    const batches = new Set(
      poll.eventsOf('tokens.shown').flatMap(({ actor, atMs }) => (actor === 'laptop' ? [atMs] : [])),
    );
    expect(batches.size).toBeLessThan(20);
    expect(poll.report.surfaces['laptop']).toMatchObject({ missing: 0, duplicated: 0 });
  });

  test('[S10] six SSE subscriptions over HTTP/1.1 leave no place for the prompt; sockets do', () => {
    const names = ['tab-1', 'tab-2', 'tab-3', 'tab-4', 'tab-5', 'tab-6', 'tab-7'];
    const seven = (transport: string) =>
      runDurable({ transport }, [], {
        browser: { protocol: 'http1' },
        surfaces: Object.fromEntries(names.map((name) => [name, {}])),
        script: [...names.map((on) => ({ atMs: 0, on, do: 'open' })), { atMs: 1000, on: 'tab-1', do: 'send' }],
      });
    expect(seven('sse').report.agent.runs).toBe(0);
    expect(seven('websocket').report.surfaces['tab-7']).toMatchObject({ status: 'complete', missing: 0 });
  });

  test('[S4] a try that was given up and arrives late does not take the place of the link that works', () => {
    const silent = { atMs: 1070, on: 'laptop', do: 'drop', how: 'silent', forMs: 60_000 };
    const { eventsOf, report } = runDurable({}, [silent], { horizonMs: 200_000 });
    const healedAtMs = eventsOf('fault.ended')[0]?.atMs ?? 0;
    const arrivals = eventsOf('connection.opened').filter(({ atMs }) => atMs > healedAtMs);
    const closed = eventsOf('connection.closed').filter(({ atMs }) => atMs > healedAtMs);
    expect(arrivals.length).toBeGreaterThan(1);
    expect(closed).toEqual([]);
    expect(report.surfaces['laptop']).toMatchObject({ missing: 0, duplicated: 0, textMatches: true });
  });

  test('[S11] history first and then attach loses what is written between the two', () => {
    const refresh = { atMs: 1000, on: 'laptop', do: 'refresh' };
    const network = { network: { latencyMs: 100 } };
    const first = runDurable({ seam: 'history-first' }, [refresh], network);
    expect(first.report.surfaces['laptop']?.missing).toBeGreaterThan(0);
    expect(first.holds('G1')).toBe(false);
    expect(runDurable({}, [refresh], network).holds('G1', 'G2')).toBe(true);
  });

  test('[S12] an update that is appended instead of replacing doubles what was there', () => {
    const beyond = { resumeWindowMs: 500 };
    const wrong = runDurable({ ...beyond, applyUpdateAs: 'append' }, [offline]);
    expect(wrong.report.surfaces['laptop']?.duplicated).toBeGreaterThan(5);
    expect(wrong.holds('G2')).toBe(false);
    expect(runDurable(beyond, [offline]).holds('G1', 'G2')).toBe(true);
  });

  test('[S12] a catch-up by state costs one piece for each run, one within the window a piece for each record', () => {
    const partsOf = (options: object) =>
      runDurable(options, [offline])
        .eventsOf('catch-up.received')
        .filter(({ actor }) => actor === 'laptop');
    expect(partsOf({ resumeWindowMs: 500 }).at(-1)?.parts).toBe(1);
    expect(partsOf({}).at(-1)?.parts).toBeGreaterThan(10);
  });

  test('[S13] live records beyond the rate limit are dropped, and the state fetched instead: a jump, no loss', () => {
    const { report, eventsOf, holds } = runDurable({ rateLimitPerSecond: 5 });
    expect(eventsOf('continuity.lost').length).toBeGreaterThan(0);
    expect(report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
    expect(holds('G1', 'G2', 'G3')).toBe(true);
    expect(runDurable({}).eventsOf('continuity.lost')).toEqual([]);
  });

  test('[S14] what is past its retention comes from the database, when the answer was finished', () => {
    const late = runDurable({ retentionMs: 1000 }, [{ atMs: 9000, on: 'phone', do: 'refresh' }]);
    expect(late.report.surfaces['phone']).toMatchObject({ status: 'complete', missing: 0, duplicated: 0 });
    expect(late.eventsOf('tokens.shown').at(-1)).toMatchObject({ via: 'history', to: 40 });
  });

  test('[S14] an answer under way whose beginning is past its retention is lost in part', () => {
    const during = runDurable({ retentionMs: 1000 }, [{ atMs: 1500, on: 'phone', do: 'refresh' }]);
    expect(during.eventsOf('records.expired').length).toBeGreaterThan(0);
    expect(during.report.surfaces['phone']?.missing).toBeGreaterThan(0);
    expect(during.holds('G1')).toBe(false);
  });

  test('[S15] a session that counts as read what it sent loses the end of an answer in silence', () => {
    const silent = [
      { atMs: 1000, on: 'laptop', do: 'drop', how: 'silent', forMs: 5000 },
      { atMs: 6000, on: 'laptop', do: 'drop', how: 'reset', forMs: 100 },
    ];
    const lost = runDurable({ cursor: 'session' }, silent);
    expect(lost.report.surfaces['laptop']).toMatchObject({ status: 'streaming' });
    expect(lost.report.surfaces['laptop']?.missing).toBeGreaterThan(20);
    expect(runDurable({}, silent).report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });

  test('[S30] a surface that gives up after so many tries never comes back by itself; a reload does', () => {
    const long = { atMs: 1000, on: 'laptop', do: 'drop', how: 'reset', forMs: 30_000 };
    const lost = runDurable({ retryAttempts: 10 }, [long]);
    expect(lost.report.surfaces['laptop']).toMatchObject({ status: 'streaming' });
    expect(lost.holds('G1')).toBe(false);
    const reloaded = runDurable({ retryAttempts: 10 }, [long, { atMs: 40_000, on: 'laptop', do: 'refresh' }]);
    expect(reloaded.report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
    expect(runDurable({}, [long]).holds('G1')).toBe(true);
  });

  test('[S15] a hole is seen by the next record, and mended', () => {
    expect(runDurable({ cursor: 'session' }, [reset]).report.surfaces['laptop']).toMatchObject({
      status: 'complete',
      missing: 0,
      duplicated: 0,
    });
  });
});
