/** What a replay is and what it costs, signs of life, and answers that are no stream: R17 to R19, R23 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf, upTo } from '../../../testing/screen-of.ts';

const RESET = { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 300 };
const ON_ERROR = { reconnect: 'on-error' };

describe('a replay', () => {
  test('[R17] an older client appends it: the 15 words before the break are doubled', () => {
    const shown = screenOf(resumableTrace({ ...ON_ERROR, onReplay: 'append' }, [RESET]), 'laptop');
    expect(shown).toHaveLength(55);
    expect(new Set(shown).size).toBe(40);
  });

  test('[R17] with a cursor there is nothing to double', () => {
    const shown = screenOf(resumableTrace({ ...ON_ERROR, onReplay: 'append', replay: 'cursor' }, [RESET]), 'laptop');
    expect(shown).toEqual(upTo(40));
  });

  test('[R18] it costs as many events as tokens, and with a cursor only the missing ones', () => {
    const caughtUp = (replay: string) =>
      allOf(resumableTrace({ ...ON_ERROR, replay }, [RESET]), 'catch-up.received', 'laptop');
    expect(caughtUp('full')).toMatchObject([{ run: 1, from: 1 }]);
    const [full] = caughtUp('full');
    const [cursor] = caughtUp('cursor');
    expect(full?.parts).toBe(full?.to);
    expect(cursor).toMatchObject({ from: 16, to: full?.to, parts: (full?.to ?? 0) - 15 });
  });

  test('[R18] a place in one answer says nothing about the next one', () => {
    const events = resumableTrace({ replay: 'cursor' }, [
      { ...RESET, forMs: 1_500 },
      { atMs: 2700, on: 'phone', do: 'open' },
      { atMs: 3000, on: 'phone', do: 'send' },
      { atMs: 4500, on: 'laptop', do: 'show' },
    ]);
    const second = allOf(events, 'tokens.shown', 'laptop').filter(({ run }) => run === 2);
    expect(second[0]?.from).toBe(1);
    expect(second.at(-1)?.to).toBe(40);
  });
});

describe('signs of life', () => {
  const QUIET = {
    agent: { answer: { text: 'word' }, tokens: 40, parts: [{ afterToken: 15, tool: 'search', forMs: 9_000 }] },
    proxy: { idleTimeoutMs: 3_000 },
  };
  test('[R19] a proxy cuts a quiet response, unless the server writes a comment line in time', () => {
    expect(statusOf(resumableTrace({}, [], QUIET), 'laptop')).toBe('error');
    const events = resumableTrace({ heartbeatMs: 2_000 }, [], QUIET);
    expect(statusOf(events, 'laptop')).toBe('complete');
    expect(screenOf(events, 'laptop')).toHaveLength(40);
  });

  test('[R19] a resumed response has them as well, and they stop with it', () => {
    const events = resumableTrace({ heartbeatMs: 2_000 }, [{ atMs: 2000, on: 'phone', do: 'open' }], QUIET);
    expect(statusOf(events, 'phone')).toBe('complete');
    const ended = allOf(events, 'run.ended')[0]?.atMs ?? 0;
    expect(allOf(events, 'message.sent', 'server').filter(({ atMs }) => atMs > ended + 100)).toEqual([]);
  });
});

describe('an answer that is no stream', () => {
  const CRASH = { atMs: 1050, on: 'agent', do: 'crash', forMs: 100 };
  test('[R23] it is an error, and one more break with on-error', () => {
    const resumes = (options: object) =>
      allOf(resumableTrace(options, [CRASH]), 'connection.opened', 'laptop').filter(
        ({ purpose }) => purpose === 'resume',
      );
    expect(resumes({})).toHaveLength(0);
    expect(resumes({ ...ON_ERROR, reconnectAttempts: 3 })).toHaveLength(3);
  });

  test('[R23] a page that a proxy puts in its place is one', () => {
    const events = resumableTrace({}, [], {
      agent: { answer: { text: 'word' }, tokens: 40, firstTokenMs: 5_000 },
      proxy: { idleTimeoutMs: 3_000, cut: 'error-page' },
    });
    expect(statusOf(events, 'laptop')).toBe('error');
    expect(screenOf(events, 'laptop')).toEqual([]);
  });

  test('[R23] a person who presses retry asks to resume again', () => {
    const events = resumableTrace({}, [RESET, { atMs: 1600, on: 'laptop', do: 'retry' }]);
    expect(screenOf(events, 'laptop')).toHaveLength(40);
    expect(allOf(events, 'run.started')).toHaveLength(1);
  });

  test('[R23] there is nothing to retry where nothing failed', () => {
    const events = resumableTrace({}, [{ atMs: 900, on: 'laptop', do: 'retry' }]);
    expect(allOf(events, 'action.ignored')).toMatchObject([{ verb: 'retry', reason: 'nothing has failed here' }]);
  });
});
