/** The type size at which texts can be seen at once: lines are broken as a browser would, by estimated widths. */

/** Of the type size: an average character of the serif typeface, and a space. */
const CHARACTER = 0.5;
const SPACE = 0.25;
/** In pixels. A short answer is not shouted. */
export const SMALLEST_PX = 11;
const LARGEST_PX = 26;
const STEP_PX = 0.25;
/** Texts shorter than this many lines of room are set as if they were longer. */
const LEAST_CHARACTERS = 60;

interface Box {
  /** Both in pixels. */
  readonly width: number;
  readonly height: number;
  /** Height of a line, of the type size. */
  readonly line: number;
}

/** The largest size in pixels at which all `texts`, a paragraph each, fit; `null` when even the smallest is too large. */
export function fittingSize(texts: readonly (readonly string[])[], box: Box): number | null {
  if (!fits(texts, SMALLEST_PX, box)) return null;
  let [low, high] = [0, (LARGEST_PX - SMALLEST_PX) / STEP_PX];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(texts, SMALLEST_PX + middle * STEP_PX, box)) low = middle;
    else high = middle - 1;
  }
  return SMALLEST_PX + low * STEP_PX;
}

function fits(texts: readonly (readonly string[])[], size: number, { width, height, line }: Box): boolean {
  const lines = texts.reduce((sum, words) => sum + countLines(words, width / size), 0);
  return lines * line * size <= height;
}

/** `width` is in type sizes. */
function countLines(words: readonly string[], width: number): number {
  const characters = words.reduce((sum, word) => sum + word.length + 1, 0);
  let lines = 1;
  let x = 0;
  for (const word of words) {
    const wide = word.length * CHARACTER;
    if (x > 0 && x + wide > width) {
      lines += 1;
      x = 0;
    }
    x += wide + SPACE;
  }
  return characters < LEAST_CHARACTERS ? Math.max(lines, Math.ceil((LEAST_CHARACTERS * CHARACTER) / width)) : lines;
}
