/** What the bench says: one line of JSON for each figure (`contracts`: outcome report, the bench). */

export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: 'ms' | 'frames' | 'MB';
  /** What `ratio` is taken against, measured in the same process and in turns with the figure. */
  readonly against: string;
  readonly ratio: number;
  /** What must hold, in words that name `value` or `ratio`; `null` for a figure that is only watched. */
  readonly bar: string | null;
  readonly holds: boolean;
}

/** Rounds to three significant digits: what is beyond them differs from run to run. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The middle of `values`, the upper one of an even count. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The least of `values` that at least `share` of them do not exceed; `share` between 0 and 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
