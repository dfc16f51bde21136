/** The measured rows of the stacks B2, C1 and C2, as this lane has them: R28 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf, upTo } from '../../../testing/screen-of.ts';

const STACKS = {
  B2: { transport: 'event-source', replay: 'cursor' },
  // The measuring client asked once, when the network was back.
  C1: { reconnect: 'on-error', reconnectAttempts: 1 },
  C2: { reconnect: 'on-error', reconnectAttempts: 1, stopEndpoint: 'by-chat' },
} as const;

const drop = (how: string, forMs: number, atMs = 1070) => ({ atMs, on: 'laptop', do: 'drop', how, forMs });

const SCRIPTS: Readonly<Record<string, readonly object[]>> = {
  S1: [],
  S2: [drop('reset', 300)],
  S3: [drop('reset', 300)],
  S4: [drop('silent', 800)],
  S5: [drop('silent', 5_000), drop('reset', 10, 6_060)],
  S6: [{ atMs: 1050, on: 'laptop', do: 'refresh' }],
  S7: [{ atMs: 1050, on: 'phone', do: 'open' }],
  S8: [{ atMs: 1050, on: 'laptop', do: 'stop' }],
  S12: [{ atMs: 1050, on: 'agent', do: 'crash', forMs: 200 }],
};

type Row = readonly [
  stack: keyof typeof STACKS,
  script: string,
  runs: number,
  generated: number,
  shown: number,
  connections: number,
  status: string,
];

const ROWS: readonly Row[] = [
  ...(['B2', 'C1', 'C2'] as const).flatMap((stack): readonly Row[] => [
    [stack, 'S1', 1, 40, 40, 1, 'complete'],
    [stack, 'S2', 1, 40, 40, 2, 'complete'],
    [stack, 'S3', 1, 40, 40, 2, 'complete'],
    [stack, 'S4', 1, 40, 40, 1, 'complete'],
    [stack, 'S6', 1, 40, 40, 2, 'complete'],
    [stack, 'S7', 1, 40, 40, 1, 'complete'],
  ]),
  ['B2', 'S5', 1, 40, 40, 2, 'complete'],
  ['C1', 'S5', 1, 40, 15, 2, 'complete'],
  ['C2', 'S5', 1, 40, 15, 2, 'complete'],
  ['B2', 'S8', 1, 40, 15, 1, 'cancelled'],
  ['C1', 'S8', 1, 40, 15, 1, 'cancelled'],
  ['C2', 'S8', 1, 15, 15, 2, 'cancelled'],
  ['B2', 'S12', 2, 55, 40, 2, 'complete'],
  ['C1', 'S12', 1, 15, 15, 2, 'error'],
  ['C2', 'S12', 1, 15, 15, 2, 'error'],
];

describe('measured rows', () => {
  test.each(ROWS)('[R28] %s %s: %i runs, %i generated, %i shown, %i connections, %s', (...row) => {
    const [stack, script, runs, generated, shown, connections, status] = row;
    const events = resumableTrace(STACKS[stack], SCRIPTS[script] ?? [], {
      // A closed tab on loopback, where the measurements were made.
      network: { latencyMs: 10 },
    });
    expect(allOf(events, 'run.started')).toHaveLength(runs);
    // One token more may be made before a stop arrives.
    const made = allOf(events, 'token.generated').length;
    expect([generated, generated + (script === 'S8' ? 1 : 0)]).toContain(made);
    expect(screenOf(events, 'laptop')).toEqual(upTo(shown));
    const opened = allOf(events, 'connection.opened', 'laptop').filter(({ purpose }) => purpose !== 'load');
    expect(opened).toHaveLength(connections);
    expect(statusOf(events, 'laptop')).toBe(status);
    if (script === 'S7') expect(screenOf(events, 'phone')).toHaveLength(40);
  });

  test('[R28] C1 S15: with seven tabs over HTTP/1.1 the seventh waits until the answer is over, and gets nothing', () => {
    const tabs = ['laptop', 'tab-2', 'tab-3', 'tab-4', 'tab-5', 'tab-6', 'tab-7'];
    const events = resumableTrace(
      STACKS.C1,
      tabs.slice(1).map((tab) => ({ atMs: 400, on: tab, do: 'open' })),
      { surfaces: Object.fromEntries(tabs.map((tab) => [tab, {}])), browser: { protocol: 'http1' } },
    );
    const waited = allOf(events, 'connection.waiting').filter(({ purpose }) => purpose === 'resume');
    const left = waited.at(-1)?.actor ?? '';
    expect(screenOf(events, left)).toEqual([]);
    expect(statusOf(events, left)).toBe('idle');
    for (const tab of tabs.filter((other) => other !== left)) expect(screenOf(events, tab)).toHaveLength(40);
    const asked = allOf(events, 'connection.opened').map(({ purpose }) => purpose);
    expect(asked.filter((purpose) => purpose === 'chat')).toHaveLength(1);
    expect(asked.filter((purpose) => purpose === 'resume')).toHaveLength(6);
  });
});
