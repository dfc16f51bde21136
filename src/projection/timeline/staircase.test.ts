import { expect, test } from 'vitest';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { countAt, screenCurves } from './staircase.ts';

type Shown = Extract<TraceEvent, { readonly type: 'tokens.shown' }>;

function shown(atMs: number, from: number, to: number): Shown {
  const fact = { id: 0, atMs, lane: 'any', actor: 'laptop', causedBy: null } as const;
  return { ...fact, type: 'tokens.shown', run: 1, from, to, via: 'live', messages: 1, offset: null };
}

function traceOf(events: readonly TraceEvent[]): LaneTrace {
  return { name: 'any', lane: 'durable-session', title: '', subtitle: '', events };
}

test('words that stand twice count twice, and once among the distinct', () => {
  const { shown: all, distinct } = screenCurves(traceOf([shown(10, 1, 5), shown(20, 3, 7)]), 'laptop');
  expect([countAt(all, 20), countAt(distinct, 20)]).toEqual([10, 7]);
});

test('while nothing is doubled there is one curve, not two', () => {
  const curves = screenCurves(traceOf([shown(10, 1, 5), shown(20, 6, 7)]), 'laptop');
  expect(curves.distinct).toBe(curves.shown);
});

test('what happens in one moment is one step', () => {
  const { shown: all } = screenCurves(traceOf([shown(10, 1, 1), shown(10, 2, 2), shown(30, 3, 3)]), 'laptop');
  expect([...all.times]).toEqual([10, 30]);
  expect([...all.counts]).toEqual([2, 3]);
  expect([9, 10, 29, 30].map((atMs) => countAt(all, atMs))).toEqual([0, 2, 2, 3]);
});
