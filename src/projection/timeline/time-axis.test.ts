import { expect, test } from 'vitest';
import { axisTicks, panSpan, stretchSpan, zoomSpan } from './time-axis.ts';
import { createTimeScale } from './time-scale.ts';

const HORIZON_MS = 20_000;
const FOLDING = { stretches: [{ fromMs: 4_000, toMs: 16_000 }], packedMs: 500 };
const near = (span: { readonly fromMs: number; readonly toMs: number }) => ({
  fromMs: Math.round(span.fromMs),
  toMs: Math.round(span.toMs),
});

test('zooming keeps the moment under the pointer and stays within the run', () => {
  const span = zoomSpan({ fromMs: 0, toMs: 8_000 }, 0.5, 2_000, HORIZON_MS);
  expect(span).toEqual({ fromMs: 1_000, toMs: 5_000 });
  expect(zoomSpan(span, 100, 2_000, HORIZON_MS)).toEqual({ fromMs: 0, toMs: HORIZON_MS });
});

test('zooming across a fold keeps the pixel of the moment under the pointer', () => {
  const before = createTimeScale({ fromMs: 0, toMs: HORIZON_MS }, 1_000, FOLDING);
  const span = zoomSpan(before.span, 0.6, 17_000, HORIZON_MS, FOLDING);
  expect(createTimeScale(span, 1_000, FOLDING).xOf(17_000)).toBeCloseTo(before.xOf(17_000), 6);
  expect(near(zoomSpan(span, 100, 17_000, HORIZON_MS, FOLDING))).toEqual({ fromMs: 0, toMs: HORIZON_MS });
});

test('panning goes by shares of what is in sight and stops at both ends of the run', () => {
  expect(panSpan({ fromMs: 1_000, toMs: 3_000 }, 0.5, HORIZON_MS)).toEqual({ fromMs: 2_000, toMs: 4_000 });
  expect(panSpan({ fromMs: 1_000, toMs: 3_000 }, -5, HORIZON_MS)).toEqual({ fromMs: 0, toMs: 2_000 });
  expect(panSpan({ fromMs: 1_000, toMs: 3_000 }, 50, HORIZON_MS)).toEqual({ fromMs: 18_000, toMs: HORIZON_MS });
});

test('panning over a fold shows as much unfolded time as before', () => {
  const span = panSpan({ fromMs: 0, toMs: 4_000 }, 0.5, HORIZON_MS, FOLDING);
  expect(near(span)).toEqual({ fromMs: 2_000, toMs: 17_500 });
  expect(near(panSpan(span, -0.5, HORIZON_MS, FOLDING))).toEqual({ fromMs: 0, toMs: 4_000 });
});

test('an edge of the window stops at the other one and at the ends of the run', () => {
  const span = { fromMs: 1_000, toMs: 3_000 };
  expect(stretchSpan(span, 'from', 9_000, HORIZON_MS)).toEqual({ fromMs: 2_950, toMs: 3_000 });
  expect(stretchSpan(span, 'to', 0, HORIZON_MS)).toEqual({ fromMs: 1_000, toMs: 1_050 });
  expect(stretchSpan(span, 'to', 99_000, HORIZON_MS)).toEqual({ fromMs: 1_000, toMs: HORIZON_MS });
});

test('ticks carry their unit: minutes, seconds or milliseconds', () => {
  const labels = (toMs: number) => axisTicks(createTimeScale({ fromMs: 0, toMs }, 1_000)).map(({ label }) => label);
  expect(labels(600_000)).toContain('3 min');
  expect(labels(8_000)).toContain('3 s');
  expect(labels(200)).toContain('20 ms');
});

test('a fold has no ticks within, and those after it tell the real time', () => {
  const ticks = axisTicks(createTimeScale({ fromMs: 0, toMs: HORIZON_MS }, 1_000, FOLDING));
  expect(ticks.filter(({ atMs }) => atMs > 4_000 && atMs < 16_000)).toEqual([]);
  expect(ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(['4 s', '16 s', '20 s']));
});
