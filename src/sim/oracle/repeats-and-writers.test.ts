import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { buildTrace } from '../../testing/build-trace.ts';
import type { TraceBuilder } from '../../testing/build-trace.ts';
import { reportOf } from '../../testing/report-of.ts';
import { judgeLane } from './judge-lane.ts';

const scenario = buildScenario({
  lanes: ['durable-session'],
  surfaces: { laptop: {}, phone: { mayStop: false } },
  script: [{ atMs: 0, on: 'laptop', do: 'open' }],
});

const judge = (write: (trace: TraceBuilder) => void) =>
  judgeLane(scenario, buildTrace('durable-session', write)).guarantees;

describe('what may not happen again', () => {
  test('[G9] a second run for the same prompt breaks it, adoption and another agent’s run do not', () => {
    const adopt = { type: 'run.adopted', actor: 'agent', run: 1, epoch: 1, from: 2, process: 2 } as const;
    const held = judge((trace) => {
      trace.run(10, 1, 1);
      trace.run(20, 2, 1, { agent: 'helper' });
      trace.run(30, 3, 1, { turn: 2 });
      trace.at(40, adopt);
    });
    const broken = judge((trace) => {
      trace.run(10, 1, 1);
      trace.run(20, 2, 1);
    });
    expect(held.G9.held).toBe(true);
    expect(broken.G9).toMatchObject({ held: false, event: 'e2', surface: null });
  });

  test('[G10] a step that has its effect twice breaks it, whichever run did it', () => {
    const pay = (trace: TraceBuilder, run: number, step: string) =>
      trace.at(run * 10 + 5, { type: 'effect.applied', actor: 'agent', run, turn: 1, step, tool: 'pay' });
    const verdict = judge((trace) => {
      trace.run(10, 1, 1);
      pay(trace, 1, 'pay-1');
      trace.run(20, 2, 1);
      pay(trace, 2, 'pay-2');
      pay(trace, 2, 'pay-1');
    });
    expect(verdict.G10).toMatchObject({ held: false, event: 'e6' });
  });

  test('[G11] a catch-up of more than a hundred pieces breaks it', () => {
    const caughtUp = (parts: number) =>
      judge((trace) => {
        trace.run(10, 1, 1);
        trace.at(20, { type: 'catch-up.received', actor: 'laptop', run: 1, from: 1, to: 1, parts });
      }).G11;
    expect(caughtUp(100).held).toBe(true);
    expect(caughtUp(101)).toMatchObject({ held: false, event: 'e2', surface: 'laptop' });
  });
});

describe('who may write', () => {
  test.each([
    ['fenced', false, false],
    ['fenced', true, true],
    ['not-allowed', false, false],
    ['not-allowed', true, true],
    ['duplicate', false, true],
  ] as const)('[G12] a write that is refused as %s, told %s, holds: %s', (reason, isTold, held) => {
    const { G12 } = judge((trace) => {
      trace.at(10, { type: 'write.refused', actor: 'session', run: null, writer: 'laptop', reason, isTold });
    });
    expect(G12.held).toBe(held);
  });

  test('[G12] a write that was taken although it may not breaks it, and so does a stop without permission that ends a run', () => {
    const usurped = judge((trace) => {
      trace.at(10, { type: 'write.usurped', actor: 'session', run: 1, writer: 'agent' });
    });
    const stoppedOn = (actor: string) =>
      judge((trace) => {
        trace.run(10, 1, 1);
        const stop = trace.at(20, { type: 'stop.pressed', actor, scriptIndex: 1, turn: 1 });
        trace.end(30, 1, 'cancelled', stop);
      }).G12;
    expect(usurped.G12).toMatchObject({ held: false, event: 'e0', surface: null });
    expect(stoppedOn('phone')).toMatchObject({ held: false, event: 'e3', surface: 'phone' });
    expect(stoppedOn('laptop').held).toBe(true);
  });

  test('[G5] a stop from where none is allowed is owed nothing', () => {
    const stoppedOn = (surface: object) =>
      reportOf(
        buildScenario({
          lanes: ['naive-sse'],
          surfaces: { laptop: surface },
          script: [
            { atMs: 0, on: 'laptop', do: 'open' },
            { atMs: 100, on: 'laptop', do: 'send' },
            { atMs: 600, on: 'laptop', do: 'stop' },
          ],
        }),
      ).guarantees.G5.held;
    expect(stoppedOn({})).toBe(false);
    expect(stoppedOn({ mayStop: false })).toBe(true);
  });
});
