import { expect, test } from 'vitest';
import { copyState } from './copy-state.ts';

class Held {
  readonly name = 'held';
}

test('objects, arrays, maps and sets are copied, what has a prototype of its own is shared', () => {
  const held = new Held();
  const state = { list: [{ at: 1 }], map: new Map([['a', { at: 2 }]]), set: new Set([3]), held };
  const copy = copyState(state);
  expect(copy).toEqual(state);
  expect([copy.list, copy.list[0], copy.map, copy.map.get('a'), copy.set]).not.toContain(state.list[0]);
  expect(copy.map).not.toBe(state.map);
  expect(copy.set).not.toBe(state.set);
  expect(copy.held).toBe(held);
});

test('what is held at two places is one thing in the copy as well', () => {
  const connection = { end: 'open' };
  const copy = copyState({ all: new Map([[1, connection]]), waiting: [{ connection }] });
  expect(copy.waiting[0]?.connection).toBe(copy.all.get(1));
  expect(copy.all.get(1)).not.toBe(connection);
});
