/** What people can do to a running answer of the durable lane. */

import { describe, expect, test } from 'vitest';
import { runDurable } from '../testing/durable-run.ts';

const ASKING = {
  agent: {
    answer: { text: 'word' },
    tokens: 40,
    parts: [
      { afterToken: 10, approval: 'pay' },
      { afterToken: 20, tool: 'mail', forMs: 500 },
    ],
  },
};
const approve = { atMs: 2000, on: 'phone', do: 'approve' };

describe('control in a session', () => {
  test('[S16] a steer is taken in before the next step, or at once', () => {
    const steer = { atMs: 500, on: 'phone', do: 'steer', text: 'shorter' };
    const consumedAt = (options: object) =>
      runDurable(options, [steer, approve], ASKING).eventsOf('steer.consumed')[0]?.atMs;
    expect(consumedAt({})).toBe(780);
    expect(consumedAt({ steerAt: 'once' })).toBe(530);
  });

  test('[S16] a steer after the last step is never consumed, one after the end is too late', () => {
    const late = runDurable({}, [{ atMs: 2270, on: 'phone', do: 'steer' }]);
    expect(late.eventsOf('steer.arrived')).toMatchObject([{ outcome: 'too-late' }]);
    const unheard = runDurable({}, [{ atMs: 1000, on: 'phone', do: 'steer' }]);
    expect(unheard.eventsOf('steer.arrived')).toMatchObject([{ outcome: 'kept' }]);
    expect(unheard.eventsOf('steer.consumed')).toEqual([]);
  });

  test.each([
    ['concurrent', { runs: 2, generated: 80, end: 'complete' }],
    ['enqueue', { runs: 2, generated: 80, end: 'complete' }],
    ['interrupt', { runs: 2, generated: 54, end: 'complete' }],
    ['rollback', { runs: 2, generated: 54, end: 'complete' }],
    ['reject', { runs: 1, generated: 40, end: 'complete' }],
  ])('[S17] a prompt during an answer, by the policy %s', (doubleTexting, agent) => {
    const run = runDurable({ doubleTexting }, [{ atMs: 1000, on: 'phone', do: 'send' }]);
    expect(run.report.agent).toMatchObject(agent);
    expect(run.holds('G1', 'G2', 'G4')).toBe(true);
  });

  test('[S17] enqueue waits for the end of the answer before; rollback takes its words off the screens', () => {
    const second = { atMs: 1000, on: 'phone', do: 'send' };
    const [first, queued] = runDurable({ doubleTexting: 'enqueue' }, [second]).eventsOf('run.started');
    expect((queued?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(2150);
    expect(runDurable({ doubleTexting: 'rollback' }, [second]).eventsOf('answer.discarded')).toHaveLength(2);
  });

  test('[S17] under reject two prompts that cross are one run and one that is over before it began', () => {
    const { report, eventsOf } = runDurable({ doubleTexting: 'reject' }, [{ atMs: 105, on: 'phone', do: 'send' }]);
    expect(report.agent.runs).toBe(1);
    expect(eventsOf('record.appended').filter(({ record, run }) => record === 'run-end' && run === null)).toHaveLength(
      1,
    );
  });

  test('[S18] of two answers to a question the first in the log wins, and every surface sees it settled', () => {
    const { eventsOf, report } = runDurable({}, [approve, { atMs: 2005, on: 'laptop', do: 'reject' }], ASKING);
    expect(eventsOf('approval.arrived').map(({ answer, outcome }) => [answer, outcome])).toEqual([
      ['approve', 'applied'],
      ['reject', 'too-late'],
    ]);
    expect(eventsOf('effect.applied').map(({ step }) => step)).toEqual(['pay-1', 'mail-2']);
    expect(eventsOf('approval.shown').filter(({ isShown }) => !isShown)).toHaveLength(2);
    expect(report.agent.end).toBe('complete');
  });

  test('[S8] [S18] one surface that answers two questions of a run, or steers it twice, makes two records', () => {
    const twice = {
      agent: {
        ...ASKING.agent,
        parts: [
          { afterToken: 10, approval: 'pay' },
          { afterToken: 20, approval: 'ship' },
        ],
      },
    };
    const answers = runDurable({}, [approve, { ...approve, atMs: 5000 }], twice);
    expect(answers.eventsOf('approval.arrived').map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(answers.report.agent).toMatchObject({ end: 'complete', effects: 2 });
    const steer = { on: 'phone', do: 'steer', text: 'shorter' };
    const steers = runDurable({}, [{ ...steer, atMs: 500 }, { ...steer, atMs: 600 }, approve], ASKING);
    expect(steers.eventsOf('record.appended').filter(({ record }) => record === 'steer')).toHaveLength(2);
  });

  test('[S18] an open question survives a refresh and is there on a surface that comes later; without an answer it pends for ever', () => {
    const refresh = { atMs: 1500, on: 'laptop', do: 'refresh' };
    const { eventsOf, report } = runDurable({}, [refresh], ASKING);
    expect(eventsOf('approval.shown').filter(({ actor, isShown }) => actor === 'laptop' && isShown)).toHaveLength(2);
    expect(report.agent.end).toBe('running');
  });

  test('[S18] a rejection is an answer: the run goes on without the effect', () => {
    const { eventsOf, report } = runDurable({}, [{ atMs: 2000, on: 'phone', do: 'reject' }], ASKING);
    expect(eventsOf('effect.applied').map(({ step }) => step)).toEqual(['mail-2']);
    expect(report.agent.end).toBe('complete');
  });

  test('[S19] a person who takes over ends the run, everyone is told, and no prompt wakes an agent any more', () => {
    const run = runDurable({}, [
      { atMs: 1000, on: 'phone', do: 'join' },
      { atMs: 2000, on: 'laptop', do: 'send' },
    ]);
    expect(run.report.agent).toMatchObject({ runs: 1, end: 'cancelled' });
    expect(run.eventsOf('run.learned').filter(({ what, end }) => what === 'ended' && end === 'cancelled')).toHaveLength(
      2,
    );
    expect(run.report.surfaces['laptop']?.status).toBe('waiting');
  });

  test('[S20] a leashed wake-up ends the run with the page that called; a detached one does not', () => {
    const refresh = [{ atMs: 1000, on: 'laptop', do: 'refresh' }];
    const leashed = runDurable({ wakeUp: 'leashed' }, refresh);
    expect(leashed.report.agent.end).toBe('cancelled');
    expect(leashed.holds('G6')).toBe(false);
    const detached = runDurable({}, refresh);
    expect(detached.report.agent.end).toBe('complete');
    expect(detached.holds('G6')).toBe(true);
  });

  test('[S21] a stop from a surface that may not stop changes nothing; whether it is told is an option', () => {
    const fields = { surfaces: { laptop: {}, phone: { mayStop: false } } };
    const stop = [{ atMs: 1000, on: 'phone', do: 'stop' }];
    const silent = runDurable({}, stop, fields);
    expect(silent.report.agent.end).toBe('complete');
    expect(silent.eventsOf('write.refused')).toMatchObject([{ reason: 'not-allowed', writer: 'phone', isTold: false }]);
    expect(runDurable({ rejections: 'told' }, stop, fields).eventsOf('write.refused')).toMatchObject([
      { isTold: true },
    ]);
  });

  test('[S22] each agent publishes for itself: one that dies takes no other with it', () => {
    const agents = { agents: { hotels: { answer: { text: 'room' }, tokens: 30 } } };
    const both = runDurable({}, [], agents);
    expect(both.eventsOf('run.started').map(({ actor }) => actor)).toEqual(['agent', 'hotels']);
    expect(both.holds('G1', 'G2', 'G3')).toBe(true);
    const one = runDurable({}, [{ atMs: 1000, on: 'hotels', do: 'crash' }], agents);
    expect(one.eventsOf('run.ended').map(({ actor, end }) => [actor, end])).toEqual([
      ['hotels', 'crashed'],
      ['agent', 'complete'],
    ]);
  });
});
