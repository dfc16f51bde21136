import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChange } from './text-change.ts';

test('only what differs is replaced', () => {
  expect(textChange('atMs: 900, on: laptop', 'atMs: 1100, on: laptop')).toEqual({ from: 6, to: 7, insert: '11' });
  expect(textChange('same', 'same')).toBeNull();
});

test('the change makes the one text of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textChange(before, after);
      const made =
        change === null ? before : `${before.slice(0, change.from)}${change.insert}${before.slice(change.to)}`;
      expect(made).toBe(after);
    }),
  );
});
