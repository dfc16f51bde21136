import { expect, test } from 'vitest';
import { LANE_HUES } from '../../sim/lanes/lane-list.ts';
import { laneToken, tokensOf } from '../../testing/colour/theme-tokens.ts';
import { figureHue } from './figure-hue.ts';

test.for(LANE_HUES)('$of.name has the same colour in a picture as on the page', ({ of, hue }) => {
  const token = laneToken(of.name);
  expect(hue).toEqual({ light: tokensOf('light')[token], dark: tokensOf('dark')[token] });
  expect(figureHue(of.name)).toBe(`light-dark(${hue.light},${hue.dark})`);
});

test('a lane that nobody knows has the colour of the ink', () => {
  expect(figureHue('a-lane')).toBe('var(--ink)');
});
