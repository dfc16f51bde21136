/** Crashes, zombies and outages in the durable lane: what a session does not do by itself, and what helps. */

import { describe, expect, test } from 'vitest';
import { runDurable } from '../testing/durable-run.ts';
import type { DurableRun } from '../testing/durable-run.ts';

const crash = (forMs?: number) => [
  { after: { token: 15 }, on: 'agent', do: 'crash', ...(forMs === undefined ? {} : { forMs }) },
];
const zombie = [{ after: { token: 15 }, on: 'agent', do: 'sleep', forMs: 8000 }];
const TWO = { server: { processes: 2 } };
/** One token an append, so that nothing waits in a window when the process dies. */
const SINGLY = { rollupMs: 0 };

/** What the laptop shows of the answer, in the order in which it stands there. */
function textOf({ eventsOf }: DurableRun): readonly number[] {
  return eventsOf('tokens.shown').flatMap(({ actor, from, to }) =>
    actor === 'laptop' ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [],
  );
}

const upTo = (last: number, first = 1): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('recovery beside a session', () => {
  test('[S23] after a crash the message stays streaming for ever, though the agent is back; presence says that it was gone', () => {
    const run = runDurable({}, crash(20_000));
    expect(run.report.surfaces['laptop']?.status).toBe('streaming');
    expect(run.report.agent.end).toBe('crashed');
    expect(run.eventsOf('presence.changed').map(({ who, isPresent, atMs }) => [who, isPresent, atMs])).toEqual([
      ['agent', false, 16_030],
      ['agent', true, 21_030],
    ]);
    expect(run.eventsOf('presence.learned')).toHaveLength(4);
    expect(runDurable({}, crash(1000)).eventsOf('presence.changed')).toEqual([]);
  });

  test('[S24] a reaper ends the run that nobody writes to, and tells everyone', () => {
    const { report, eventsOf } = runDurable({ reaperMs: 5000 }, crash());
    expect(report.surfaces['laptop']?.status).toBe('error');
    expect(eventsOf('run.learned').filter(({ what, end }) => what === 'ended' && end === 'crashed')).toHaveLength(2);
  });

  test('[S24] a reaper that is too quick ends a run in a long tool call, whose later words are refused', () => {
    const quiet = {
      agent: { answer: { text: 'word' }, tokens: 40, parts: [{ afterToken: 15, tool: 'search', forMs: 9000 }] },
    };
    const { eventsOf, report } = runDurable({ reaperMs: 5000 }, [], quiet);
    expect(eventsOf('write.refused')[0]).toMatchObject({ reason: 'fenced', isTold: true });
    expect(report.surfaces['laptop']).toMatchObject({ status: 'error', shown: 15 });
  });

  test('[S25] with adoption a process goes on with the run where the log ends, under a new epoch', () => {
    const restarted = runDurable({ recovery: 'adopt' }, crash(1000));
    expect(restarted.report.agent).toMatchObject({ runs: 1, end: 'complete' });
    expect(restarted.eventsOf('run.adopted')).toMatchObject([{ epoch: 1 }]);
    expect(textOf(restarted)).toEqual(upTo(40));
    const elsewhere = runDurable({ recovery: 'adopt' }, crash(), TWO);
    expect(elsewhere.eventsOf('run.adopted')).toMatchObject([{ epoch: 1, process: 2, atMs: 5130 }]);
    expect(textOf(elsewhere)).toEqual(upTo(40));
  });

  test('[S25] a step that is in the log is not done again; one whose record was lost is', () => {
    const tool = {
      agent: { answer: { text: 'word' }, tokens: 40, parts: [{ afterToken: 15, tool: 'charge', forMs: 500 }] },
    };
    const effects = (after: object) =>
      runDurable({ recovery: 'adopt' }, [{ ...after, on: 'agent', do: 'crash', forMs: 500 }], tool).eventsOf(
        'effect.applied',
      ).length;
    expect(effects({ after: { token: 16 } })).toBe(1);
    // Before the effect the call is repeated, and nothing has happened twice.
    expect(effects({ after: { event: 'tool.started' } })).toBe(1);
  });

  test('[S26] an idempotent producer that does it again writes nothing twice, while its batches are the same', () => {
    const same = { recovery: 'restart', epochOnRecovery: 'same' };
    const whole = runDurable({ ...same, ...SINGLY }, crash(300));
    expect(whole.report.agent).toMatchObject({ runs: 2, generated: 55 });
    expect(textOf(whole)).toEqual(upTo(40));
    expect(whole.eventsOf('write.refused').filter(({ reason }) => reason === 'duplicate')).toHaveLength(15);
    const finer = runDurable({ ...same, batchTokens: 3, batchTokensOnRecovery: 1 }, crash(300));
    expect(textOf(finer)).toEqual([...upTo(15), ...upTo(40, 6)]);
    const coarser = runDurable({ ...same, batchTokens: 1, batchTokensOnRecovery: 3 }, crash(300));
    expect(textOf(coarser)).toEqual(upTo(15));
    expect(coarser.report.surfaces['laptop']?.status).toBe('complete');
  });

  test('[S26] a new epoch from the start doubles the text, an old epoch from the tail loses as much', () => {
    const bumped = runDurable({ recovery: 'restart', ...SINGLY }, crash(300));
    expect(textOf(bumped)).toEqual([...upTo(15), ...upTo(40)]);
    const unbumped = runDurable({ recovery: 'adopt', epochOnRecovery: 'same', ...SINGLY }, crash(300));
    expect(textOf(unbumped)).toEqual([...upTo(15), ...upTo(40, 31)]);
  });

  test('[S27] a zombie is fenced: its writes are refused, and it is told; without fencing the text is doubled', () => {
    const fenced = runDurable({ recovery: 'adopt' }, zombie, TWO);
    expect(fenced.eventsOf('write.refused')).toMatchObject([{ reason: 'fenced', isTold: true }]);
    expect(textOf(fenced)).toEqual(upTo(40));
    const unfenced = runDurable({ recovery: 'adopt', fencing: false }, zombie, TWO);
    expect(unfenced.eventsOf('write.usurped').length).toBeGreaterThan(10);
    expect(textOf(unfenced).length).toBeGreaterThan(60);
  });

  test('[S27] a repeated write outside the window that the session remembers is taken again', () => {
    const short = { recovery: 'restart', epochOnRecovery: 'same', idempotenceWindowMs: 1000, ...SINGLY };
    expect(textOf(runDurable(short, crash(5000))).length).toBeGreaterThan(40);
  });

  test('[S28] an outage of the session layer loses no input that it took, and nothing that was published', () => {
    const run = runDurable({}, [
      { atMs: 1000, on: 'session', do: 'outage', forMs: 3000 },
      { atMs: 2500, on: 'phone', do: 'send' },
    ]);
    expect(run.report.agent).toMatchObject({ runs: 2, generated: 80, end: 'complete' });
    expect(run.holds('G1', 'G2', 'G3', 'G4')).toBe(true);
    expect(run.eventsOf('tokens.shown').filter(({ atMs }) => atMs > 1040 && atMs < 4000)).toEqual([]);
  });

  test('[S28] agents that are without their session for longer than the window give up their runs', () => {
    const outage = [{ atMs: 1000, on: 'session', do: 'outage', forMs: 5000 }];
    const { report, holds } = runDurable({ resumeWindowMs: 1000 }, outage);
    expect(report.agent.end).toBe('cancelled');
    expect(report.surfaces['laptop']?.status).toBe('cancelled');
    expect(holds('G1', 'G2')).toBe(true);
  });

  test('[S29] a prompt that finds no process is in the log, and is answered when one is up', () => {
    const { report } = runDurable({}, [{ atMs: 0, on: 'agent', do: 'crash', forMs: 3000 }]);
    expect(report.agent).toMatchObject({ runs: 1, startedAtMs: 3000, end: 'complete' });
    expect(report.surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0 });
  });
});

describe('a prompt for a process that stands still', () => {
  const sleepy = (forMs: number | null) => [
    { atMs: 0, on: 'agent', do: 'sleep', ...(forMs === null ? {} : { forMs }) },
  ];
  const started = ({ eventsOf }: DurableRun) => eventsOf('run.started').map(({ atMs, process }) => [atMs, process]);

  test('[A12] begins its run when the process goes on, and not before', () => {
    const run = runDurable({}, sleepy(4000));
    expect(started(run)).toEqual([[4000, 1]]);
    expect(textOf(run)).toEqual(upTo(40));
  });

  test('[A12] that is stopped meanwhile is stopped as its run begins', () => {
    const run = runDurable({}, [...sleepy(4000), { atMs: 2000, on: 'laptop', do: 'stop' }]);
    expect(started(run)).toEqual([[4000, 1]]);
    expect(run.eventsOf('stop.arrived')).toMatchObject([{ outcome: 'kept' }]);
    expect(run.report.agent).toMatchObject({ end: 'cancelled', generated: 0 });
  });

  test('[S29] is in the log when that process dies, and begins in the next one that is up', () => {
    const run = runDurable({}, [...sleepy(null), { atMs: 3000, on: 'agent', do: 'crash', forMs: 1000 }]);
    expect(started(run)).toEqual([[4000, 1]]);
    expect(textOf(run)).toEqual(upTo(40));
  });

  test('[A12] that waits counts as under way: the next prompt waits for it', () => {
    const run = runDurable({ doubleTexting: 'enqueue' }, [...sleepy(4000), { atMs: 2000, on: 'laptop', do: 'send' }]);
    const [first, second] = run.eventsOf('run.started');
    expect(first).toMatchObject({ turn: 1, atMs: 4000 });
    expect(second?.turn).toBe(2);
    expect(second?.atMs).toBeGreaterThanOrEqual(run.eventsOf('run.ended')[0]?.atMs ?? Infinity);
  });
});
