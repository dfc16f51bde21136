/** The words of an answer set in lines, for a figure: no browser measures them, so their widths are estimated. */

import type { AnswerSegment, WordKind } from '../stage/answer-segments.ts';

/** Where a word stands; `y` is its baseline, in the units of the figure. */
export interface SetWord {
  readonly text: string;
  readonly kind: WordKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Setting {
  readonly width: number;
  readonly size: number;
  readonly leading: number;
}

/** Sets answers one below the other, each a paragraph; `height` is that of all lines. */
export function setAnswers(
  answers: readonly { readonly words: readonly string[]; readonly segments: readonly AnswerSegment[] }[],
  setting: Setting,
): { readonly words: readonly SetWord[]; readonly height: number } {
  const set: SetWord[] = [];
  let height = 0;
  for (const { words, segments } of answers) {
    const top = height;
    for (const word of setWords(words, segments, setting)) set.push({ ...word, y: top + word.y });
    const lowest = set.at(-1)?.y;
    if (lowest !== undefined) height = lowest - setting.size + setting.leading;
  }
  return { words: set, height };
}

/** Sets the words of `segments` in lines of `width`, from the top left corner 0, 0. */
export function setWords(
  words: readonly string[],
  segments: readonly AnswerSegment[],
  { width, size, leading }: Setting,
): readonly SetWord[] {
  const set: SetWord[] = [];
  let x = 0;
  let y = size;
  for (const { kind, from, to } of segments) {
    for (const text of words.slice(from - 1, to)) {
      const wide = widthOf(text) * size;
      if (x > 0 && x + wide > width) {
        x = 0;
        y += leading;
      }
      set.push({ text, kind, x: Math.round(x), y, width: Math.round(wide) });
      x += wide + 0.26 * size;
    }
  }
  return set;
}

/** In ems, close to a serif typeface for reading. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0);
}

function letterWidth(letter: string): number {
  if (/[ijl.,:;'!|]/.test(letter)) return 0.27;
  if (/[frtsI-]/.test(letter)) return 0.37;
  if (/[mwMW]/.test(letter)) return 0.8;
  return /[A-Z]/.test(letter) ? 0.66 : 0.5;
}
