import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTalkLink, writeTalkLink } from './talk-link.ts';
import type { TalkLink } from './talk-link.ts';

const link: fc.Arbitrary<TalkLink> = fc.record({
  lesson: fc.constantFrom('wifi-blip', 'the-seam', 'a1'),
  place: fc.constantFrom('audience' as const, 'notes' as const, 'vote' as const),
  talk: fc.constantFrom(null, 'k3f9', 'deck-2'),
  isEmbed: fc.boolean(),
  host: fc.constantFrom(null, 'https://slides.example', 'http://localhost:4173'),
});

test('an address is read as it was written', () => {
  fc.assert(
    fc.property(link, (written) => {
      expect(readTalkLink(writeTalkLink(written))).toEqual(written);
    }),
    { seed: 3 },
  );
});

test('what names no lesson is no talk, and what is no talk or origin is left out', () => {
  expect(readTalkLink('#/present')).toBeNull();
  expect(readTalkLink('#/present/Wifi Blip')).toBeNull();
  expect(readTalkLink('#/learn/wifi-blip')).toBeNull();
  expect(readTalkLink('#/present/wifi-blip?talk=<b>&host=javascript:1&host=%')).toMatchObject({
    talk: null,
    host: null,
  });
});
