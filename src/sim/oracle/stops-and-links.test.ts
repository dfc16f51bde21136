import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { buildTrace } from '../../testing/build-trace.ts';
import type { TraceBuilder } from '../../testing/build-trace.ts';
import { judgeLane } from './judge-lane.ts';

const scenario = buildScenario({
  lanes: ['durable-session'],
  agents: { helper: { answer: { text: 'help' }, tokens: 40, stopLagMs: 500 } },
  script: [{ atMs: 0, on: 'laptop', do: 'open' }],
});

const judge = (write: (trace: TraceBuilder) => void) =>
  judgeLane(scenario, buildTrace('durable-session', write)).guarantees;
const stop = (trace: TraceBuilder, atMs: number) =>
  trace.at(atMs, { type: 'stop.pressed', actor: 'laptop', scriptIndex: 1, turn: 1 });
const notice = (trace: TraceBuilder, atMs: number, cause: number) =>
  trace.at(
    atMs,
    { type: 'connection.noticed', actor: 'server', connection: 1, surface: 'laptop', reason: 'gone' },
    cause,
  );

describe('stops', () => {
  test('[G5] a stop is meant for every agent’s run, each with its own lag', () => {
    const helperEnds = (atMs: number | null) =>
      judge((trace) => {
        trace.run(10, 1, 1);
        trace.run(10, 2, 1, { agent: 'helper' });
        const pressed = stop(trace, 100);
        trace.end(150, 1, 'cancelled', pressed);
        if (atMs !== null) trace.end(atMs, 2, 'cancelled', pressed);
      }).G5;
    expect(helperEnds(2_600).held).toBe(true);
    expect(helperEnds(2_601)).toMatchObject({ held: false, surface: 'laptop' });
    expect(helperEnds(null).held).toBe(false);
  });

  test('[G5] an agent that was done before the press has nothing to stop', () => {
    const { G5 } = judge((trace) => {
      trace.run(10, 1, 1);
      trace.run(10, 2, 1, { agent: 'helper' });
      trace.end(50, 2, 'complete');
      trace.end(150, 1, 'cancelled', stop(trace, 100));
    });
    expect(G5.held).toBe(true);
  });

  test('[G5] a press through an outage, or a broken path, counts from its end', () => {
    const pressedInOutage = (isHealed: boolean, endedAtMs: number) =>
      judge((trace) => {
        trace.run(10, 1, 1);
        trace.at(50, { type: 'outage.began', actor: 'session', scriptIndex: 2, forMs: null });
        stop(trace, 100);
        if (isHealed) trace.at(6_000, { type: 'outage.ended', actor: 'session', scriptIndex: 2 });
        trace.end(endedAtMs, 1, 'cancelled');
      }).G5.held;
    expect(pressedInOutage(true, 7_000)).toBe(true);
    expect(pressedInOutage(true, 8_001)).toBe(false);
    expect(pressedInOutage(false, 9_000)).toBe(true);
  });

  test('[G5] a run that somebody asked for again after the stop is not meant, an early stop means the run that comes', () => {
    const again = (isAsked: boolean) =>
      judge((trace) => {
        trace.run(10, 1, 1);
        trace.end(150, 1, 'cancelled', stop(trace, 100));
        if (isAsked) trace.at(200, { type: 'retry.pressed', actor: 'laptop', scriptIndex: 2, turn: 1 });
        trace.run(210, 2, 1);
      }).G5.held;
    expect(again(true)).toBe(true);
    expect(again(false)).toBe(false);
  });
});

describe('links', () => {
  const refreshed = { type: 'surface.refreshed', actor: 'laptop', scriptIndex: 1 } as const;

  test('[G6] a run that a tool holds until its end is still ended by the link whose abort came before', () => {
    const { G6 } = judge((trace) => {
      trace.run(10, 1, 1);
      const noticed = notice(trace, 120, trace.at(100, refreshed));
      trace.at(120, { type: 'run.aborting', actor: 'agent', run: 1 }, noticed);
      trace.end(900, 1, 'cancelled');
    });
    expect(G6).toMatchObject({ held: false, event: 'e5' });
  });

  test.each(['proxy.cut', 'outage.began'] as const)('[G6] %s counts as a link', (type) => {
    const { G6 } = judge((trace) => {
      trace.run(10, 1, 1);
      const cut =
        type === 'proxy.cut'
          ? trace.at(100, { type, actor: 'proxy', connection: 1, surface: 'laptop', setting: 'idle-timeout' })
          : trace.at(100, { type, actor: 'session', scriptIndex: 1, forMs: null });
      trace.end(120, 1, 'cancelled', cut);
    });
    expect(G6.held).toBe(false);
  });

  test('[G6] a process that dies, a person who takes over, and a deed that only waited for a link are not its doing', () => {
    const crashed = judge((trace) => {
      trace.run(10, 1, 1);
      const noticed = notice(trace, 120, trace.at(100, refreshed));
      const crash = trace.at(
        130,
        { type: 'process.crashed', actor: 'agent', scriptIndex: 2, process: 1, forMs: null },
        noticed,
      );
      trace.end(130, 1, 'crashed', crash);
    });
    const takenOver = judge((trace) => {
      trace.run(10, 1, 1);
      const noticed = notice(trace, 120, trace.at(100, refreshed));
      const joined = trace.at(130, { type: 'person.joined', actor: 'laptop', scriptIndex: 2, turn: 1 }, noticed);
      trace.end(150, 1, 'cancelled', joined);
    });
    expect([crashed.G6.held, takenOver.G6.held]).toEqual([true, true]);
  });
});
