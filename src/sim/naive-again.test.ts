/** Asking again in the naive lane: a person's retry, a tab that comes back, an EventSource; rule by rule of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { AT_FIFTEEN_MS, runNaive } from '../testing/naive-world.ts';
import { screenOf, upTo } from '../testing/screen-of.ts';

const at = (atMs: number, verb: string, more: object = {}) => ({ atMs, on: 'laptop', do: verb, ...more });
const reset = (forMs = 300) => at(AT_FIFTEEN_MS, 'drop', { how: 'reset', forMs });
const twice = [...upTo(15), ...upTo(40)];

describe('retry', () => {
  test('[N11] by default nobody can ask again, and the person is told why', () => {
    const world = runNaive({}, [reset(), at(3000, 'retry')]);
    expect(world.of('action.ignored').map(({ verb, reason }) => `${verb}: ${reason}`)).toEqual([
      'retry: this page has no way to ask again (option retry)',
    ]);
    expect(world.report.agent.runs).toBe(1);
  });

  test('[N11] a retry is a second run, whose answer takes the place of the first', () => {
    const world = runNaive({ retry: 'manual' }, [reset(), at(3000, 'retry')]);
    expect(world.of('run.started').map(({ run, turn }) => [run, turn])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(world.screen).toEqual(upTo(40));
    expect(world.report.agent).toMatchObject({ generated: 80, end: 'complete' });
    expect(world.of('history.saved').at(-1)).toMatchObject({ run: 2, whole: true });
  });

  test('[N11] the former answer goes at once, so a retry without a network leaves nothing', () => {
    const world = runNaive({ retry: 'manual' }, [reset(5000), at(3000, 'retry')]);
    expect(world.of('answer.discarded')).toMatchObject([{ atMs: 3000, run: 1 }]);
    expect(world.screen).toEqual([]);
    expect(world.report.surfaces['laptop']?.status).toBe('error');
  });

  test.each([
    ['complete', []],
    ['cancelled', [at(AT_FIFTEEN_MS, 'stop')]],
  ])('[N11] an answer that is %s can be asked for again', (_, script) => {
    const world = runNaive({ retry: 'manual' }, [...script, at(3000, 'retry')]);
    expect(world.report.agent.runs).toBe(2);
    expect(world.screen).toEqual(upTo(40));
  });

  test('[N11] a page knows after a reload what it would ask again, and not while an answer is under way', () => {
    const world = runNaive({ retry: 'manual' }, [at(500, 'retry'), at(3000, 'refresh'), at(4000, 'retry')]);
    expect(world.of('action.ignored')).toMatchObject([{ atMs: 500, reason: 'an answer is still under way' }]);
    expect(world.of('run.started')).toHaveLength(2);
    expect(world.screen).toEqual(upTo(40));
  });

  test('[N11] a question of the former answer goes with it, though the former run waits on', () => {
    const asking = { agent: { answer: { text: 'word' }, tokens: 40, parts: [{ afterToken: 0, approval: 'pay' }] } };
    const world = runNaive({ retry: 'manual' }, [reset(), at(3000, 'retry'), at(4000, 'approve')], asking);
    expect(world.of('approval.shown').map(({ run, isShown }) => [run, isShown])).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [2, false],
    ]);
    expect(world.screen).toEqual(upTo(40));
    expect(world.of('run.ended').map(({ run }) => run)).toEqual([2]);
  });

  test('[N12] a tab that hangs up when hidden posts its prompt again when shown, after what it had', () => {
    const script = [at(AT_FIFTEEN_MS, 'hide'), at(4000, 'show')];
    const world = runNaive({ retry: 'repost-on-show' }, script);
    expect(world.report.agent).toMatchObject({ runs: 2, generated: 80 });
    expect(world.of('connection.closed')).toContainEqual(
      expect.objectContaining({ atMs: AT_FIFTEEN_MS, how: 'hung-up' }),
    );
    expect(world.screen).toEqual(twice);
    // Any other page goes on reading in the background.
    expect(runNaive({}, script).screen).toEqual(upTo(40));
  });

  test('[N12] nothing is posted again after a stop, or once the answer is over', () => {
    const stopped = [at(500, 'hide'), at(1000, 'stop'), at(2000, 'show')];
    expect(runNaive({ retry: 'repost-on-show' }, stopped).report.agent.runs).toBe(1);
    const over = runNaive({ retry: 'repost-on-show' }, [at(3000, 'hide'), at(4000, 'show')]);
    expect(over.report.agent.runs).toBe(1);
    expect(over.screen).toEqual(upTo(40));
  });
});

describe('an EventSource', () => {
  const source = (options: object, script: readonly object[], parts = {}) =>
    runNaive({ transport: 'event-source', signalForwarded: true, ...options }, script, parts);

  test.each(['reset', 'close'] as const)(
    '[N13] asks again exactly 3 s after a %s, and the answer starts over',
    (how) => {
      const world = source({}, [at(AT_FIFTEEN_MS, 'drop', { how, forMs: 300 })]);
      const endMs = world.of('connection.closed').find(({ purpose }) => purpose === 'chat')?.atMs ?? 0;
      expect(world.of('connection.opening').at(-1)).toMatchObject({ purpose: 'chat', atMs: endMs + 3000 });
      expect(world.screen).toEqual(twice);
      expect(world.report.surfaces['laptop']).toMatchObject({ status: 'complete', connections: 2 });
      // The second asks at once what the first was aborted for (W B1 S2, S3).
      expect(world.report.agent).toMatchObject({ runs: 2, end: 'complete' });
    },
  );

  test('[N13] keeps the wait that it was told', () => {
    const world = source({ eventSourceRetryMs: 700 }, [reset()]);
    expect(world.of('connection.opening').at(-1)?.atMs).toBe(AT_FIFTEEN_MS + 700);
  });

  test('[N13] loses nothing by a silence that heals, and doubles an answer that ended in one (W B1 S4, S5)', () => {
    expect(source({}, [at(AT_FIFTEEN_MS, 'drop', { how: 'silent', forMs: 800 })]).screen).toEqual(upTo(40));
    const world = source({}, [
      at(AT_FIFTEEN_MS, 'drop', { how: 'silent', forMs: 5000 }),
      at(AT_FIFTEEN_MS + 5000, 'drop', { how: 'reset', forMs: 0 }),
    ]);
    expect(world.screen).toEqual(twice);
    expect(world.report.agent.generated).toBe(80);
  });

  test('[N14] tries for ever at the same interval while it is refused or without a network', () => {
    const world = source({}, [at(AT_FIFTEEN_MS, 'drop', { how: 'offline', forMs: 10_000 })]);
    const tries = world.of('connection.opening').filter(({ purpose }) => purpose === 'chat');
    expect(tries.map(({ atMs }) => atMs)).toEqual([100, 4070, 7070, 10_070, 13_070]);
    expect(world.screen).toEqual(twice);
  });

  test('[N15] a page that loads opens it again, since the history has no whole answer (W B1 S6)', () => {
    const world = source({}, [at(AT_FIFTEEN_MS, 'refresh')]);
    expect(world.screen).toEqual(upTo(40));
    expect(world.report.agent.runs).toBe(2);
    expect(world.report.surfaces['laptop']?.status).toBe('complete');
  });

  test('[N15] a second tab is a second generation of the same answer (W B1 S7)', () => {
    const world = source({}, [{ atMs: AT_FIFTEEN_MS, on: 'phone', do: 'open' }]);
    expect(world.report.agent).toMatchObject({ runs: 2, generated: 80 });
    expect(world.screen).toEqual(upTo(40));
    expect(screenOf(world.events, 'phone')).toEqual(upTo(40));
  });

  test('[N15] a whole answer in the history is shown and not asked for again', () => {
    const world = source({}, [at(4000, 'refresh')]);
    expect(world.report.agent.runs).toBe(1);
    expect(world.screen).toEqual(upTo(40));
  });

  test('[N16] left open after the end, it asks for an answer that it has, again and again', () => {
    const parts = { horizonMs: 9000 };
    const world = source({ closeOnDone: false }, [], parts);
    expect(world.report.agent).toMatchObject({ runs: 2, generated: 80 });
    expect(world.screen).toEqual([...upTo(40), ...upTo(40)]);
    expect(world.of('connection.opening').at(-1)?.atMs).toBe(2290 + 3000);
    expect(source({}, [], parts).report.agent.runs).toBe(1);
  });

  test('[N16] between two generations the page says that the answer is complete, and a stop closes it for good', () => {
    const world = source({ closeOnDone: false }, [at(4000, 'stop')]);
    expect(world.report.surfaces['laptop']?.status).toBe('complete');
    expect(world.report.agent.runs).toBe(1);
  });

  test('[N17] an error page closes it for good, while a reset of the proxy does not', () => {
    const quiet = { agent: { answer: { text: 'word' }, tokens: 40, firstTokenMs: 5000 } };
    const cut = (how: string) =>
      source({}, [{ atMs: 0, on: 'proxy', do: 'idle-timeout', afterMs: 2000, cut: how }], quiet);
    expect(cut('error-page').report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 0, connections: 1 });
    expect(cut('reset').report.surfaces['laptop']?.connections).toBe(4);
  });

  test('[N17] stop closes it, also while it waits to ask again (W B1 S8)', () => {
    const stopped = source({}, [at(AT_FIFTEEN_MS, 'stop')]);
    expect(stopped.screen).toEqual(upTo(15));
    expect(stopped.report.agent).toMatchObject({ runs: 1, end: 'cancelled' });
    const waiting = source({}, [reset(), at(2000, 'stop')]);
    expect(waiting.report.agent.runs).toBe(1);
    expect(waiting.report.surfaces['laptop']?.status).toBe('cancelled');
  });

  test('[N19] after a restart it gets a generation from the new process, after the words of the dead one (W B1 S12)', () => {
    const world = source({}, [{ atMs: AT_FIFTEEN_MS, on: 'agent', do: 'crash', forMs: 300 }]);
    expect(world.screen).toEqual(twice);
    expect(world.of('run.ended').map(({ end, tokens }) => [end, tokens])).toEqual([
      ['crashed', 15],
      ['complete', 40],
    ]);
  });

  test('[N13] the seventh tab of a browser waits in silence until one of six has its answer (W B1 S15)', () => {
    const tabs = upTo(7).map((number) => `tab-${number}`);
    const { events, report } = source({}, [], {
      browser: { protocol: 'http1' },
      surfaces: Object.fromEntries(tabs.map((tab) => [tab, { kind: 'tab' }])),
      script: [
        ...tabs.map((on) => ({ atMs: 0, on, do: 'open' })),
        ...tabs.map((on) => ({ atMs: 500, on, do: 'send' })),
      ],
    });
    expect(report.agent).toMatchObject({ runs: 7, generated: 280 });
    for (const tab of tabs) expect(screenOf(events, tab)).toEqual(upTo(40));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'connection.waiting', actor: 'tab-7', purpose: 'chat' }),
    );
  });
});
