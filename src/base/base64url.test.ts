import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

test('bytes survive the way through text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64Url(bytes);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(text)).toEqual(bytes);
    }),
  );
});

test('text that no bytes give is refused', () => {
  expect(decodeBase64Url('A')).toBeNull();
  expect(decodeBase64Url('AB')).toBeNull();
  expect(decodeBase64Url('AAA+')).toBeNull();
});
