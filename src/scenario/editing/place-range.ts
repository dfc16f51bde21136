/** From the place of a problem to the stretch of text that is underlined for it. */

import type { TextPlace } from '../scenario-problem.ts';

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The word or the quoted text at the place; never empty where the text is not, and never beyond its line. */
export function placeRange(text: string, { line, column }: TextPlace): TextRange {
  const starts = lineStart(text, line);
  const newline = text.indexOf('\n', starts);
  const end = newline === -1 ? text.length : newline;
  const from = Math.min(starts + column - 1, end);
  const rest = text.slice(from, end);
  const length = /^(?:"[^"]*"|'[^']*'|[^\s,:[\]{}]+|\S)/.exec(rest)?.[0].length ?? 0;
  if (length > 0) return { from, to: from + length };
  // What is missing at the end of a line is shown at its last character.
  return from > starts ? { from: from - 1, to: from } : { from, to: Math.min(from + 1, text.length) };
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const newline = text.indexOf('\n', start);
    if (newline === -1) return start;
    start = newline + 1;
  }
  return start;
}
