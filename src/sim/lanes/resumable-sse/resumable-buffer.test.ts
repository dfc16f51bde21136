/** Where the tokens wait, and what a crash leaves of them: R10 to R13 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf, upTo } from '../../../testing/screen-of.ts';

const CRASH = { atMs: 1050, on: 'agent', do: 'crash', forMs: 100 };
const resumes = (events: ReturnType<typeof resumableTrace>, surface: string) =>
  allOf(events, 'connection.closed', surface).filter(({ purpose }) => purpose === 'resume');

describe('a buffer in the producing process', () => {
  test('[R10] after a crash each resume waits for the acknowledgement and fails, since the id says alive', () => {
    const events = resumableTrace({}, [
      CRASH,
      { atMs: 2000, on: 'phone', do: 'open' },
      { atMs: 5000, on: 'phone', do: 'show' },
    ]);
    const opened = allOf(events, 'connection.opened', 'phone').filter(({ purpose }) => purpose === 'resume');
    expect(opened).toHaveLength(2);
    expect(resumes(events, 'phone').map(({ atMs }) => atMs)).toEqual(opened.map(({ atMs }) => atMs + 1_020));
    expect(screenOf(events, 'phone')).toEqual([]);
    expect(statusOf(events, 'phone')).toBe('error');
    expect(allOf(events, 'stream-id.saved').at(-1)?.run).toBe(1);
  });

  test('[R10] the time-out is that of the option', () => {
    const events = resumableTrace({ ackTimeoutMs: 300 }, [CRASH, { atMs: 2000, on: 'phone', do: 'open' }]);
    const [opened] = allOf(events, 'connection.opened', 'phone').filter(({ purpose }) => purpose === 'resume');
    expect(resumes(events, 'phone')[0]?.atMs).toBe((opened?.atMs ?? 0) + 320);
  });

  test('[R10] after its time to live the id is gone, and a resume is a 204', () => {
    const events = resumableTrace({ ttlMs: 2_000 }, [CRASH, { atMs: 4000, on: 'phone', do: 'open' }]);
    // Token 15 was the last write, at 1,020 ms.
    expect(allOf(events, 'stream-id.saved').at(-1)).toMatchObject({ run: null, atMs: 3_020 });
    expect(resumes(events, 'phone')).toHaveLength(1);
    expect(statusOf(events, 'phone')).toBe('idle');
  });

  test('[R10] a deploy that does not wait for the run does the same', () => {
    const events = resumableTrace({}, [
      { atMs: 500, on: 'agent', do: 'deploy', forMs: 500 },
      { atMs: 2000, on: 'phone', do: 'open' },
    ]);
    expect(statusOf(events, 'laptop')).toBe('error');
    expect(statusOf(events, 'phone')).toBe('error');
  });

  test('[R10] a new prompt takes the place of an id that nobody stands behind', () => {
    const events = resumableTrace({}, [
      CRASH,
      { atMs: 2000, on: 'laptop', do: 'send' },
      { atMs: 3000, on: 'phone', do: 'open' },
    ]);
    expect(screenOf(events, 'phone')).toHaveLength(40);
    expect(statusOf(events, 'phone')).toBe('complete');
  });

  const PAUSED = { processes: 3 };
  test('[R11] while the producing process stands still a resume by another one fails in the same way', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 600, on: 'agent', do: 'sleep', forMs: 6_000 },
        { atMs: 1000, on: 'phone', do: 'open' },
      ],
      { server: PAUSED },
    );
    const phone = allOf(events, 'status.changed', 'phone').map(({ status }) => status);
    expect(phone).toContain('error');
    expect(screenOf(events, 'laptop')).toHaveLength(40);
  });

  test('[R11] a process that goes on within the time-out answers', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 600, on: 'agent', do: 'sleep', forMs: 1_000 },
        { atMs: 1000, on: 'phone', do: 'open' },
      ],
      { server: PAUSED },
    );
    expect(screenOf(events, 'phone')).toHaveLength(40);
    expect(statusOf(events, 'phone')).toBe('complete');
  });
});

describe('a buffer beside the process', () => {
  test('[R12] after a crash a resume replays what was written and stays open, then ends without a terminal part', () => {
    const events = resumableTrace({ buffer: 'external', ttlMs: 3_000 }, [
      CRASH,
      { atMs: 2000, on: 'phone', do: 'open' },
    ]);
    const statuses = allOf(events, 'status.changed', 'phone');
    expect(screenOf(events, 'phone')).toEqual(upTo(15));
    expect(statuses.map(({ status }) => status)).toEqual(['idle', 'waiting', 'streaming', 'complete']);
    // The last write was at 1,020 ms, and the end of the body takes 20 ms.
    expect(statuses.at(-1)?.atMs).toBe(4_040);
    expect(allOf(events, 'run.learned', 'phone')).toMatchObject([{ what: 'began' }]);
  });

  test('[R12] within its time to live it streams on for ever', () => {
    const events = resumableTrace({ buffer: 'external' }, [CRASH, { atMs: 2000, on: 'phone', do: 'open' }]);
    expect(statusOf(events, 'phone')).toBe('streaming');
  });

  test('[R13] a resume after the end is given the whole answer and the end, within the time to live', () => {
    const late = (options: object) =>
      resumableTrace({ buffer: 'external', ...options }, [
        { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 3_000 },
        { atMs: 5000, on: 'laptop', do: 'show' },
      ]);
    expect(screenOf(late({}), 'laptop')).toHaveLength(40);
    expect(allOf(late({}), 'run.learned', 'laptop').at(-1)).toMatchObject({ what: 'ended', end: 'complete' });
    expect(screenOf(late({ ttlMs: 1_000 }), 'laptop')).toHaveLength(15);
    expect(statusOf(late({ ttlMs: 1_000 }), 'laptop')).toBe('complete');
  });

  test('[R13] the time to live of a run that goes on does not pass', () => {
    const events = resumableTrace({ buffer: 'external', ttlMs: 1_000 }, [{ atMs: 4000, on: 'phone', do: 'open' }], {
      agent: { answer: { text: 'word' }, tokens: 40, parts: [{ afterToken: 5, tool: 'search', forMs: 6_000 }] },
    });
    expect(screenOf(events, 'phone')).toHaveLength(40);
  });

  test('[R13] an answer that was stopped is forgotten at once', () => {
    const events = resumableTrace({ buffer: 'external', stopEndpoint: 'by-chat' }, [
      { atMs: 1050, on: 'laptop', do: 'stop' },
    ]);
    expect(allOf(events, 'stream-id.saved').map(({ run }) => run)).toEqual([1, null]);
  });
});
