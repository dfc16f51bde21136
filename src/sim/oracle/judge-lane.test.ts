import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { reportOf } from '../../testing/report-of.ts';
import { LimitError, createKernelState } from '../kernel/kernel.ts';
import { Kernel } from '../kernel/kernel.ts';
import { judgeLane } from './judge-lane.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';

const scenario = buildScenario({ lanes: ['naive-sse'], script: [{ atMs: 0, on: 'laptop', do: 'open' }] });

/** A lane's trace of shown tokens: one run of four tokens, then these ranges on the laptop. */
function traceOfShown(ranges: readonly (readonly [number, number])[]): readonly TraceEvent[] {
  const state = createKernelState('naive-sse', 1, 1000);
  const kernel = new Kernel(state);
  kernel.record({ type: 'surface.opened', actor: 'laptop', scriptIndex: 0 });
  kernel.record({ type: 'run.started', actor: 'agent', run: 1, turn: 1, process: 1 });
  for (let token = 1; token <= 4; token += 1) kernel.record({ type: 'token.generated', actor: 'agent', run: 1, token });
  for (const [from, to] of ranges)
    kernel.record({ type: 'tokens.shown', actor: 'laptop', run: 1, from, to, via: 'live', messages: 1, offset: null });
  kernel.record({ type: 'run.ended', actor: 'agent', run: 1, end: 'complete', tokens: 4 });
  return state.trace;
}

const judge = (ranges: readonly (readonly [number, number])[]) =>
  judgeLane(scenario, { name: 'naive-sse', lane: 'naive-sse', title: '', subtitle: '', events: traceOfShown(ranges) });

describe('the oracle', () => {
  test('[G1] names the loss of the first missing token', () => {
    expect(
      judge([
        [1, 2],
        [4, 4],
      ]).guarantees.G1,
    ).toMatchObject({ held: false, surface: 'laptop', event: 'e4' });
    expect(judge([[1, 4]]).guarantees.G1.held).toBe(true);
  });

  test('[G2] names the first token that is shown twice', () => {
    const report = judge([
      [1, 3],
      [2, 4],
    ]);
    expect(report.guarantees.G2).toMatchObject({ held: false, event: 'e7' });
    expect(report.surfaces['laptop']).toMatchObject({ shown: 4, duplicated: 2, textMatches: false });
  });

  test('[G3] names the first token that comes after a later one', () => {
    const report = judge([
      [1, 1],
      [3, 4],
      [2, 2],
    ]);
    expect(report.guarantees.G3).toMatchObject({ held: false, event: 'e8' });
    expect(report.surfaces['laptop']).toMatchObject({ outOfOrder: 1, missing: 0 });
  });

  test('[G1] says of each surface where it lost its first word', () => {
    const { guarantees } = reportOf(
      buildScenario({
        lanes: ['naive-sse'],
        surfaces: { laptop: {}, phone: {} },
        script: [
          { atMs: 0, on: 'laptop', do: 'open' },
          { atMs: 0, on: 'phone', do: 'open' },
          { atMs: 100, on: 'laptop', do: 'send' },
          { atMs: 1_000, on: 'laptop', do: 'drop', how: 'reset', forMs: 500 },
        ],
      }),
    );
    expect(guarantees.G1).toMatchObject({
      held: false,
      surface: 'laptop',
      surfaces: { laptop: { atMs: 1_020 }, phone: { atMs: 320 } },
    });
    expect(guarantees.G9).toEqual({ held: true });
  });

  test('[G4] compares the open surfaces', () => {
    const { guarantees } = reportOf(
      buildScenario({
        lanes: ['naive-sse'],
        surfaces: { laptop: {}, phone: {} },
        script: [
          { atMs: 0, on: 'laptop', do: 'open' },
          { atMs: 0, on: 'phone', do: 'open' },
          { atMs: 100, on: 'laptop', do: 'send' },
        ],
      }),
    );
    expect(guarantees.G4).toMatchObject({ held: false, surface: 'phone' });
  });

  test('[G5] excuses a run that ended by itself before the stop could arrive', () => {
    const stopAt = (atMs: number) =>
      reportOf(
        buildScenario({
          lanes: ['durable-session'],
          script: [
            { atMs: 0, on: 'laptop', do: 'open' },
            { atMs: 100, on: 'laptop', do: 'send' },
            { atMs, on: 'laptop', do: 'stop' },
          ],
        }),
      );
    expect(stopAt(2270).guarantees.G5.held).toBe(true);
    expect(stopAt(2270).agent.end).toBe('complete');
  });

  test('[G5] does not excuse a run that stands still and never ends', () => {
    const { guarantees } = reportOf(
      buildScenario({
        lanes: [{ lane: 'naive-sse', options: { onOrphan: 'stall' } }],
        script: [
          { atMs: 0, on: 'laptop', do: 'open' },
          { atMs: 100, on: 'laptop', do: 'send' },
          { atMs: 1000, on: 'laptop', do: 'stop' },
        ],
      }),
    );
    expect(guarantees.G5).toMatchObject({ held: false, surface: 'laptop' });
  });

  test('[G6] blames a run that a reload ended', () => {
    const { guarantees } = reportOf(
      buildScenario({
        lanes: [{ lane: 'naive-sse', options: { signalForwarded: true } }],
        script: [
          { atMs: 0, on: 'laptop', do: 'open' },
          { atMs: 100, on: 'laptop', do: 'send' },
          { atMs: 1000, on: 'laptop', do: 'refresh' },
        ],
      }),
    );
    expect(guarantees.G6.held).toBe(false);
  });

  test('a world that passes the limit of events says which limit and how to stay under it', () => {
    const kernel = new Kernel(createKernelState('naive-sse', 1, 1));
    kernel.record({ type: 'screen.cleared', actor: 'laptop' });
    expect(() => kernel.record({ type: 'screen.cleared', actor: 'laptop' })).toThrow(LimitError);
    expect(() => kernel.record({ type: 'screen.cleared', actor: 'laptop' })).toThrow(
      /eventsPerLane of 1 .*fewer tokens/,
    );
  });
});
