/** What was measured beside the rows (`extras` of `wire-truth.json`), where the model has the option. */

import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../protocol/trace-event.ts';
import type { LaneOptions } from '../scenario/schema.ts';
import { distinct, inversions, shownOn } from '../testing/wire-truth/measures.ts';
import { runTruth } from '../testing/wire-truth/run-truth.ts';
import type { TruthRun } from '../testing/wire-truth/run-truth.ts';
import { ASK, SCRIPTS } from '../testing/wire-truth/scripts.ts';
import { STACKS } from '../testing/wire-truth/stacks.ts';
import { truthExtra } from '../testing/wire-truth/truth-rows.ts';
import type { StackName } from '../testing/wire-truth/truth-rows.ts';
import { afterShownMs, ANSWER_TOKENS, FAULT_TOKEN, tabName } from '../testing/wire-truth/truth-world.ts';
import type { TruthScript } from '../testing/wire-truth/truth-world.ts';

const tab = tabName(1);
const faultAt = (stack: StackName): number => afterShownMs(STACKS[stack], FAULT_TOKEN);
const at = (atMs: number, what: object) => ({ atMs, on: tab, ...what });

/** One prompt, and `entries` counted from the fault. */
function script(what: string, entries: (faultAtMs: number) => readonly object[], horizonMs = 20_000): TruthScript {
  return { what, horizonMs, entries: ({ faultAtMs }) => [...ASK, ...entries(faultAtMs)] };
}

const drop = (how: string, forMs: number, ...more: ((faultAtMs: number) => object)[]): TruthScript =>
  script(how, (faultAtMs) => [at(faultAtMs, { do: 'drop', how, forMs }), ...more.map((entry) => entry(faultAtMs))]);

function run(stack: StackName, what: TruthScript, options: LaneOptions = {}): TruthRun {
  return runTruth(STACKS[stack], what, { options });
}

/** What the extras say of a screen. */
function screenOf({ outcome }: TruthRun) {
  const [first] = outcome.tabs;
  const tokens = first === undefined ? [] : shownOn(outcome, first);
  const missing = ANSWER_TOKENS - distinct(tokens);
  const dup = tokens.length - distinct(tokens);
  const { generated } = outcome;
  return { shown: tokens.length, distinct: distinct(tokens), dup, inversions: inversions(tokens), missing, generated };
}

const statusOf = ({ outcome }: TruthRun) => outcome.tabs[0]?.status;
const requestsOf = ({ events }: TruthRun, purpose: string): number =>
  events.filter((event) => event.type === 'connection.opened' && event.purpose === purpose).length;

describe('endings of the body', () => {
  const SUBJECT = 'endings of the body: what the AI SDK client makes of them';

  test.each([
    ['chunked-clean-end [chromium]', 'close', 'complete'],
    ['close-delimited-FIN [chromium]', 'close', 'complete'],
    ['chunked-cut-FIN [chromium]', 'reset', 'error'],
  ])('[E4] %s, which is a drop of the form "%s", is shown as "%s" with the part', (name, how, status) => {
    const ended = run('A2', drop(how, 300));
    expect({ shown: screenOf(ended).shown }).toEqual(truthExtra(SUBJECT, name, ['shown']));
    expect(truthExtra(SUBJECT, name, ['status'])).toEqual({ status: status === 'complete' ? 'ready' : status });
    expect(statusOf(ended)).toBe(status);
  });
});

describe('a resume in the client', () => {
  const SUBJECT = 'what resume does to the message, by SDK version';

  test.each([
    ['ai 7.0.173, browser text "network error", server message ids yes', 'rebuild'],
    ['ai 6.0.0, browser text "network error", server message ids yes', 'append'],
    ['ai 5.0 latest, browser text "network error", server message ids yes', 'append'],
  ])('[E4] %s: "%s"', (name, onReplay) => {
    const { generated, ...screen } = screenOf(run('C1', drop('reset', 300), { onReplay }));
    expect(screen).toEqual(truthExtra(SUBJECT, name, Object.keys(screen)));
    expect(generated).toBe(ANSWER_TOKENS);
  });

  test('[E4] C1: drop, resume, stop and resume again shows the answer that was stopped; with C2 it was', () => {
    const name = (stack: string) => `${stack}: drop, resume, stop() at 25, resume again`;
    for (const stack of ['C1', 'C2'] as const) {
      const stopAtMs = afterShownMs(STACKS[stack], 25);
      const resumed = run(
        stack,
        drop(
          'reset',
          300,
          () => at(stopAtMs, { do: 'stop' }),
          () => at(stopAtMs + 200, { do: 'refresh' }),
        ),
      );
      const { final } = truthExtra('stop after resume', name(stack), ['final']);
      const { shown, missing, dup, generated } = screenOf(resumed);
      expect(final).toMatchObject({ shown, missing, dup });
      expect({ wasteAfterStop: generated - 25 }).toEqual(
        truthExtra('stop after resume', name(stack), ['wasteAfterStop']),
      );
    }
  });
});

describe('when a client asks again', () => {
  const SUBJECT = 'when useChat asks again';
  const onMount = { reconnect: 'on-mount' };
  const FIELDS = ['shown', 'dup', 'missing', 'generated'];
  const screen = (result: TruthRun) =>
    Object.fromEntries(Object.entries(screenOf(result)).filter(([field]) => FIELDS.includes(field)));

  /** Resumes from the fault on. The SDK also asks on the load of an empty chat, which is given nothing; the model's page does not (R1). */
  const resumesOf = ({ events }: TruthRun): readonly string[] =>
    events
      .filter((event) => event.type === 'connection.opening' && event.purpose === 'resume')
      .map(({ atMs }) => `${atMs - faultAt('C1')} GET`);
  const requestTimes = (name: string): readonly unknown[] => {
    const { reqTimesFromFault } = truthExtra(SUBJECT, name, ['reqTimesFromFault']);
    return Array.isArray(reqTimesFromFault) ? reqTimesFromFault : ['none'];
  };

  test('[E4] a plain pipe never does', () => {
    const name = 'a: resume:false, FIN at 15, net back 300ms, watch 8 s';
    const ended = run('A2', drop('reset', 300));
    expect(screen(ended)).toEqual(truthExtra(SUBJECT, name, FIELDS));
    expect([requestsOf(ended, 'chat'), statusOf(ended)]).toEqual([1, 'error']);
  });

  test('[E4] a resumable one does not after a break alone', () => {
    const name = 'b: resume:true, FIN at 15, net back, watch 6 s, no visibility event';
    const ended = run('C1', drop('reset', 300), onMount);
    expect(screen(ended)).toEqual(truthExtra(SUBJECT, name, FIELDS));
    expect(resumesOf(ended)).toEqual(requestTimes(name));
    expect([requestsOf(ended, 'chat'), statusOf(ended)]).toEqual([1, 'error']);
  });

  test('[E4] it does when its tab becomes visible', () => {
    const name = 'c: resume:true, FIN at 15, hidden->visible event 500 ms after';
    const shown = (faultAtMs: number) => at(faultAtMs + 500, { do: 'show' });
    const hidden = (faultAtMs: number) => at(faultAtMs + 400, { do: 'hide' });
    const ended = run('C1', drop('reset', 300, hidden, shown), onMount);
    expect(screen(ended)).toEqual(truthExtra(SUBJECT, name, FIELDS));
    // The event was 500 ms after the fault, and the client took 46 ms more.
    expect([requestTimes(name), resumesOf(ended)]).toEqual([['546 GET'], ['500 GET']]);
    expect(statusOf(ended)).toBe('complete');
  });

  test('[E4] it does on a load', () => {
    const ended = run('C1', SCRIPTS.S6, onMount);
    expect(screen(ended)).toEqual(truthExtra(SUBJECT, 'd: resume:true, page refresh at 15', FIELDS));
    expect(resumesOf(ended)).toHaveLength(1);
  });

  test('[E4] a page that goes away ends a run whose signal is forwarded', () => {
    const { outcome } = run(
      'A1',
      script('close', (faultAtMs) => [at(faultAtMs, { do: 'close' })]),
    );
    expect({ generated: outcome.generated }).toEqual(truthExtra(SUBJECT, 'e: unmount at 15', ['generated']));
    expect(outcome.generations).toMatchObject([{ end: 'cancelled' }]);
  });
});

describe('a recovered agent and its producer', () => {
  test.each([
    ['first run 1 token/batch, restart 1 token/batch (same boundaries)', 1, 1],
    ['first run 3 tokens/batch, restart 1 token/batch', 3, 1],
    ['first run 1 token/batch, restart 3 tokens/batch', 1, 3],
  ])('[E4] %s', (name, batchTokens, batchTokensOnRecovery) => {
    const { shown, distinct, dup, missing } = screenOf(run('D1s', SCRIPTS.S12, { batchTokens, batchTokensOnRecovery }));
    expect({ stored: shown, distinct, duplicates: dup, missing }).toEqual(
      truthExtra('idempotent producers and batch boundaries', name, ['stored', 'distinct', 'duplicates', 'missing']),
    );
  });

  test.each([
    ['same-epoch', 'restart', 'same'],
    ['autoclaim-tail', 'adopt', 'same'],
    ['epoch-bump', 'restart', 'bump'],
    ['epoch-bump-tail', 'adopt', 'bump'],
  ])('[E4] %s: "%s" under the epoch "%s"', (mode, recovery, epochOnRecovery) => {
    const name = `D1 S12 agent restart mode ${mode}`;
    const { shown, missing, dup, inversions, generated } = screenOf(
      run('D1', SCRIPTS.S12, { recovery, epochOnRecovery }),
    );
    const { final, ...others } = truthExtra('agent restart and epochs', name, ['final', 'generated']);
    expect(final).toMatchObject({ shown, missing, dup, inversions });
    expect(others).toEqual({ generated });
  });
});

describe('EventSource', () => {
  test.each([
    ['null', {}],
    ['0', { eventSourceRetryMs: 0 }],
    ['100', { eventSourceRetryMs: 100 }],
    ['1000', { eventSourceRetryMs: 1_000 }],
  ])('[E4] with retry=%s it waits exactly so long', (retry, options) => {
    const { events } = run('B2', drop('reset', 0), options);
    const lost = events.find((event) => event.type === 'connection.closed' && event.atMs >= faultAt('B2'));
    const again = events.find((event) => event.type === 'connection.opening' && event.atMs >= (lost?.atMs ?? 0));
    const { ms } = truthExtra('EventSource', `reconnect delay after FIN, retry=${retry}`, ['ms']);
    const waitedMs = (again?.atMs ?? Infinity) - (lost?.atMs ?? 0);
    expect(Math.abs(Number(ms) - waitedMs)).toBeLessThanOrEqual(12);
  });

  test('[E4] a page that never closes it is given a second generation', () => {
    const ended = run(
      'B1',
      script('no close', () => [], 9_000),
      { closeOnDone: false },
    );
    const screen = screenOf(ended);
    expect(screen).toEqual(truthExtra('EventSource', 'B1, client never calls close() on done', Object.keys(screen)));
  });

  test.each([300, 1_000, 3_000, 10_000, 30_000])(
    '[E4] after a path that refused for %i ms it comes back at its next try',
    (outageMs) => {
      const what = drop('reset', outageMs);
      const { events } = run('B2', { ...what, horizonMs: 60_000 });
      const backAtMs = faultAt('B2') + outageMs;
      const again = events.find((event) => event.type === 'connection.opened' && event.atMs >= backAtMs);
      const name = `B2 refused for ${outageMs} ms`;
      const { reconnectAfterBackMs } = truthExtra('how long until a client comes back', name, ['reconnectAfterBackMs']);
      expect(Math.abs(Number(reconnectAfterBackMs) - ((again?.atMs ?? Infinity) - backAtMs))).toBeLessThanOrEqual(30);
    },
  );
});

describe('the way of one token', () => {
  /** From its generation to the screen, for each token; and how often the screen changed. */
  function lagsOf(events: readonly TraceEvent[]) {
    const madeAtMs = new Map<number, number>();
    const lags: number[] = [];
    const moments = new Set<number>();
    for (const event of events) {
      if (event.type === 'token.generated') madeAtMs.set(event.token, event.atMs);
      if (event.type !== 'tokens.shown') continue;
      moments.add(event.atMs);
      for (let token = event.from; token <= event.to; token += 1)
        lags.push(event.atMs - (madeAtMs.get(token) ?? Infinity));
    }
    return { median: lags.toSorted((a, b) => a - b)[Math.floor(lags.length / 2)] ?? Infinity, updates: moments.size };
  }

  const CASES = [0, 50, 150].flatMap((latencyMs) => [
    ...(['A1', 'B2', 'C1', 'D1s', 'D2'] as const).map((stack) => ({ stack, latencyMs, withinMs: 5, within: 0 })),
    // Long-poll goes round once for each update: how its rounds fall among the tokens is chance.
    { stack: 'D1' as const, latencyMs, withinMs: 10 + latencyMs / 5, within: 3 },
  ]);

  test.each(CASES)('[E4] $stack at $latencyMs ms one way', ({ stack, latencyMs, withinMs, within }) => {
    const { median, updates } = lagsOf(runTruth(STACKS[stack], SCRIPTS.S1, { latencyMs }).events);
    const name = `${stack} one-way latency ${latencyMs} ms`;
    const measured = truthExtra('latency of a token', name, ['lagMedian', 'uiUpdates']);
    expect(Math.abs(median - Number(measured['lagMedian']))).toBeLessThanOrEqual(withinMs);
    expect(Math.abs(updates - Number(measured['uiUpdates']))).toBeLessThanOrEqual(within + 1);
  });

  test.each([0, 50, 150])('[E4] a long poll at %i ms one way is asked for as often as it was measured', (latencyMs) => {
    const ended = runTruth(STACKS.D1, SCRIPTS.S1, { latencyMs });
    const name = `D1 one-way latency ${latencyMs} ms`;
    const { apiRequests } = truthExtra('latency of a token', name, ['apiRequests']);
    const asked = requestsOf(ended, 'session') + requestsOf(ended, 'publish');
    expect(Math.abs(asked - Number(apiRequests))).toBeLessThanOrEqual(4);
  });
});
