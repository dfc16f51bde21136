import fc from 'fast-check';
import { expect, test } from 'vitest';
import { popHeap, pushHeap } from './heap.ts';

test('a heap gives back what it was given, least first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap: number[] = [];
      for (const number of numbers) pushHeap(heap, number, (a, b) => a < b);
      const taken: (number | undefined)[] = [];
      while (heap.length > 0) taken.push(popHeap(heap, (a, b) => a < b));
      expect(taken).toEqual(numbers.toSorted((a, b) => a - b));
    }),
    { seed: 4711 },
  );
});

test('an empty heap has nothing to give', () => {
  expect(popHeap<number>([], (a, b) => a < b)).toBeUndefined();
});
