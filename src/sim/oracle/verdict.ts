/** The two verdicts on a guarantee. */

import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';

export const HELD: GuaranteeVerdict = { held: true };

export interface Breach {
  readonly event: TraceEvent;
  /** `null` when it is the lane’s as a whole. */
  readonly surface: string | null;
}

/** Broken by the earliest of what was found, held when nothing was. */
export function brokenByFirst(breaches: readonly Breach[]): GuaranteeVerdict {
  return brokenByThese(breaches.toSorted((a, b) => a.event.id - b.event.id));
}

/** Broken by the first one, held without any; the first one on each surface is named beside it. */
export function brokenByThese(breaches: readonly Breach[]): GuaranteeVerdict {
  const [first] = breaches;
  if (first === undefined) return HELD;
  const surfaces: Record<string, { atMs: number; event: string }> = {};
  for (const { event, surface } of breaches) if (surface !== null) surfaces[surface] ??= placeOf(event);
  return { held: false, ...placeOf(first.event), surface: first.surface, surfaces };
}

function placeOf({ atMs, id }: TraceEvent): { atMs: number; event: string } {
  return { atMs, event: `e${id}` };
}
