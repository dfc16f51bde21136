import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareLinks } from '../../testing/arbitrary-link.ts';
import { LESSON_STEPS } from './lesson-progress.ts';
import { decodeLearnLink, encodeLearnLink } from './learn-link.ts';
import type { LearnLink } from './learn-link.ts';

const MODEL = 2;
const NOWHERE = { lesson: 'wifi-blip', step: null, beat: null, solution: null };

test('encode, decode, encode is the identity for every place of a lesson', () => {
  const place: fc.Arbitrary<Pick<LearnLink, 'step' | 'beat'>> = fc.oneof(
    fc.constantFrom(null, ...LESSON_STEPS).map((step) => ({ step, beat: null })),
    fc.nat(98).map((beat) => ({ step: 'run' as const, beat })),
  );
  fc.assert(
    fc.property(place, fc.constantFrom('wifi-blip', 'a', 'stop-or-refresh-2'), (at, lesson) => {
      const link: LearnLink = { lesson, ...at, solution: null };
      const encoded = encodeLearnLink(link);
      expect(decodeLearnLink(encoded.ok ? encoded.value : '', MODEL)).toEqual({ ok: true, value: link });
    }),
    { seed: 5 },
  );
});

test('a solution travels as the parameters of a share link', () => {
  fc.assert(
    fc.property(shareLinks, (shared) => {
      const link: LearnLink = {
        lesson: 'wifi-blip',
        step: 'try',
        beat: null,
        solution: { ...shared, scenario: 'wifi-blip', source: null, model: MODEL },
      };
      const encoded = encodeLearnLink(link);
      const text = encoded.ok ? encoded.value : '';
      fc.pre(text !== '');
      expect(text).toMatch(/^#\/learn\/wifi-blip\/try\?c=/);
      expect(decodeLearnLink(text, MODEL)).toEqual({ ok: true, value: link });
    }),
    { seed: 6 },
  );
});

test('other addresses are not its business', () => {
  expect(decodeLearnLink('#/play/wifi-blip', MODEL)).toEqual({ ok: true, value: null });
  expect(decodeLearnLink('#/learn/wifi-blip', MODEL)).toEqual({ ok: true, value: NOWHERE });
});

test.each<readonly [hash: string, said: string]>([
  ['#/learn/', 'it names no lesson'],
  ['#/learn/Wifi', 'it names no lesson'],
  ['#/learn/wifi-blip/explian', 'a lesson has no such place'],
  ['#/learn/wifi-blip/beat/0', 'a lesson has no such place'],
  ['#/learn/wifi-blip/run?c=1', 'only a challenge takes changes'],
  ['#/learn/wifi-blip/try?c=0000000&v=2&seed=5', 'it was cut or changed on its way'],
])('%s is refused', (hash, said) => {
  const decoded = decodeLearnLink(hash, MODEL);
  expect(decoded.ok ? '' : decoded.error[0]?.reason).toContain(said);
});
