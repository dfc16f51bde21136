/** What an answer is: whatever one agent writes for one prompt, by however many runs. */

import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { buildTrace } from '../../testing/build-trace.ts';
import type { TraceBuilder } from '../../testing/build-trace.ts';
import { judgeLane } from './judge-lane.ts';

const scenario = buildScenario({
  lanes: ['naive-sse'],
  agents: { helper: { answer: { text: 'help' }, tokens: 40 } },
  surfaces: { laptop: {}, phone: {} },
  script: [{ atMs: 0, on: 'laptop', do: 'open' }],
});

const open = (trace: TraceBuilder, actor = 'laptop') => trace.at(0, { type: 'surface.opened', actor, scriptIndex: 0 });
const judge = (write: (trace: TraceBuilder) => void) => judgeLane(scenario, buildTrace('naive-sse', write));

describe('an answer', () => {
  test('[O2] a second run that is appended to the first is doubled, and out of order', () => {
    const report = judge((trace) => {
      open(trace);
      trace.run(10, 1, 3);
      trace.show(20, 'laptop', 1, 1, 3);
      trace.run(30, 2, 5);
      const again = trace.show(40, 'laptop', 2, 1, 5);
      expect(again).toBe(12);
    });
    expect(report.guarantees.G2).toMatchObject({ held: false, event: 'e12', surface: 'laptop' });
    expect(report.guarantees.G3).toMatchObject({ held: false, event: 'e12' });
    expect(report.surfaces['laptop']).toMatchObject({ shown: 5, duplicated: 3, outOfOrder: 1, missing: 0 });
  });

  test('[O2] a second run that takes the place of the first on the screen, or goes on after it, is whole', () => {
    const replaced = judge((trace) => {
      open(trace);
      trace.run(10, 1, 3);
      trace.show(20, 'laptop', 1, 1, 3);
      trace.end(21, 1, 'crashed');
      trace.run(30, 2, 5);
      trace.at(38, { type: 'answer.discarded', actor: 'laptop', run: 1 });
      trace.show(40, 'laptop', 2, 1, 5);
      trace.end(41, 2, 'complete');
    });
    const continued = judge((trace) => {
      open(trace);
      trace.run(10, 1, 3);
      trace.show(20, 'laptop', 1, 1, 3);
      trace.run(30, 2, 5);
      trace.show(40, 'laptop', 2, 4, 5);
      trace.end(41, 2, 'complete');
    });
    for (const { surfaces, guarantees } of [replaced, continued]) {
      expect(surfaces['laptop']).toMatchObject({ shown: 5, missing: 0, duplicated: 0, textMatches: true });
      expect([guarantees.G1.held, guarantees.G2.held, guarantees.G3.held]).toEqual([true, true, true]);
    }
  });

  test('[O2] the words of two agents are counted apart, and summed', () => {
    const report = judge((trace) => {
      open(trace);
      trace.run(10, 1, 4);
      trace.run(10, 2, 3, { agent: 'helper' });
      trace.show(20, 'laptop', 1, 1, 4);
      trace.show(21, 'laptop', 2, 1, 2);
      trace.end(22, 1, 'complete');
      trace.end(22, 2, 'complete');
    });
    expect(report.surfaces['laptop']).toMatchObject({ shown: 6, missing: 1, duplicated: 0, outOfOrder: 0 });
    expect(report.guarantees.G2.held).toBe(true);
    expect(report.guarantees.G1).toMatchObject({ held: false, surface: 'laptop' });
  });

  test('[O2] an adopted run goes on: the answer has not ended, and a word that it makes again counts twice as made, once as useful', () => {
    const report = judge((trace) => {
      open(trace);
      trace.run(10, 1, 3);
      trace.end(14, 1, 'crashed');
      trace.at(20, { type: 'run.adopted', actor: 'agent', run: 1, epoch: 1, from: 3, process: 2 });
      trace.at(21, { type: 'token.generated', actor: 'agent', run: 1, token: 3 });
      trace.show(22, 'laptop', 1, 1, 3);
    });
    expect(report.agent).toMatchObject({ runs: 1, generated: 4, unseen: 1, adopted: 1, crashed: 1, end: 'running' });
    expect(report.surfaces['laptop']).toMatchObject({ shown: 3, missing: 0 });
    expect(report.bill).toMatchObject({ useful: 3, unseen: 1 });
  });

  test('[G1] an answer that a page takes back is not owed, one that crashed is', () => {
    const withdrawn = (isDiscarded: boolean) =>
      judge((trace) => {
        open(trace);
        open(trace, 'phone');
        trace.run(10, 1, 3);
        trace.show(20, 'laptop', 1, 1, 2);
        trace.end(30, 1, 'crashed');
        if (isDiscarded) trace.at(31, { type: 'answer.discarded', actor: 'laptop', run: 1 });
      }).guarantees;
    expect(withdrawn(true).G1.held).toBe(true);
    expect(withdrawn(false).G1).toMatchObject({ held: false, surface: 'laptop' });
    expect(withdrawn(false).G4).toMatchObject({ held: false, surface: 'phone' });
  });

  test('[G1] a surface that sleeps to the end is owed nothing', () => {
    const report = judge((trace) => {
      open(trace);
      trace.at(5, { type: 'surface.slept', actor: 'laptop', scriptIndex: 1, forMs: null });
      trace.run(10, 1, 3);
      trace.end(30, 1, 'complete');
    });
    expect(report.guarantees.G1.held).toBe(true);
    expect(report.surfaces['laptop']).toMatchObject({ shown: 0, missing: 3 });
  });

  test('the way from healing to being caught up ends where the last lost word appears, not at a later reload', () => {
    const report = judge((trace) => {
      open(trace);
      trace.at(5, { type: 'fault.began', actor: 'laptop', scriptIndex: 1, how: 'reset', forMs: 50 });
      trace.run(10, 1, 3);
      trace.at(55, { type: 'fault.ended', actor: 'laptop', scriptIndex: 1, how: 'reset' });
      trace.show(60, 'laptop', 1, 1, 2);
      trace.show(75, 'laptop', 1, 3, 3);
      trace.at(90, { type: 'screen.cleared', actor: 'laptop' });
      trace.show(95, 'laptop', 1, 1, 3);
    });
    expect(report.surfaces['laptop']).toMatchObject({ recoveredAfterMs: 20, lastShownAtMs: 95 });
  });
});
