import { expect, test } from 'vitest';
import { byteSize } from './byte-size.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [84_285, '84.3 kB'],
  [123_456, '123 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [200_000_000, '200 MB'],
])('%i bytes are %s', (bytes, said) => {
  expect(byteSize(bytes)).toBe(said);
});
