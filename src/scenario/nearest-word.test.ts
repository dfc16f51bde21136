import { expect, test } from 'vitest';
import { nearestWord, suggestWord } from './nearest-word.ts';

const VERBS = ['open', 'close', 'send', 'stop', 'refresh', 'drop'];

test.each([
  ['dorp', 'drop'],
  ['refersh', 'refresh'],
  ['stopp', 'stop'],
  ['Open', 'open'],
  ['REFRESH', 'refresh'],
])('%s is taken for %s', (word, meant) => {
  expect(nearestWord(word, VERBS)).toBe(meant);
});

test('a word that is near to none is left alone', () => {
  expect(nearestWord('explode', VERBS)).toBeNull();
  expect(suggestWord('explode', VERBS, 'Verbs')).toBe('Verbs: open, close, send, stop, refresh, drop.');
});

test('case, hyphens and underscores do not count', () => {
  expect(nearestWord('horizon_ms', ['horizonMs'])).toBe('horizonMs');
});
