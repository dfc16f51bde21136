/** What the naive lane makes of tools, questions, several agents, proxies and crashes, rule by rule of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { AT_FIFTEEN_MS, runNaive } from '../testing/naive-world.ts';
import { upTo } from '../testing/screen-of.ts';

const at = (atMs: number, verb: string, more: object = {}) => ({ atMs, on: 'laptop', do: verb, ...more });
const answer = { answer: { text: 'word' }, tokens: 40 };
const tool = (forMs: number) => ({ agent: { ...answer, parts: [{ afterToken: 10, tool: 'search', forMs }] } });

describe('a proxy', () => {
  const quiet = { ...tool(6000), proxy: { idleTimeoutMs: 2000 } };

  test('[N18] cuts a response that a tool call keeps quiet, unless a comment line comes in time', () => {
    expect(runNaive({}, [], quiet).report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 10 });
    const alive = runNaive({ heartbeatMs: 1500 }, [], quiet);
    expect(alive.report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });

  test('[N18] is not held off by comment lines where it caps the age of a response', () => {
    const world = runNaive({ heartbeatMs: 500 }, [], { ...tool(6000), proxy: { durationCapMs: 3000 } });
    expect(world.report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 10 });
    expect(world.of('proxy.cut')).toMatchObject([{ setting: 'duration-cap', atMs: 3100 }]);
  });

  test('[N18] comment lines come only into quiet, and end with the answer', () => {
    const beats = (heartbeatMs: number) =>
      runNaive({ heartbeatMs }, [], tool(2000))
        .of('message.sent')
        .filter(({ actor }) => actor === 'server').length;
    // The tool runs from 770 to 2770, and its call and its end are written as well.
    expect(beats(500) - beats(0)).toBe(3);
  });

  test('[N18] a comment line is a write, so a server that is quiet learns of a reader who went offline', () => {
    const offline = [at(1000, 'drop', { how: 'offline', forMs: 200 })];
    const options = { signalForwarded: true };
    expect(runNaive(options, offline, tool(6000)).of('connection.noticed')[0]?.atMs).toBeGreaterThan(6000);
    expect(
      runNaive({ ...options, heartbeatMs: 500 }, offline, tool(6000)).of('connection.noticed')[0]?.atMs,
    ).toBeLessThan(2000);
  });

  test('[N17] that answers with a page of its own leaves an error', () => {
    const world = runNaive({}, [], {
      agent: { ...answer, firstTokenMs: 5000 },
      proxy: { idleTimeoutMs: 2000, cut: 'error-page' },
    });
    expect(world.report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 0 });
  });

  test('[N17] a page of the proxy in place of the page is loaded again', () => {
    const world = runNaive({}, [], { proxy: { durationCapMs: 30, cut: 'error-page' }, script: [at(0, 'open')] });
    expect(world.report.surfaces['laptop']?.status).toBe('error');
    expect(world.of('connection.opening').map(({ atMs }) => atMs)).toEqual([0, 5030, 10_060, 15_090]);
  });
});

describe('a crash', () => {
  test('[N19] ends the response with an error, and nothing is saved (W A0 S12)', () => {
    const world = runNaive({}, [
      { atMs: AT_FIFTEEN_MS, on: 'agent', do: 'crash', forMs: 300 },
      { atMs: 3000, on: 'phone', do: 'open' },
    ]);
    expect(world.report.agent).toMatchObject({ generated: 15, end: 'crashed' });
    expect(world.report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 15 });
    expect(world.of('history.saved')).toEqual([]);
    expect(world.report.surfaces['phone']).toMatchObject({ status: 'idle', shown: 0 });
  });

  test('[N19] a page that loads after the restart finds what was saved before', () => {
    const world = runNaive({}, [{ atMs: 3000, on: 'agent', do: 'crash', forMs: 300 }, at(5000, 'refresh')]);
    expect(world.screen).toEqual(upTo(40));
  });

  test('[N19] a deploy ends the answers that the old version has not finished', () => {
    const deploy = (forMs: number) => runNaive({}, [{ atMs: AT_FIFTEEN_MS, on: 'agent', do: 'deploy', forMs }]);
    expect(deploy(0).report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 15 });
    expect(deploy(3000).report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });
});

describe('tools and questions', () => {
  const asking = { agent: { ...answer, parts: [{ afterToken: 10, approval: 'pay' }] } };

  test('[N20] the page hears of a tool call and of its end over the same connection', () => {
    const world = runNaive({}, [], tool(500));
    const heard = world.of('message.delivered').filter(({ actor }) => actor === 'laptop');
    expect(heard.map(({ kind, atMs }) => [kind, atMs]).slice(-3)).toEqual([
      ['reply', 790],
      ['reply', 1290],
      ['finish', 2790],
    ]);
    expect(world.report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });

  test('[N20] a question comes with the answer, and what a person says goes by a request of its own', () => {
    const world = runNaive({}, [at(2000, 'approve')], asking);
    expect(world.of('approval.shown')).toMatchObject([
      { actor: 'laptop', isShown: true, atMs: 790 },
      { actor: 'laptop', isShown: false, atMs: 2040 },
    ]);
    expect(world.of('connection.opening').at(-1)).toMatchObject({ purpose: 'approval', atMs: 2000 });
    expect(world.of('approval.arrived')).toMatchObject([{ outcome: 'applied', answer: 'approve', atMs: 2020 }]);
    expect(world.of('effect.applied')).toHaveLength(1);
    expect(world.screen).toEqual(upTo(40));
  });

  test('[N20] a rejection settles the question without its effect', () => {
    const world = runNaive({}, [at(2000, 'reject')], asking);
    expect(world.of('approval.settled')).toMatchObject([{ answer: 'reject' }]);
    expect(world.of('effect.applied')).toEqual([]);
  });

  test('[N20] a second answer to the same question comes too late', () => {
    const world = runNaive({}, [at(2000, 'approve'), at(2010, 'reject')], asking);
    expect(world.of('approval.arrived').map(({ outcome }) => outcome)).toEqual(['applied', 'too-late']);
    expect(world.of('effect.applied')).toHaveLength(1);
  });

  test('[N20] an answer that reaches another process finds nobody who waits', () => {
    const world = runNaive({}, [at(2000, 'approve')], { ...asking, server: { processes: 2 } });
    expect(world.of('approval.arrived')).toMatchObject([{ outcome: 'too-late' }]);
    expect(world.report.agent.end).toBe('running');
  });

  test('[N21] a page that does not show the question cannot answer it', () => {
    const script = [
      { atMs: 500, on: 'phone', do: 'open' },
      { atMs: 2000, on: 'phone', do: 'approve' },
    ];
    expect(runNaive({}, script, asking).of('action.ignored')).toMatchObject([
      { actor: 'phone', reason: 'no question is on the screen' },
    ]);
  });

  test('[N21] a refresh loses the question, and the run waits for ever', () => {
    const world = runNaive({}, [at(1000, 'refresh'), at(2000, 'approve')], asking);
    expect(world.of('action.ignored')).toMatchObject([{ reason: 'no question is on the screen' }]);
    expect(world.report.agent).toMatchObject({ generated: 10, end: 'running' });
  });

  test.each([
    ['steer', 'a pipe has no way into an answer'],
    ['join', 'there is no place where a person can take over'],
  ])('[N22] %s is refused, with the reason', (verb, reason) => {
    const [refused] = runNaive({}, [at(1000, verb)]).of('action.ignored');
    expect(refused).toMatchObject({ verb });
    expect(refused?.reason).toContain(reason);
  });
});

describe('several agents', () => {
  const helper = { answer: { text: 'word' }, tokens: 20 };
  const team = (parts: readonly object[], other: object = helper) => ({
    agent: { ...answer, parts },
    agents: { helper: other },
  });
  const shownOf = (world: ReturnType<typeof runNaive>, run: number) =>
    world.of('tokens.shown').filter((event) => event.run === run);

  test('[N23] all answer in one response, which ends when the last of them has ended', () => {
    const world = runNaive({}, [], team([], { ...helper, tokens: 60 }));
    expect(world.of('connection.opening').filter(({ purpose }) => purpose === 'chat')).toHaveLength(1);
    expect(shownOf(world, 1).at(-1)).toMatchObject({ to: 40, atMs: 2290 });
    expect(shownOf(world, 2).at(-1)).toMatchObject({ to: 60, atMs: 3290 });
    expect(world.of('status.changed').at(-1)).toMatchObject({ status: 'complete', atMs: 3290 });
  });

  test('[N23] what the others say waits at the server while the first agent is in a tool', () => {
    const world = runNaive({}, [], team([{ afterToken: 10, tool: 'search', forMs: 1000 }]));
    const [before, burst] = [shownOf(world, 2).filter(({ atMs }) => atMs <= 1780), shownOf(world, 2).at(-1)];
    expect(before.at(-1)).toMatchObject({ to: 9 });
    expect(burst).toMatchObject({ from: 10, to: 20, atMs: 1790 });
    expect(world.of('run.learned').filter(({ what, run }) => what === 'ended' && run === 2)).toMatchObject([
      { atMs: 1790, end: 'complete' },
    ]);
  });

  test('[N24] the switches hold for every run of the request', () => {
    const ends = (options: object) =>
      runNaive(options, [at(AT_FIFTEEN_MS, 'drop', { how: 'reset' })], team([]))
        .of('run.ended')
        .map(({ end }) => end);
    expect(ends({ signalForwarded: true })).toEqual(['cancelled', 'cancelled']);
    expect(ends({})).toEqual(['complete', 'complete']);
    expect(ends({ onOrphan: 'stall' })).toEqual([]);
  });

  test('[N24] the answers of all are saved with the answer of the first, and a later load has them', () => {
    const world = runNaive({ drained: true }, [at(AT_FIFTEEN_MS, 'refresh'), at(5000, 'refresh')], team([]));
    expect(world.of('history.saved')).toMatchObject([
      { run: 1, tokens: 40, whole: true },
      { run: 2, tokens: 20, whole: true },
    ]);
    expect(world.screen).toEqual([...upTo(40), ...upTo(20)]);
  });
});

describe('what a page is told', () => {
  const told = (options: object, ...script: object[]) =>
    runNaive(options, script)
      .of('run.learned')
      .filter(({ actor }) => actor === 'laptop');

  test('[N25] the first word tells that the run began, the terminal part how it ended', () => {
    expect(told({})).toMatchObject([
      { what: 'began', end: null, atMs: 340 },
      { what: 'ended', end: 'complete', atMs: 2290 },
    ]);
  });

  test('[N25] neither a proper end nor an error tells how the run ended', () => {
    for (const how of ['close', 'reset'])
      expect(told({}, at(AT_FIFTEEN_MS, 'drop', { how, forMs: 100 }))).toMatchObject([{ what: 'began' }]);
  });

  test('[N25] a whole answer in the history tells that its run ended, a part tells nothing', () => {
    expect(told({}, at(4000, 'refresh')).at(-1)).toMatchObject({ what: 'ended', end: 'complete', atMs: 4090 });
    expect(told({}, at(AT_FIFTEEN_MS, 'refresh'))).toMatchObject([{ what: 'began', atMs: 340 }]);
  });

  test('[N26] the history keeps one answer of each agent to a prompt, the one that was saved last', () => {
    const world = runNaive({ retry: 'manual' }, [at(3000, 'retry'), at(8000, 'refresh')]);
    expect(world.of('history.saved').map(({ run }) => run)).toEqual([1, 2]);
    expect(world.screen).toEqual(upTo(40));
    expect(world.of('tokens.shown').at(-1)).toMatchObject({ via: 'history', run: 2, from: 1, to: 40 });
  });
});
