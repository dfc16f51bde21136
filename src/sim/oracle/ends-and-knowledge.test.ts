import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { buildTrace } from '../../testing/build-trace.ts';
import type { TraceBuilder } from '../../testing/build-trace.ts';
import { judgeLane } from './judge-lane.ts';

const HORIZON_MS = 20_000;

const scenario = buildScenario({
  lanes: ['durable-session'],
  horizonMs: HORIZON_MS,
  surfaces: { laptop: {}, phone: {} },
  script: [{ atMs: 0, on: 'laptop', do: 'open' }],
});

const open = (trace: TraceBuilder, actor = 'laptop') => trace.at(0, { type: 'surface.opened', actor, scriptIndex: 0 });
const learn = (trace: TraceBuilder, atMs: number, actor: string, end: 'complete' | 'cancelled' | null) =>
  trace.at(atMs, { type: 'run.learned', actor, run: 1, what: end === null ? 'began' : 'ended', end });
const appended = (trace: TraceBuilder, atMs: number, record: 'run-start' | 'run-end') =>
  trace.at(atMs, {
    type: 'record.appended',
    actor: 'session',
    offset: 0,
    record,
    run: 1,
    turn: 1,
    from: 0,
    to: 0,
    epoch: 0,
  });
const judge = (write: (trace: TraceBuilder) => void) =>
  judgeLane(scenario, buildTrace('durable-session', write)).guarantees;

describe('what everyone gets to know', () => {
  test('[G7] a surface that was never told that a run began breaks it', () => {
    const verdict = judge((trace) => {
      open(trace);
      open(trace, 'phone');
      trace.run(100, 1, 1);
      learn(trace, 110, 'laptop', null);
    });
    expect(verdict.G7).toMatchObject({ held: false, event: 'e2', surface: 'phone' });
  });

  test('[G7] a surface that was told of another end than there was breaks it', () => {
    const told = (end: 'complete' | 'cancelled' | null) =>
      judge((trace) => {
        open(trace);
        trace.run(100, 1, 1);
        learn(trace, 110, 'laptop', null);
        trace.end(200, 1, 'cancelled');
        if (end !== null) learn(trace, 210, 'laptop', end);
      }).G7;
    expect(told(null)).toMatchObject({ held: false, event: 'e4' });
    expect(told('complete')).toMatchObject({ held: false, event: 'e4' });
    expect(told('cancelled').held).toBe(true);
  });

  test('[G7] a reload forgets, and two seconds are given to every surface and every run', () => {
    const reloadedAt = (atMs: number) =>
      judge((trace) => {
        open(trace);
        trace.run(100, 1, 1);
        learn(trace, 110, 'laptop', null);
        trace.at(atMs, { type: 'screen.cleared', actor: 'laptop' });
      }).G7.held;
    expect(reloadedAt(10_000)).toBe(false);
    expect(reloadedAt(HORIZON_MS - 1_000)).toBe(true);
    expect(
      judge((trace) => {
        open(trace);
        trace.run(HORIZON_MS - 1_000, 1, 1);
      }).G7.held,
    ).toBe(true);
  });

  test('[G7] the surface whose stop ended the run knows that by itself, another one does not', () => {
    const verdict = judge((trace) => {
      open(trace);
      open(trace, 'phone');
      trace.run(100, 1, 1);
      learn(trace, 110, 'phone', null);
      const stop = trace.at(200, { type: 'stop.pressed', actor: 'laptop', scriptIndex: 1, turn: 1 });
      trace.end(220, 1, 'cancelled', stop);
    });
    expect(verdict.G7).toMatchObject({ held: false, surface: 'phone', event: 'e6' });
  });

  test('[G7] nobody is owed anything by a session layer that is out', () => {
    const verdict = judge((trace) => {
      open(trace);
      trace.run(100, 1, 1);
      trace.at(150, { type: 'outage.began', actor: 'session', scriptIndex: 1, forMs: null });
    });
    expect(verdict.G7.held).toBe(true);
  });
});

describe('how runs end', () => {
  test('[G8] a run that stands still for ever breaks it', () => {
    const verdict = judge((trace) => {
      trace.run(100, 1, 1);
      trace.at(200, { type: 'run.stalled', actor: 'agent', run: 1 });
    });
    expect(verdict.G8).toMatchObject({ held: false, event: 'e2' });
  });

  test('[G8] a crash that leaves a surface waiting breaks it, unless the run is adopted or done again', () => {
    const after = (write: (trace: TraceBuilder) => void) =>
      judge((trace) => {
        open(trace);
        trace.at(50, { type: 'prompt.sent', actor: 'laptop', scriptIndex: 1, turn: 1, text: '' });
        trace.run(100, 1, 1);
        trace.at(110, { type: 'status.changed', actor: 'laptop', status: 'streaming' });
        trace.end(200, 1, 'crashed');
        write(trace);
      }).G8;
    expect(after(() => undefined)).toMatchObject({ held: false, event: 'e5', surface: 'laptop' });
    const adopt = { type: 'run.adopted', actor: 'agent', run: 1, epoch: 1, from: 2, process: 2 } as const;
    expect(after((trace) => trace.at(300, adopt)).held).toBe(true);
    expect(after((trace) => trace.run(300, 2, 1)).held).toBe(true);
    const told = { type: 'status.changed', actor: 'laptop', status: 'error' } as const;
    expect(after((trace) => trace.at(300, told)).held).toBe(true);
  });

  test('[G8] a log with the beginning of a run that is over, and without its end, breaks it', () => {
    const endedAt = (atMs: number | null, loggedAtMs: number | null) =>
      judge((trace) => {
        appended(trace, 90, 'run-start');
        trace.run(100, 1, 1);
        if (atMs !== null) trace.end(atMs, 1, 'crashed');
        if (loggedAtMs !== null) appended(trace, loggedAtMs, 'run-end');
      }).G8;
    expect(endedAt(200, null)).toMatchObject({ held: false, event: 'e3' });
    expect(endedAt(200, 400).held).toBe(true);
    expect(endedAt(HORIZON_MS - 1_000, null).held).toBe(true);
    expect(endedAt(null, null).held).toBe(true);
  });
});
