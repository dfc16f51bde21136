/** The two verdicts on a guarantee. */

import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';

export const HELD: GuaranteeVerdict = { held: true };

/** Broken by `event`, on `surface`, or in the lane as a whole when that is `null`. */
export function brokenBy(event: TraceEvent, surface: string | null): GuaranteeVerdict {
  return { held: false, atMs: event.atMs, event: `e${event.id}`, surface };
}
