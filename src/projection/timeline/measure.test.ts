import { expect, test } from 'vitest';
import { measureText } from './measure.ts';
import type { Marker } from './markers.ts';

const markers: readonly Marker[] = [
  { atMs: 1_000, label: 'stop pressed', lane: null, isFlag: true },
  { atMs: 1_840, label: 'last word', lane: 'One pipe', isFlag: false },
  { atMs: 1_090, label: 'last word', lane: 'Session', isFlag: false },
];

test('a measure between two names says both, its lane and its length', () => {
  expect(measureText({ fromMs: 1_000, toMs: 1_840 }, markers)).toBe('stop pressed → last word 840 ms, One pipe');
});

test('the hand may go backwards', () => {
  expect(measureText({ fromMs: 1_840, toMs: 1_000 }, markers)).toBe('stop pressed → last word 840 ms, One pipe');
});

test('ends in different lanes name theirs', () => {
  expect(measureText({ fromMs: 1_090, toMs: 1_840 }, markers)).toBe(
    'last word in Session → last word in One pipe 750 ms',
  );
});

test('between moments without a name only the length is said, and one without a name says its time', () => {
  expect(measureText({ fromMs: 10, toMs: 2_510 }, markers)).toBe('2.5 s');
  expect(measureText({ fromMs: 1_000, toMs: 1_500 }, markers)).toBe('stop pressed → 1.500 s 500 ms');
});
