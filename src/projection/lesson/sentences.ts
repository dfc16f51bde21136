/** Texts taken apart into sentences and words, for the reading level. */

const END = /(?<=[.?!…]["”’)]*)\s+(?=["“‘(]?[\p{Lu}\d])/u;

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .flatMap((paragraph) => paragraph.split(END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Half of the numbers are no greater; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
