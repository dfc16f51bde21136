/** The tokens of the themes, read from the style sheet itself. */

import { readFileSync } from 'node:fs';

/** What each theme's rule begins with. */
const HEADS = {
  light: ':root {',
  dark: ":root[data-theme='dark'] {",
  'dark as the system says': ':root:not([data-theme]) {\n    color-scheme: dark;',
  projector: ":root[data-theme='projector'] {",
  print: ':root:not([data-theme]) {\n    color-scheme: light;',
} as const;

export type ThemeName = keyof typeof HEADS;

export type Tokens = Readonly<Record<string, string>>;

const SHEET = readFileSync(new URL('../../view/theme/tokens.css', import.meta.url), 'utf8');

/** Every custom property of a theme by its name, without the dashes; what a theme leaves away is that of light. */
export function tokensOf(theme: ThemeName): Tokens {
  return { ...ownTokensOf('light'), ...ownTokensOf(theme) };
}

/** Only what the theme's own rule says. Throws when there is no such rule. */
export function ownTokensOf(theme: ThemeName): Tokens {
  const head = HEADS[theme];
  const start = SHEET.indexOf(head);
  if (start < 0) throw new Error(`unable to read the theme; tokens.css has no "${head}"`);
  const rule = SHEET.slice(start + head.length, SHEET.indexOf('}', start));
  return Object.fromEntries(
    Array.from(rule.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [name, value]),
  );
}

/** The name of the token that a lane's own rule takes its colour from. Throws when there is no such rule. */
export function laneToken(lane: string): string {
  const found = new RegExp(`\\[data-lane='${lane}'\\][^{]*\\{\\s*--lane: var\\(--([a-z-]+)\\)`).exec(SHEET)?.[1];
  if (found === undefined) throw new Error(`unable to find the colour of "${lane}"; tokens.css has no rule for it`);
  return found;
}
