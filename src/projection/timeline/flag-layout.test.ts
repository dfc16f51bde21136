import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { layoutBands, layoutFlags } from './flag-layout.ts';
import { flagsOf } from './flags.ts';
import type { Flag } from './flags.ts';
import { hitFlag } from './hit-test.ts';
import { createTimeScale } from './time-scale.ts';

const WIDTH = 1_000;
const SCALE = createTimeScale({ fromMs: 0, toMs: 8_000 }, WIDTH);

function flagsAt(times: readonly number[]): readonly Flag[] {
  const script = times.map((atMs) => ({ atMs, on: 'laptop', do: 'refresh' as const }));
  return flagsOf(simulate(buildScenario({ horizonMs: 8_000, script })));
}

function dropFor(forMs: number | undefined): readonly Flag[] {
  const script = [{ atMs: 1_000, on: 'laptop', do: 'drop', how: 'silent', ...(forMs === undefined ? {} : { forMs }) }];
  return flagsOf(simulate(buildScenario({ horizonMs: 8_000, script })));
}

test('no flag covers another, and each can say more than a pin when it has room', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8_000), { minLength: 1, maxLength: 20 }), (times) => {
      const boxes = layoutFlags(flagsAt(times), SCALE);
      expect(boxes).toHaveLength(times.length);
      boxes.slice(1).forEach((box, at) => {
        const before = boxes[at];
        expect(box.left).toBeGreaterThanOrEqual((before?.left ?? 0) + (before?.width ?? 0));
      });
    }),
    { seed: 4711, numRuns: 60 },
  );
  expect(layoutFlags(flagsAt([0, 4_000]), SCALE).map(({ form }) => form)).toEqual(['full', 'full']);
  expect(layoutFlags(flagsAt([0, 250]), SCALE).map(({ form }) => form)).toEqual(['pin', 'full']);
});

test('a flag at the right edge hangs to the left of its moment', () => {
  const [box] = layoutFlags(flagsAt([8_000]), SCALE);
  expect(box?.form).toBe('full');
  expect((box?.left ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(WIDTH + 20);
});

test('the end of a drop is taken hold of where it is, or beside a flag that would hide it', () => {
  const [long] = layoutFlags(dropFor(2_000), SCALE);
  expect(long?.gripX).toBe(375);
  const [short] = layoutFlags(dropFor(50), SCALE);
  expect(short?.gripX).toBeGreaterThan((short?.left ?? 0) + (short?.width ?? 0));
});

test('a drop that never heals goes on to the edge and has no end to drag', () => {
  const [box] = layoutFlags(dropFor(undefined), SCALE);
  expect(box?.gripX).toBeNull();
  expect(layoutBands(dropFor(undefined), SCALE)).toMatchObject([{ x: 125, width: 875, isOpen: true }]);
});

test('what a drop lasts for stays in sight when its flag is not', () => {
  const later = createTimeScale({ fromMs: 2_000, toMs: 4_000 }, WIDTH);
  expect(layoutFlags(dropFor(2_000), later)).toEqual([]);
  expect(layoutBands(dropFor(2_000), later)).toMatchObject([{ x: 0, width: 500, isOpen: false }]);
});

test('a pointer finds the flag under it, a finger the nearest one, and nothing on empty track', () => {
  const boxes = layoutFlags(dropFor(2_000), SCALE);
  expect(hitFlag(boxes, 130, 2)).toEqual({ index: 0, part: 'body' });
  expect(hitFlag(boxes, 376, 2)).toEqual({ index: 0, part: 'end' });
  expect(hitFlag(boxes, 113, 2)).toBeNull();
  expect(hitFlag(boxes, 113, 14)).toEqual({ index: 0, part: 'body' });
});
