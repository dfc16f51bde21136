/** How large a file is, as people say it. */

const UNITS = ['kB', 'MB', 'GB'] as const;

/** `812 B`, `84.3 kB`, `12 MB`: powers of a thousand, three digits at the most. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 99.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit] ?? ''}`;
}
