/** The lane with a socket alone, rule by rule of `SPEC.md`: processes, questions, steering and several agents. */

import { describe, expect, test } from 'vitest';
import { runLane } from '../../../testing/run-lane.ts';

const WORDS = { answer: { text: 'word' }, tokens: 40 };
const ASKS = { agent: { ...WORDS, parts: [{ afterToken: 10, approval: 'refund' }] } };
const TWO = { server: { processes: 2 } };
/** The phone joins first and takes process 1; the laptop, and the run that it asks for, are in process 2. */
const run = (options: object, script: readonly object[], parts: object = {}) =>
  runLane('websocket-only', options, {
    surfaces: { laptop: {}, phone: { kind: 'device' } },
    agent: WORDS,
    script: [
      { atMs: 0, on: 'phone', do: 'open' },
      { atMs: 10, on: 'laptop', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send' },
      ...script,
    ],
    ...parts,
  });

describe('several processes', () => {
  test('[B9] over the backplane a page in another process has every word one hop later, and its stop arrives', () => {
    const { surfaces, of } = run({}, [{ atMs: 1_500, on: 'phone', do: 'stop' }], TWO);
    expect(of('run.started')).toMatchObject([{ process: 2 }]);
    const first = (name: string) => of('tokens.shown', name)[0]?.atMs ?? 0;
    expect(first('phone') - first('laptop')).toBe(1);
    expect(of('stop.arrived')).toMatchObject([{ atMs: 1_521, run: 1, outcome: 'applied' }]);
    expect(surfaces).toMatchObject({ laptop: { status: 'cancelled' }, phone: { status: 'cancelled' } });
  });

  test('[B9] without a backplane a page in another process hears nothing', () => {
    const { surfaces } = run({ backplane: false }, [], TWO);
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
    expect(surfaces['phone']).toMatchObject({ status: 'idle', shown: 0, missing: 40 });
  });

  test('[B9] without a backplane a page that comes back to another process loses the rest, and its stop finds nothing', () => {
    const { surfaces, of, agent } = run(
      { backplane: false },
      [
        { atMs: 1_000, on: 'laptop', do: 'drop', how: 'offline', forMs: 100 },
        { atMs: 1_500, on: 'laptop', do: 'stop' },
      ],
      TWO,
    );
    expect(surfaces['laptop']).toMatchObject({ status: 'streaming', connections: 2 });
    expect(of('stop.arrived')).toMatchObject([{ outcome: 'elsewhere' }]);
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
  });

  test('[B9] a process that stands still passes on what the backplane brought when it goes on', () => {
    const { surfaces } = run({}, [{ atMs: 900, on: 'agent', do: 'sleep', forMs: 2_000 }], TWO);
    expect(surfaces).toMatchObject({ laptop: { missing: 0 }, phone: { missing: 0 } });
  });

  test('[B10] a process that dies takes its runs with it, saves nothing, and the pages that come back are never told', () => {
    const { agent, surfaces, of } = run({}, [
      { atMs: 1_000, on: 'agent', do: 'crash', forMs: 500 },
      { atMs: 6_000, on: 'phone', do: 'refresh' },
    ]);
    expect(agent.end).toBe('crashed');
    expect(of('history.saved')).toEqual([]);
    expect(of('run.learned').map(({ what }) => what)).toEqual(['began', 'began']);
    expect(surfaces['laptop']).toMatchObject({ status: 'streaming', connections: 2 });
    expect(surfaces['phone']).toMatchObject({ status: 'idle', shown: 0 });
  });
});

describe('people and the run', () => {
  const asked = { after: { event: 'approval.asked' } } as const;

  test('[B11] a question goes to everyone, the first answer wins, and a later one is told so', () => {
    const { of, agent } = run(
      {},
      [
        { atMs: 2_000, on: 'phone', do: 'approve' },
        { atMs: 2_001, on: 'laptop', do: 'reject' },
      ],
      ASKS,
    );
    expect(of('approval.shown').map(({ actor, isShown }) => [actor, isShown])).toEqual([
      ['phone', true],
      ['laptop', true],
      ['phone', false],
      ['laptop', false],
    ]);
    expect(of('approval.arrived').map(({ answer, outcome }) => [answer, outcome])).toEqual([
      ['approve', 'applied'],
      ['reject', 'too-late'],
    ]);
    expect(of('effect.applied')).toHaveLength(1);
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
  });

  test('[B11] a page that is loaded while a question is open does not have it, and the run waits', () => {
    const { of, agent } = run(
      {},
      [
        { ...asked, on: 'phone', do: 'close' },
        { atMs: 2_000, on: 'laptop', do: 'refresh' },
        { atMs: 3_000, on: 'laptop', do: 'approve' },
      ],
      ASKS,
    );
    expect(of('action.ignored')).toMatchObject([{ verb: 'approve', reason: 'this page shows no question' }]);
    expect(agent).toMatchObject({ generated: 10, end: 'running' });
  });

  test('[B11] a steer from any page reaches the run, and one for a run that has ended is told so', () => {
    const { of } = run(
      {},
      [
        { atMs: 700, on: 'phone', do: 'steer', text: 'shorter' },
        { atMs: 2_390, on: 'phone', do: 'steer', text: 'longer' },
      ],
      { agent: { ...WORDS, parts: [{ afterToken: 20, tool: 'search', forMs: 10, effect: false }] } },
    );
    expect(of('steer.arrived').map(({ outcome }) => outcome)).toEqual(['kept', 'too-late']);
    expect(of('steer.consumed')).toHaveLength(1);
  });

  test('[B11] nobody can take over, since nothing records who is in charge', () => {
    const { of, agent } = run({}, [{ atMs: 1_000, on: 'phone', do: 'join' }]);
    expect(of('action.ignored')).toMatchObject([{ verb: 'join', reason: 'nothing here records who is in charge' }]);
    expect(agent.end).toBe('complete');
  });

  test('[B12] several agents speak over the same sockets, none waits for another, and one stop ends them all', () => {
    const tool = { afterToken: 2, tool: 'search', forMs: 1_000, effect: false };
    const parts = { agent: { ...WORDS, parts: [tool] }, agents: { checker: { ...WORDS, firstTokenMs: 300 } } };
    const { of, surfaces } = run({}, [], parts);
    expect(new Set(of('run.started').map(({ process }) => process))).toEqual(new Set([1]));
    const duringTool = of('tokens.shown', 'phone').filter(({ atMs }) => atMs > 600 && atMs < 1_400);
    expect(new Set(duringTool.map((shown) => shown.run))).toEqual(new Set([2]));
    expect(surfaces['phone']).toMatchObject({ status: 'complete' });
    const stopped = run({}, [{ atMs: 1_000, on: 'phone', do: 'stop' }], parts);
    expect(stopped.of('run.ended').map(({ end, atMs }) => [end, atMs])).toEqual([
      ['cancelled', 1_020],
      ['cancelled', 1_020],
    ]);
  });
});
