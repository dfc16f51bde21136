import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { anyWorld } from '../../testing/worlds/arbitrary-world.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { axisLabels } from './axis-labels.ts';
import { overlap } from './label-layout.ts';
import { UNFOLDED } from './time-scale.ts';
import { layoutTimeline } from './timeline-geometry.ts';
import { timelineOf } from './timeline-model.ts';
import { timelineScene } from './timeline-scene.ts';

const widths = fc.constantFrom(360, 800, 1280, 1440);
const span = fc
  .tuple(fc.nat(20_000), fc.integer({ min: 50, max: 20_000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

test('whatever happens and however people zoom, remarks stand within their lane and apart from one another', () => {
  fc.assert(
    fc.property(anyWorld, widths, span, (parts, width, span) => {
      const run = simulate(buildScenario(parts));
      const model = timelineOf(run);
      const geometry = layoutTimeline({
        width,
        height: 330,
        lanes: model.lanes.length,
        surfaces: 3,
        hasServers: false,
      });
      const scene = timelineScene({
        model,
        report: run.report,
        ghost: null,
        flags: model.flags,
        span,
        folding: UNFOLDED,
        geometry,
      });
      scene.remarks.forEach((remarks, at) => {
        const plot = geometry.lanes[at]?.plot ?? { top: 0, height: 0 };
        remarks.forEach((remark, index) => {
          expect(remark.x).toBeGreaterThanOrEqual(0);
          expect(remark.x + remark.width).toBeLessThanOrEqual(geometry.plotWidth);
          expect(remark.y).toBeGreaterThanOrEqual(plot.top - 1);
          expect(remark.y + remark.height).toBeLessThanOrEqual(plot.top + plot.height);
          expect(remarks.slice(index + 1).filter((other) => overlap(remark, other))).toEqual([]);
        });
      });
      expect(new Set(axisLabels(scene).map(({ key }) => key)).size).toBe(axisLabels(scene).length);
    }),
    { seed: 4711, numRuns: 60 },
  );
});

test('where a flag stood is written on the axis, and the ticks make room', () => {
  const scenes = [1_500, 2_000].map((atMs) =>
    simulate(buildScenario({ horizonMs: 8_000, script: [{ atMs, on: 'laptop', do: 'open' }] })),
  );
  const [before, after] = scenes.map((run) => ({ run, model: timelineOf(run) }));
  if (before === undefined || after === undefined) throw new Error('both were run');
  const scene = timelineScene({
    model: after.model,
    report: after.run.report,
    ghost: { model: before.model, report: before.run.report },
    flags: after.model.flags,
    span: { fromMs: 0, toMs: 8_000 },
    folding: UNFOLDED,
    geometry: layoutTimeline({ width: 1_440, height: 330, lanes: 3, surfaces: 1, hasServers: false }),
  });
  const texts = axisLabels(scene).map(({ text }) => text);
  expect(texts).toContain('was 1.50');
  expect(texts).not.toContain('1.5 s');
  expect(texts).toContain('3 s');
});
