import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFaultPlace, jsonFieldPlace } from './json-place.ts';

const TEXT = '{\n  "a": [1, {"b": "x"}],\n  "c": null\n}';

test.each<readonly [path: readonly (string | number)[], line: number, column: number]>([
  [[], 1, 1],
  [['a'], 2, 8],
  [['a', 1], 2, 12],
  [['a', 1, 'b'], 2, 18],
  [['c'], 3, 8],
  [['a', 1, 'missing', 'deeper'], 2, 12],
  [['missing'], 1, 1],
])('%j stands at %i:%i, or what is around it does', (path, line, column) => {
  expect(jsonFieldPlace(TEXT, path)).toEqual({ line, column });
});

test.each([
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n"b": 2}', 2, 1],
  ['[1, 2', 1, 6],
  ['{"a": tru}', 1, 7],
  ['{"a": "line\nbreak"}', 1, 7],
  ['{} x', 1, 4],
  ['', 1, 1],
])('%j stops being JSON at %i:%i', (text, line, column) => {
  expect(jsonFaultPlace(text)).toEqual({ line, column });
});

test('a text that nests without end is no reason to fail', () => {
  expect(jsonFaultPlace('['.repeat(1_000_000))).toEqual({ line: 1, column: 1 });
});

test('whatever is JSON has no fault, and whatever is cut has one', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      expect(jsonFaultPlace(text)).toEqual({
        line: text.split('\n').length,
        column: text.length - text.lastIndexOf('\n'),
      });
      const piece = text.slice(0, cut % text.length);
      fc.pre(!isJson(piece));
      expect(jsonFaultPlace(piece).line).toBeGreaterThan(0);
    }),
    { seed: 1 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
