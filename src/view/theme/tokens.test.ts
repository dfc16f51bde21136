import { describe, expect, test } from 'vitest';
import {
  colourDistance,
  contrast,
  linearRgb,
  seenAs,
  VISION_MATRICES,
  VISIONS,
} from '../../testing/colour/colour-science.ts';
import { ownTokensOf, tokensOf } from '../../testing/colour/theme-tokens.ts';
import type { ThemeName } from '../../testing/colour/theme-tokens.ts';

const THEMES = ['light', 'dark', 'projector', 'print'] as const;
const HUES = ['naive', 'resume', 'socket', 'durable'] as const;
/** Large enough to tell two lines or squares apart at a glance; side by side 0.02 would do. */
const LEAST_DISTANCE = 0.065;
const GROUNDS = ['ground', 'sheet', 'rule-2'] as const;

/** Every text colour with what it stands on. */
const TEXT: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'good', 'harm', ...HUES].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...HUES.flatMap((hue) => [[hue, `${hue}-tint`] as const, ['ink', `${hue}-tint`] as const, ['sheet', hue] as const]),
  ['harm', 'harm-tint'],
  ['ink', 'harm-tint'],
  ['on-harm', 'harm'],
];

const GRAPHICS: readonly (readonly [mark: string, ground: string])[] = [
  ...GROUNDS.map((ground) => ['focus', ground] as const),
  ...GROUNDS.map((ground) => ['ink-3', ground] as const),
];

function colourOf(theme: ThemeName, token: string) {
  return linearRgb(tokensOf(theme)[token] ?? expect.fail(`${theme} has no ${token}`));
}

function pairsBelow(theme: ThemeName, pairs: typeof TEXT, least: number): readonly string[] {
  return pairs.flatMap(([mark, ground]) => {
    const ratio = contrast(colourOf(theme, mark), colourOf(theme, ground));
    return ratio < least ? [`${mark} on ${ground}: ${ratio.toFixed(2)}`] : [];
  });
}

test('the instruments are right: known contrasts, white stays white, and red and green are one to some', () => {
  const [white, black] = [linearRgb('#ffffff'), linearRgb('#000000')];
  expect(contrast(white, black)).toBeCloseTo(21, 5);
  expect(contrast(linearRgb('#767676'), white)).toBeCloseTo(4.54, 2);
  expect(colourDistance(white, black)).toBeCloseTo(1, 3);
  for (const vision of VISIONS) {
    for (const row of VISION_MATRICES[vision]) expect(row[0] + row[1] + row[2]).toBeCloseTo(1, 4);
  }
  const [red, green] = [linearRgb('#b46060'), linearRgb('#7a7a45')];
  expect(colourDistance(seenAs(red, 'deutan'), seenAs(green, 'deutan'))).toBeLessThan(colourDistance(red, green) / 2);
});

test('the dark of the system is the dark that people choose', () => {
  expect(ownTokensOf('dark as the system says')).toEqual(ownTokensOf('dark'));
});

test('no theme names a token that light does not have', () => {
  const known = Object.keys(ownTokensOf('light'));
  for (const theme of THEMES)
    expect(Object.keys(ownTokensOf(theme)).filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(THEMES)('in %s', (theme) => {
  test('every text can be read on what it stands on', () => {
    expect(pairsBelow(theme, TEXT, 4.5)).toEqual([]);
  });

  test('what marks the focus, and the borders of controls, can be seen', () => {
    expect(pairsBelow(theme, GRAPHICS, 3)).toEqual([]);
  });

  test.each(VISIONS)('lanes are told apart, and harm from all of them, by %s eyes', (vision) => {
    const marks = [...HUES, 'harm'].map((name) => ({ name, colour: seenAs(colourOf(theme, name), vision) }));
    const close = marks.flatMap((a, index) =>
      marks.slice(index + 1).flatMap((b) => {
        const distance = colourDistance(a.colour, b.colour);
        return distance < LEAST_DISTANCE ? [`${a.name} and ${b.name}: ${distance.toFixed(3)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  test.each(VISIONS)('lines of lanes and of harm stand out from the ground to %s eyes', (vision) => {
    const faint = [...HUES, 'harm'].flatMap((name) =>
      GROUNDS.flatMap((ground) => {
        const ratio = contrast(seenAs(colourOf(theme, name), vision), seenAs(colourOf(theme, ground), vision));
        return ratio < 3 ? [`${name} on ${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(faint).toEqual([]);
  });
});

test('a projector gets seven to one for text on its grounds, and larger type and thicker lines than a screen', () => {
  const onGround = TEXT.filter(([, ground]) => ground === 'ground' || ground === 'sheet');
  expect(pairsBelow('projector', onGround, 7)).toEqual([]);
  const [light, projector] = [tokensOf('light'), tokensOf('projector')];
  const sizes = Object.keys(light).filter((name) => /^(text|stroke)/.test(name));
  expect(sizes.length).toBeGreaterThan(8);
  for (const name of sizes) {
    expect(Number.parseFloat(projector[name] ?? ''), name).toBeGreaterThan(Number.parseFloat(light[name] ?? ''));
  }
});
