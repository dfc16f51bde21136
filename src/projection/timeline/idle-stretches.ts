/** Where nothing happens in any lane for so long that it may be folded. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import type { Folding, TimeSpan } from './time-scale.ts';

/** Times are looked at in steps of this many milliseconds. */
const STEP_MS = 50;
/** Nothing shorter is worth a break in the axis. */
const LEAST_MS = 1_500;
/** How much of a stretch stays in sight on each side of its break. */
const MARGIN_MS = 250;
/** A break takes this share of what is not folded. */
const SHARE = 0.03;

/** The idle stretches of `run` between its first and its last event. */
export function idleFolding({ scenario, lanes }: Run): Folding {
  const busy = new Uint8Array(Math.ceil(scenario.horizonMs / STEP_MS) + 1);
  const mark = (atMs: VirtualMs): void => {
    busy[Math.floor(atMs / STEP_MS)] = 1;
  };
  for (const { events } of lanes) for (const { atMs } of events) mark(atMs);
  for (const entry of scenario.script) if (entry.atMs !== undefined) mark(entry.atMs);
  const stretches = emptyStretches(busy);
  const folded = stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const packedMs = Math.max(1, Math.round((scenario.horizonMs - folded) * SHARE));
  // Where little else is left, a break would be longer than what it stands for.
  return { stretches: stretches.filter(({ fromMs, toMs }) => toMs - fromMs > 2 * packedMs), packedMs };
}

function emptyStretches(busy: Uint8Array): readonly TimeSpan[] {
  const stretches: TimeSpan[] = [];
  let last = -1;
  busy.forEach((isBusy, step) => {
    if (isBusy === 0) return;
    const [fromMs, toMs] = [(last + 1) * STEP_MS + MARGIN_MS, step * STEP_MS - MARGIN_MS];
    if (last >= 0 && toMs - fromMs >= LEAST_MS) stretches.push({ fromMs, toMs });
    last = step;
  });
  return stretches;
}
