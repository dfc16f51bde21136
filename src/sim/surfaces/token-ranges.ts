/** Which tokens of a run are on a screen: ranges in order, with room between any two. */

export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Those parts of `from` to `to` that are in none of `ranges`, in order. */
export function rangesMissing(ranges: readonly TokenRange[], from: number, to: number): readonly TokenRange[] {
  const missing: TokenRange[] = [];
  let next = from;
  for (const range of ranges) {
    if (range.to < next) continue;
    if (range.from > to) break;
    if (range.from > next) missing.push({ from: next, to: range.from - 1 });
    next = range.to + 1;
  }
  if (next <= to) missing.push({ from: next, to });
  return missing;
}

/** `ranges` with `from` to `to` in them. */
export function rangesWith(ranges: readonly TokenRange[], from: number, to: number): readonly TokenRange[] {
  const last = ranges.at(-1);
  // Nearly always an answer goes on where it ends.
  if (last !== undefined && last.to === from - 1) {
    const longer = { from: last.from, to };
    return ranges.length === 1 ? [longer] : [...ranges.slice(0, -1), longer];
  }
  const isApart = (range: TokenRange): boolean => range.to < from - 1 || range.from > to + 1;
  const joined = ranges.filter((range) => !isApart(range));
  const whole = {
    from: Math.min(from, ...joined.map((range) => range.from)),
    to: Math.max(to, ...joined.map((range) => range.to)),
  };
  return [...ranges.filter(isApart), whole].toSorted((a, b) => a.from - b.from);
}
