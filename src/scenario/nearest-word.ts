/** Suggestions for words that were mistyped. */

/** The word of `known` that `word` was probably meant to be, `null` when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const wanted = plain(word);
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted.slice(0, 60), plain(candidate).slice(0, 60));
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

/** `Did you mean "drop"? Known: open, close.`, without the question when nothing is near. */
export function suggestWord(word: string, known: readonly string[], what: string): string {
  const nearest = nearestWord(word, known);
  const question = nearest === null ? '' : `Did you mean "${nearest}"? `;
  return known.length === 0 ? question.trim() : `${question}${what}: ${known.join(', ')}.`;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
