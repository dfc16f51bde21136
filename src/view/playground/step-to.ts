/** The nearest of `times` (ascending) before or after `fromMs`, `null` when there is none. */
export function stepTo(times: readonly number[], fromMs: number, direction: -1 | 1): number | null {
  if (direction === 1) return times.find((atMs) => atMs > fromMs) ?? null;
  return times.findLast((atMs) => atMs < fromMs) ?? null;
}
