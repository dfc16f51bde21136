import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSharer, shareData } from './share-data.ts';

const copyOf = <T>(value: T): T => structuredClone(value);

describe('shared data', () => {
  test('a copy is replaced by what it is a copy of', () => {
    const before = { lanes: [{ name: 'a', words: ['one', 'two'] }], isWhole: true, none: null };
    expect(shareData(before, copyOf(before))).toBe(before);
  });

  test('where one part differs, every other part stays the same object', () => {
    const before = {
      lanes: [
        { name: 'a', words: ['one'] },
        { name: 'b', words: ['two'] },
      ],
      text: 'x',
    };
    const now = copyOf(before);
    const changed = { ...now, lanes: [now.lanes[0], { name: 'b', words: ['three'] }] } as typeof before;
    const after = shareData(before, changed);
    expect(after).toEqual(changed);
    expect(after.lanes[0]).toBe(before.lanes[0]);
    expect(after.lanes).not.toBe(before.lanes);
  });

  test('a list that grew or shrank is another one, with the same items', () => {
    const before = [{ word: 1 }, { word: 2 }];
    expect(shareData(before, [{ word: 1 }])).toEqual([{ word: 1 }]);
    const longer = shareData(before, [{ word: 1 }, { word: 2 }, { word: 3 }]);
    expect(longer).toHaveLength(3);
    expect(longer[1]).toBe(before[1]);
  });

  test('a field that is there and undefined is not one that is missing', () => {
    const before: Readonly<Record<string, unknown>> = { a: 1, b: undefined };
    const now: Readonly<Record<string, unknown>> = { a: 1, c: undefined };
    expect(Object.keys(shareData(before, now))).toEqual(['a', 'c']);
  });

  test('what is shared is always equal to what came, whatever was there before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        const kept = copyOf(before);
        expect(shareData(before, now)).toStrictEqual(now);
        expect(before).toStrictEqual(kept);
      }),
      { seed: 20_261_125 },
    );
  });

  test('a sharer holds on to the newest value', () => {
    const share = createSharer<{ readonly at: { readonly ms: number } }>();
    const first = share({ at: { ms: 1 } });
    expect(share({ at: { ms: 1 } })).toBe(first);
    const second = share({ at: { ms: 2 } });
    expect(second).toEqual({ at: { ms: 2 } });
    expect(share({ at: { ms: 2 } })).toBe(second);
  });
});
