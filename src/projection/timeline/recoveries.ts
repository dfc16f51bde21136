/** Where a screen was whole again after a break, and how long that took once its path worked. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';
import { durationText } from '../seconds.ts';

export interface Recovery {
  readonly surface: string;
  /** When the path worked again, and when the screen had caught up. */
  readonly healedAtMs: VirtualMs;
  readonly atMs: VirtualMs;
  readonly text: string;
  readonly shortText: string;
}

/** One for each surface that fell behind and caught up, by its report. */
export function recoveries(trace: LaneTrace, report: LaneReport): readonly Recovery[] {
  const names = Object.keys(report.surfaces);
  return names.flatMap((surface) => {
    const tookMs = report.surfaces[surface]?.recoveredAfterMs ?? null;
    const healed = trace.events.findLast(({ type, actor }) => type === 'fault.ended' && actor === surface);
    // Not behind when the path healed: there was nothing to catch up with.
    if (tookMs === null || tookMs === 0 || healed === undefined) return [];
    const lasted = durationText(tookMs);
    const text = surface === names[0] ? `caught up in ${lasted}` : `${actorInSentence(surface)} caught up in ${lasted}`;
    return [{ surface, healedAtMs: healed.atMs, atMs: healed.atMs + tookMs, text, shortText: `+${lasted}` }];
  });
}
