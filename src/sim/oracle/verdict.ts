/** The two verdicts on a guarantee. */

import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';

export const HELD: GuaranteeVerdict = { held: true };

/** Broken by `event`, on `surface`, or in the lane as a whole when that is `null`. */
export function brokenBy(event: TraceEvent, surface: string | null): GuaranteeVerdict {
  return { held: false, atMs: event.atMs, event: `e${event.id}`, surface };
}

export interface Breach {
  readonly event: TraceEvent;
  readonly surface: string | null;
}

/** Broken by the earliest of what was found, held when nothing was. */
export function brokenByFirst(breaches: readonly Breach[]): GuaranteeVerdict {
  const first = breaches.toSorted((a, b) => a.event.id - b.event.id)[0];
  return first === undefined ? HELD : brokenBy(first.event, first.surface);
}
