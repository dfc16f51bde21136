/** The resumable lane read by an EventSource: R20 to R22 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf, upTo } from '../../../testing/screen-of.ts';

const ES = { transport: 'event-source', replay: 'cursor' };
const RESET = { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 300 };
const WHOLE = upTo(40);

describe('an EventSource', () => {
  test('[R20] the browser asks again after exactly the retry time, and goes on at the next id', () => {
    const events = resumableTrace(ES, [RESET]);
    const [resume] = allOf(events, 'connection.opening', 'laptop').filter(({ purpose }) => purpose === 'resume');
    expect(resume?.atMs).toBe(4_070);
    expect(allOf(events, 'catch-up.received', 'laptop')).toMatchObject([{ from: 16, to: 40, parts: 25 }]);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
    expect(statusOf(events, 'laptop')).toBe('complete');
  });

  test.each(['close', 'reset', 'offline'])('[R20] a connection that ends by %s is opened again', (how) => {
    const events = resumableTrace({ ...ES, eventSourceRetryMs: 400 }, [{ ...RESET, how }]);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
  });

  test('[R20] it asks at the same pace for ever while it is refused', () => {
    const events = resumableTrace(ES, [{ ...RESET, forMs: 13_000 }]);
    const asked = allOf(events, 'connection.opening', 'laptop').filter(({ purpose }) => purpose === 'resume');
    expect(asked.map(({ atMs }) => atMs)).toEqual([4_070, 7_090, 10_110, 13_130, 16_150]);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
  });

  test('[R20] an answer that was stopped elsewhere is a 204, and the browser asks no more', () => {
    const events = resumableTrace({ ...ES, stopEndpoint: 'by-chat' }, [
      { atMs: 700, on: 'phone', do: 'open' },
      { atMs: 1200, on: 'phone', do: 'stop' },
    ]);
    const asked = allOf(events, 'connection.opening', 'laptop').filter(({ purpose }) => purpose === 'resume');
    expect(asked).toHaveLength(1);
    expect(statusOf(events, 'laptop')).toBe('complete');
    expect(allOf(events, 'run.learned', 'laptop').map(({ what }) => what)).toEqual(['began']);
  });

  test('[R20] any answer but a stream closes it for good, but for a person who asks again', () => {
    const script = [
      { atMs: 500, on: 'agent', do: 'sleep', forMs: 8_000 },
      { atMs: 600, on: 'phone', do: 'open' },
      { atMs: 5000, on: 'phone', do: 'show' },
    ];
    const three = { server: { processes: 3 } };
    const asked = (more: readonly object[]) =>
      allOf(resumableTrace(ES, [...script, ...more], three), 'connection.opening', 'phone').filter(
        ({ purpose }) => purpose === 'resume',
      );
    expect(asked([])).toHaveLength(1);
    expect(asked([{ atMs: 9000, on: 'phone', do: 'retry' }])).toHaveLength(2);
  });

  test('[R21] when the process died a new one generates again and skips what the browser has: a splice', () => {
    const events = resumableTrace(ES, [{ atMs: 1050, on: 'agent', do: 'crash', forMs: 100 }]);
    expect(allOf(events, 'run.started').map(({ turn }) => turn)).toEqual([1, 1]);
    expect(allOf(events, 'token.generated')).toHaveLength(55);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
    expect(allOf(events, 'tokens.shown', 'laptop').filter(({ run }) => run === 2)[0]?.from).toBe(16);
  });

  test('[R21] a server that does not look at the id starts over, and the message is rebuilt', () => {
    const events = resumableTrace({ transport: 'event-source' }, [
      { atMs: 1050, on: 'agent', do: 'crash', forMs: 100 },
    ]);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
    expect(allOf(events, 'answer.discarded', 'laptop')).toMatchObject([{ run: 1 }]);
  });

  test('[R21] a prompt that never arrived arrives with the next try', () => {
    const events = resumableTrace(ES, [{ atMs: 95, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_000 }]);
    expect(allOf(events, 'run.started')).toHaveLength(1);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
  });

  test('[R22] a page that loads opens it again for an answer that is owed, and is given everything', () => {
    const events = resumableTrace(ES, [{ atMs: 1050, on: 'laptop', do: 'refresh' }]);
    expect(allOf(events, 'catch-up.received', 'laptop')[0]?.from).toBe(1);
    expect(screenOf(events, 'laptop')).toEqual(WHOLE);
    expect(statusOf(events, 'laptop')).toBe('complete');
  });

  test('[R22] a page that has the whole answer from the history does not open it', () => {
    const events = resumableTrace(ES, [{ atMs: 4000, on: 'phone', do: 'open' }]);
    expect(screenOf(events, 'phone')).toEqual(WHOLE);
    expect(allOf(events, 'connection.opening', 'phone').map(({ purpose }) => purpose)).toEqual(['load']);
  });

  test('[R22] stop only closes it, unless there is an endpoint for it', () => {
    const stopped = (options: object) =>
      allOf(resumableTrace({ ...ES, ...options }, [{ atMs: 1050, on: 'laptop', do: 'stop' }]), 'run.ended');
    expect(stopped({})).toMatchObject([{ end: 'complete', tokens: 40 }]);
    expect(stopped({ stopEndpoint: 'by-run' })).toMatchObject([{ end: 'cancelled' }]);
  });
});
