import { expect, test } from 'vitest';
import { createTabStore } from './tab-store.ts';

/** As much of a browser's storage as fits into `room` characters. */
function storageOf(room: number): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, text) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

test('what is written is read until it is forgotten', () => {
  const storage = storageOf(100);
  const store = createTabStore(() => storage);
  expect(store.read('a')).toBeNull();
  store.write('a', 'text');
  expect(store.read('a')).toBe('text');
  store.write('a', null);
  expect(store.read('a')).toBeNull();
});

test('what there is no room for is not kept, and neither is what was there before', () => {
  const storage = storageOf(4);
  const store = createTabStore(() => storage);
  store.write('a', 'text');
  store.write('a', 'longer');
  expect(store.read('a')).toBeNull();
});

test('a browser that forbids storage keeps nothing, and nothing fails', () => {
  const store = createTabStore(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  store.write('a', 'text');
  store.write('a', null);
  expect(store.read('a')).toBeNull();
});
