/**
 * What stands on a screen of one answer: the words of its runs one after another in the order in
 * which they appeared, without those of runs that were taken off again.
 */

import type { EventOf } from './event-of.ts';

export interface AnswerOnScreen {
  /** The words as they stand there, and the run that each came from. */
  tokens: number[];
  runs: number[];
  /** How often word k stands there, at index k - 1. */
  copies: number[];
  /** How many different words stand there. */
  words: number;
}

export function emptyScreen(): AnswerOnScreen {
  return { tokens: [], runs: [], copies: [], words: 0 };
}

/** Puts words on the screen; tells whether one of them stood there already, and whether a later one did. */
export function putOnScreen(
  screen: AnswerOnScreen,
  { run, from, to }: EventOf<'tokens.shown'>,
): { readonly isDouble: boolean; readonly isEarlier: boolean } {
  const isEarlier = from < (screen.tokens.at(-1) ?? 0);
  let isDouble = false;
  for (let token = from; token <= to; token += 1) isDouble = put(screen, token, run) || isDouble;
  return { isDouble, isEarlier };
}

/** Takes what a run shows off the screen. */
export function takeOffScreen(screen: AnswerOnScreen, run: number): AnswerOnScreen {
  const rest = emptyScreen();
  for (const [at, token] of screen.tokens.entries()) {
    const writer = screen.runs[at] ?? 0;
    if (writer !== run) put(rest, token, writer);
  }
  return rest;
}

/** How many words stand before an earlier one. */
export function outOfOrder({ tokens }: AnswerOnScreen): number {
  return tokens.filter((token, at) => token < (tokens[at - 1] ?? 0)).length;
}

/** Whether two screens show the same words in the same order. */
export function showsTheSame(a: AnswerOnScreen, b: AnswerOnScreen): boolean {
  return a.tokens.length === b.tokens.length && a.tokens.every((token, at) => token === b.tokens[at]);
}

function put(screen: AnswerOnScreen, token: number, run: number): boolean {
  const copies = screen.copies[token - 1] ?? 0;
  screen.tokens.push(token);
  screen.runs.push(run);
  screen.copies[token - 1] = copies + 1;
  if (copies === 0) screen.words += 1;
  return copies > 0;
}
