import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture } from './qr-picture.ts';

const SCALE = 4;

/** The picture as a camera would see it from close by: its rectangles, painted dark on white. */
function paint(svg: string) {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = (row * side + Number(x) * SCALE) * 4;
      for (let at = from; at < from + Number(width) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  return { width: side, height: side, data };
}

test.each([
  'https://example.org/#/learn/wifi-blip',
  'http://127.0.0.1:4187/pull/the/plug/index.html#/learn/what-did-the-server-hear',
  'file:///home/somebody/Straße/index.html#/handout',
])('another program reads %s from the picture', (text) => {
  expect(decodeQR(paint(qrPicture(text)))).toBe(text);
});

test('the link of a lesson makes a code of few squares, and the same picture each time', () => {
  const text = 'https://example.org/#/learn/wifi-blip';
  expect(qrPicture(text)).toBe(qrPicture(text));
  expect(Number(/viewBox="0 0 (\d+) /.exec(qrPicture(text))?.[1])).toBeLessThanOrEqual(37 + 8);
});
