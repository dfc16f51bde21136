/** The agents: words, tools, questions, steers and epochs. */

import { describe, expect, test } from 'vitest';
import { WorldStage } from '../../testing/world-stage.ts';

const TOOL = { afterToken: 2, tool: 'charge', forMs: 1_000 };
const ASK = { afterToken: 2, approval: 'refund' };

/** An agent of five words at 100 ms, with its parts; its run begins at 0. */
function started(parts: readonly object[], agent: object = {}, agents: object = {}): WorldStage {
  const answer = { text: 'w' };
  const stage = new WorldStage({
    agent: { answer, tokens: 5, firstTokenMs: 200, tokenIntervalMs: 100, parts, ...agent },
    agents,
    server: { processes: 2 },
  });
  stage.agent.start(1, 1);
  return stage;
}

const words = (stage: WorldStage): readonly number[] => stage.times('token.generated');
const ends = (stage: WorldStage): readonly string[] =>
  stage.facts('run.ended').map(({ atMs, end, tokens }) => `${atMs} ${end} ${tokens}`);

describe('a tool call', () => {
  test('[A2] begins right after its word; the next word comes an interval after its end', () => {
    const stage = started([TOOL]);
    stage.runTo(5_000);
    expect(words(stage)).toEqual([200, 300, 1_400, 1_500, 1_600]);
    expect([...stage.times('tool.started'), ...stage.times('effect.applied'), ...stage.times('tool.ended')]).toEqual([
      300, 1_300, 1_300,
    ]);
    expect(ends(stage)).toEqual(['1600 complete 5']);
    expect(stage.log).toEqual(['1300 step charge-1 done', '1600 run 1/0 complete']);
  });

  test('[A2] before the first word and after the last one it takes its place, and two follow each other', () => {
    const stage = started([
      { afterToken: 0, tool: 'look-up', forMs: 50 },
      { afterToken: 0, tool: 'look-up', forMs: 0, effect: false },
      { afterToken: 5, tool: 'mail', forMs: 70 },
    ]);
    stage.runTo(5_000);
    expect(words(stage)).toEqual([250, 350, 450, 550, 650]);
    expect(stage.facts('tool.started').map(({ atMs, step }) => `${atMs} ${step}`)).toEqual([
      '200 look-up-1',
      '250 look-up-2',
      '650 mail-3',
    ]);
    expect(stage.facts('effect.applied').map(({ step }) => step)).toEqual(['look-up-1', 'mail-3']);
    expect(ends(stage)).toEqual(['720 complete 5']);
  });

  test('[A3] the effect comes before the run knows of it: a crash between the two is a crash after the effect', () => {
    const during = started([TOOL]);
    during.at(1_299, () => during.agent.crash(1));
    during.runTo(5_000);
    expect(during.facts('effect.applied')).toEqual([]);

    const between = started([TOOL]);
    between.kernel.schedule(1_300, 'fault', { kind: 'operation', operation: { of: 'deploy', process: 1, index: 0 } });
    between.runTo(5_000);
    expect(between.facts('effect.applied')).toEqual([]);

    const after = started([TOOL]);
    after.at(1_299, () => undefined);
    after.kernel.runTo(1_300, (event) => {
      if (event.kind !== 'timer') throw new Error('the tool has a timer');
      after.kernel.send(event.key, event.event);
      after.agent.crash(1);
    });
    expect(after.times('effect.applied')).toEqual([1_300]);
    expect([after.facts('tool.ended'), after.log]).toEqual([[], []]);
  });

  test('[A4] an abort during a tool ends the run at once, without the effect', () => {
    const stage = started([TOOL], { stopLagMs: 500 });
    stage.at(800, () => stage.agent.abort(1));
    stage.runTo(5_000);
    expect(ends(stage)).toEqual(['800 cancelled 2']);
    expect([stage.facts('effect.applied'), stage.facts('run.aborting')]).toEqual([[], []]);
  });

  test('[A4] a tool that ignores the abort runs to its end, and the run ends with it', () => {
    const stage = started([{ ...TOOL, ignoresAbort: true }]);
    expect(stage.at(800, () => stage.agent.abort(1))).toBe(true);
    expect(stage.at(900, () => stage.agent.abort(1))).toBe(false);
    stage.runTo(5_000);
    expect([stage.times('run.aborting'), stage.times('effect.applied')]).toEqual([[800], [1_300]]);
    expect(ends(stage)).toEqual(['1300 cancelled 2']);
    expect(stage.log).toEqual(['1300 step charge-1 done', '1300 run 1/0 cancelled']);
  });

  test('[A4] during the tail of an abort no tool is called, and what would come after it is not said', () => {
    const stage = started([TOOL], { stopLagMs: 1_000 });
    stage.at(250, () => stage.agent.abort(1));
    stage.runTo(5_000);
    expect(words(stage)).toEqual([200, 300]);
    expect(stage.facts('tool.started')).toEqual([]);
    expect(ends(stage)).toEqual(['1250 cancelled 2']);
  });

  test('[A4] a run that nobody reads stands still after its tool, not within it', () => {
    const stage = started([TOOL]);
    stage.at(800, () => stage.agent.stall(1));
    stage.runTo(5_000);
    expect([stage.times('effect.applied'), stage.times('run.stalled')]).toEqual([[1_300], [1_300]]);
    expect(words(stage)).toEqual([200, 300]);
  });
});

describe('a question to a person', () => {
  test('[A5] waits for ever, and the first answer wins', () => {
    const stage = started([ASK]);
    expect(stage.at(9_000, () => stage.agent.isQuiet(stage.agent.run(1)))).toBe(true);
    expect(stage.log).toEqual(['300 run 1 asks refund-1']);
    expect(stage.at(9_000, () => stage.agent.settle(1, 'approve'))).toBe(true);
    expect(stage.at(9_000, () => stage.agent.settle(1, 'reject'))).toBe(false);
    stage.runTo(20_000);
    expect(stage.facts('approval.settled').map(({ answer }) => answer)).toEqual(['approve']);
    expect(stage.times('effect.applied')).toEqual([9_000]);
    expect(words(stage)).toEqual([200, 300, 9_100, 9_200, 9_300]);
  });

  test('[A5] a rejection changes nothing in the world, and the run goes on', () => {
    const stage = started([ASK]);
    stage.at(1_000, () => stage.agent.settle(1, 'reject'));
    stage.runTo(5_000);
    expect(stage.facts('effect.applied')).toEqual([]);
    expect(stage.log).toContain('1000 step refund-1 done');
    expect(ends(stage)).toEqual(['1300 complete 5']);
  });

  test('[A5] an answer to a run that does not ask, or has been aborted, is none', () => {
    const stage = started([ASK]);
    expect(stage.at(250, () => stage.agent.settle(1, 'approve'))).toBe(false);
    stage.at(500, () => stage.agent.abort(1));
    expect(stage.at(600, () => stage.agent.settle(1, 'approve'))).toBe(false);
    expect(ends(stage)).toEqual(['500 cancelled 2']);
  });
});

describe('a steer', () => {
  const steer = (stage: WorldStage, isAtOnce: boolean): boolean => {
    const sent = { type: 'steer.arrived', actor: 'agent', run: 1, outcome: 'kept' } as const;
    let isTaken = false;
    stage.kernel.because(stage.kernel.record(sent), () => (isTaken = stage.agent.steer(1, isAtOnce)));
    return isTaken;
  };

  test('[A6] is taken in before the next tool, after it, or at once', () => {
    const stage = started([TOOL]);
    stage.at(250, () => [steer(stage, false), steer(stage, false)]);
    stage.at(500, () => steer(stage, false));
    stage.at(1_450, () => steer(stage, true));
    stage.runTo(5_000);
    expect(stage.times('steer.consumed')).toEqual([300, 300, 1_300, 1_450]);
  });

  test('[A6] is never taken in when no pause follows, and refused when the run is over', () => {
    const stage = started([]);
    expect(stage.at(250, () => steer(stage, false))).toBe(true);
    expect(stage.at(5_000, () => steer(stage, false))).toBe(false);
    expect(stage.facts('steer.consumed')).toEqual([]);
  });
});

test('[A7] several agents answer one prompt, each with a script and a time of its own', () => {
  const helper = { answer: { text: 'h' }, tokens: 2, firstTokenMs: 50, tokenIntervalMs: 400 };
  const stage = started([TOOL], {}, { helper });
  stage.agent.start(1, 1, 'helper');
  stage.runTo(5_000);
  const of = (name: string): readonly number[] =>
    stage.facts('token.generated').flatMap(({ actor, atMs }) => (actor === name ? [atMs] : []));
  expect(of('helper')).toEqual([50, 450]);
  expect(of('agent')).toEqual([200, 300, 1_400, 1_500, 1_600]);
  expect(stage.agent.runsOfTurn(1).map(({ run, agent }) => `${run} ${agent}`)).toEqual(['1 agent', '2 helper']);
});

describe('an adoption', () => {
  const done = new Set<string>();

  test('[A8] goes on with a run that died, under a further epoch, and does again what is not known as done', () => {
    const stage = started([TOOL]);
    stage.at(1_250, () => stage.agent.crash(1));
    stage.at(1_250, () => stage.agent.adopt(1, 2, 2, done, 1));
    stage.runTo(9_000);
    expect(stage.facts('run.adopted')).toMatchObject([{ run: 1, epoch: 1, from: 3, process: 2, atMs: 1_250 }]);
    expect(stage.times('tool.started')).toEqual([300, 1_450]);
    expect(words(stage)).toEqual([200, 300, 2_550, 2_650, 2_750]);
    expect(stage.agent.run(1)).toMatchObject({ epoch: 1, end: 'complete', tokens: 5 });
  });

  test('[A8] leaves out a step that is known as done', () => {
    const stage = started([TOOL]);
    stage.at(1_350, () => [stage.agent.crash(1), stage.agent.adopt(1, 2, 2, new Set(['charge-1']), 1)]);
    stage.runTo(9_000);
    expect(stage.facts('effect.applied')).toHaveLength(1);
    expect(words(stage)).toEqual([200, 300, 1_550, 1_650, 1_750]);
  });

  test('[A8] at a moment at which the former epoch has a word due, that word is not made', () => {
    const stage = started([]);
    stage.at(350, () => [stage.agent.crash(1), stage.agent.adopt(1, 2, 2, done, 1)]);
    stage.runTo(9_000);
    expect(words(stage)).toEqual([200, 300, 550, 650, 750]);
  });

  test('[A8] the former epoch lives on where its process does; how it ends is not how the run ended', () => {
    const stage = started([]);
    stage.at(250, () => stage.agent.adopt(1, 2, 1, done, 1));
    stage.runTo(9_000);
    expect(stage.log).toEqual(['600 run 1/0 complete', '750 run 1/1 complete']);
    expect(ends(stage)).toEqual(['750 complete 5']);
    expect(() => stage.agent.adopt(1, 2, 1, done, 1)).toThrow('run 1 has had epoch 1');
  });

  test('[A8] a former epoch that is halted stops without a word', () => {
    const stage = started([]);
    const former = stage.agent.run(1);
    stage.at(250, () => stage.agent.adopt(1, 2, 1, done, 1));
    stage.at(350, () => stage.agent.halt(former));
    stage.runTo(9_000);
    expect([former.tokens, former.end]).toEqual([2, 'crashed']);
    expect(stage.log).toEqual(['750 run 1/1 complete']);
    expect(stage.agent.crash(1)).toEqual([]);
  });
});
