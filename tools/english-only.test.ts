import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { englishInsteadOf } from './english-only.ts';

const folder = fileURLToPath(new URL('../node_modules/react-aria/dist/private/intl/overlays/', import.meta.url));

describe('the sentences of react-aria', () => {
  test('other languages are where the plugin looks for them, and become English', () => {
    expect(existsSync(`${folder}de-DE.mjs`)).toBe(true);
    expect(englishInsteadOf(`${folder}de-DE.mjs`)).toBe(`export { default } from './en-US.mjs';`);
  });

  test('English itself, and every other file, stays as it is', () => {
    expect(englishInsteadOf(`${folder}en-US.mjs`)).toBeNull();
    expect(englishInsteadOf('/src/intl/menu/de-DE.mjs')).toBeNull();
  });
});
