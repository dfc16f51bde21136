/** Several processes, and who may stop: R14 to R16 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf } from '../../../testing/screen-of.ts';

// Requests go round: the laptop’s page load is the first, its prompt the second.
const TWO = { server: { processes: 2 } };
const STOP = { atMs: 1050, on: 'laptop', do: 'stop' };

describe('several processes', () => {
  test('[R14] a resume works through any process', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 700, on: 'phone', do: 'open' },
        { atMs: 710, on: 'laptop', do: 'refresh' },
      ],
      TWO,
    );
    expect(screenOf(events, 'laptop')).toHaveLength(40);
    expect(screenOf(events, 'phone')).toHaveLength(40);
  });

  test('[R14] a viewer at another process than the one that died listens on for ever', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 600, on: 'phone', do: 'open' },
        { atMs: 700, on: 'phone', do: 'refresh' },
        { atMs: 1050, on: 'agent', do: 'crash', forMs: 100 },
      ],
      { server: { processes: 3 } },
    );
    const [run] = allOf(events, 'run.started');
    expect(run?.process).toBe(2);
    expect(statusOf(events, 'laptop')).toBe('error');
    expect(statusOf(events, 'phone')).toBe('streaming');
    expect(screenOf(events, 'phone')).toHaveLength(15);
  });

  test('[R14] a viewer through a process that stands still gets what came for it when that goes on', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 600, on: 'phone', do: 'open' },
        { atMs: 900, on: 'agent', do: 'sleep', forMs: 500 },
      ],
      { server: { processes: 3 } },
    );
    expect(screenOf(events, 'laptop')).toHaveLength(40);
    expect(screenOf(events, 'phone')).toHaveLength(40);
  });

  test('[R15] a stop that arrives in another process is accepted, and nothing stops', () => {
    const events = resumableTrace({ stopEndpoint: 'by-chat' }, [STOP], TWO);
    expect(allOf(events, 'stop.arrived')).toMatchObject([{ outcome: 'elsewhere', run: null }]);
    expect(allOf(events, 'run.ended')).toMatchObject([{ end: 'complete', tokens: 40 }]);
    expect(statusOf(events, 'laptop')).toBe('cancelled');
  });

  test('[R15] a stop that was built to reach every process ends the run', () => {
    const events = resumableTrace({ stopEndpoint: 'by-chat', stopReaches: 'every-process' }, [STOP], TWO);
    expect(allOf(events, 'stop.arrived')).toMatchObject([{ outcome: 'applied', run: 1 }]);
    expect(allOf(events, 'run.ended')).toMatchObject([{ end: 'cancelled' }]);
  });

  test('[R15] for a process that stands still it is kept until that goes on', () => {
    const events = resumableTrace(
      { stopEndpoint: 'by-chat', stopReaches: 'every-process' },
      [{ atMs: 900, on: 'agent', do: 'sleep', forMs: 1_000 }, STOP],
      TWO,
    );
    expect(allOf(events, 'stop.arrived').map(({ outcome, atMs }) => [outcome, atMs])).toEqual([
      ['kept', 1_070],
      ['applied', 1_900],
    ]);
    expect(allOf(events, 'run.ended')).toMatchObject([{ end: 'cancelled' }]);
  });
});

describe('permission', () => {
  test('[R16] a stop from a surface that may not stop is refused, and the sender is told', () => {
    const events = resumableTrace({ stopEndpoint: 'by-chat' }, [STOP], { surfaces: { laptop: { mayStop: false } } });
    expect(allOf(events, 'stop.arrived')).toMatchObject([{ outcome: 'not-allowed', run: null }]);
    expect(allOf(events, 'write.refused')).toMatchObject([
      { reason: 'not-allowed', writer: 'laptop', run: 1, isTold: true },
    ]);
    expect(allOf(events, 'run.ended')).toMatchObject([{ end: 'complete' }]);
    expect(statusOf(events, 'laptop')).toBe('error');
  });
});
