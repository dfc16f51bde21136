import { describe, expect, test } from 'vitest';
import { commandOf, KEY_BINDINGS } from './key-bindings.ts';
import type { KeyPress } from './key-bindings.ts';

/** `Shift ←` as printed on the page, as a browser reports it. */
function press(printed: string): KeyPress {
  const parts = printed.split(' ');
  const names: Readonly<Record<string, string>> = { Space: ' ', '←': 'ArrowLeft', '→': 'ArrowRight' };
  const last = parts.at(-1) ?? '';
  return plain(names[last] ?? last, { shiftKey: parts.includes('Shift') || last === '?' });
}

function plain(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

describe('keys', () => {
  test.each(KEY_BINDINGS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)))(
    '%s does what the help says: %s',
    (key, command) => {
      expect(commandOf(press(key), true)).toBe(command);
    },
  );

  test('do nothing when single keys are off, but for the usual chords', () => {
    for (const { keys } of KEY_BINDINGS) for (const key of keys) expect(commandOf(press(key), false)).toBeNull();
    expect(commandOf(plain('z', { ctrlKey: true }), false)).toBe('undo');
    expect(commandOf(plain('Z', { metaKey: true, shiftKey: true }), false)).toBe('redo');
  });

  test('with a modifier belong to the browser', () => {
    for (const key of ['d', 'r', 't', 'p', 's', 'c']) {
      expect(commandOf(plain(key, { ctrlKey: true }), true)).toBeNull();
      expect(commandOf(plain(key, { altKey: true }), true)).toBeNull();
    }
  });
});
