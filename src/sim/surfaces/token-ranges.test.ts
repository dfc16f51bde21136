import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorldStage } from '../../testing/world-stage.ts';
import { Surfaces, createSurfaceState } from './surfaces.ts';
import { rangesMissing, rangesWith } from './token-ranges.ts';
import type { TokenRange } from './token-ranges.ts';

const span = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(12)).map(([from, more]) => ({ from, to: from + more }));
const tokensOf = (ranges: readonly TokenRange[]): readonly number[] =>
  ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

test('ranges hold what was added, and miss the rest', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (added, asked) => {
      let ranges: readonly TokenRange[] = [];
      for (const { from, to } of added) ranges = rangesWith(ranges, from, to);
      const held = new Set(tokensOf(added));
      expect(tokensOf(ranges)).toEqual([...held].toSorted((a, b) => a - b));
      ranges.forEach(({ from }, at) => expect(from).toBeGreaterThan((ranges[at - 1]?.to ?? -1) + 1));
      expect(tokensOf(rangesMissing(ranges, asked.from, asked.to))).toEqual(
        tokensOf([asked]).filter((token) => !held.has(token)),
      );
    }),
  );
});

test('a message that is rebuilt in place fills the holes on the screen; one that is appended doubles', () => {
  const stage = new WorldStage();
  const surface = createSurfaceState('laptop', true);
  const surfaces = new Surfaces(new Map([['laptop', surface]]), stage.kernel);
  const part = (from: number, to: number) => ({ run: 1, from, to, via: 'live', offset: null }) as const;
  surfaces.show(surface, part(1, 5));
  surfaces.show(surface, part(9, 10));
  surfaces.show(surface, part(1, 12));
  surfaces.append(surface, part(4, 13));
  expect(stage.facts('tokens.shown').map(({ from, to }) => [from, to])).toEqual([
    [1, 5],
    [9, 10],
    [6, 8],
    [11, 12],
    [4, 13],
  ]);
  expect(surfaces.shownOf(surface, 1)).toBe(13);
});
