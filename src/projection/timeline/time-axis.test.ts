import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks, msAt, panSpan, xOf, zoomSpan } from './time-axis.ts';

const HORIZON_MS = 20_000;

test('a place on the axis and its moment are inverse', () => {
  fc.assert(
    fc.property(fc.nat(HORIZON_MS), fc.integer({ min: 100, max: 2000 }), (atMs, width) => {
      const span = { fromMs: 500, toMs: 8_500 };
      expect(msAt(xOf(atMs, span, width), span, width)).toBeCloseTo(atMs, 6);
    }),
    { seed: 4711 },
  );
});

test('zooming keeps the moment under the pointer and stays within the run', () => {
  const span = zoomSpan({ fromMs: 0, toMs: 8_000 }, 0.5, 2_000, HORIZON_MS);
  expect(span).toEqual({ fromMs: 1_000, toMs: 5_000 });
  expect(zoomSpan(span, 100, 2_000, HORIZON_MS)).toEqual({ fromMs: 0, toMs: HORIZON_MS });
});

test('panning stops at both ends of the run', () => {
  expect(panSpan({ fromMs: 1_000, toMs: 3_000 }, -5_000, HORIZON_MS)).toEqual({ fromMs: 0, toMs: 2_000 });
  expect(panSpan({ fromMs: 1_000, toMs: 3_000 }, 50_000, HORIZON_MS)).toEqual({ fromMs: 18_000, toMs: HORIZON_MS });
});

test('ticks carry their unit, seconds or milliseconds', () => {
  expect(axisTicks({ fromMs: 0, toMs: 8_000 }, 1_000).map(({ label }) => label)).toContain('3 s');
  expect(axisTicks({ fromMs: 0, toMs: 200 }, 1_000).map(({ label }) => label)).toContain('20 ms');
});
