/**
 * The three kinds of options that a lane has: switches, times and counts, choices. Each has a
 * default and a meaning that the page shows; `[F…]` and `[W …]` in a meaning name the section of the
 * domain report or the measured row behind it.
 */

import { z } from 'zod';

/** Longer than any horizon: a limit that is off in practice. */
const LONGEST_MS = 604_800_000;

export const flag = (byDefault: boolean, meaning: string) => z.boolean().default(byDefault).describe(meaning);

/** A time in milliseconds. */
export const ms = (byDefault: number, meaning: string, least = 0) =>
  z.int().min(least).max(LONGEST_MS).default(byDefault).describe(meaning);

export const count = (byDefault: number, meaning: string, least: number, most: number) =>
  z.int().min(least).max(most).default(byDefault).describe(meaning);

export const choice = <const Word extends string>(words: readonly Word[], byDefault: NoInfer<Word>, meaning: string) =>
  z
    .enum(words)
    .default(() => byDefault)
    .describe(meaning);
