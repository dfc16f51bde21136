/** What an edit changed in one lane, in one phrase: `lost 25 → 0`. */

import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';
import { durationText } from '../seconds.ts';

export interface LaneDelta {
  readonly text: string;
  readonly tone: 'good' | 'harm' | 'quiet';
}

/** The gravest thing that changed from `before` to `after`: words lost, doubled, made after stop, then delay. */
export function laneDelta(before: LaneReport, after: LaneReport): LaneDelta | null {
  const names = Object.keys(after.surfaces);
  for (const what of ['missing', 'duplicated'] as const) {
    for (const name of names) {
      const said = what === 'missing' ? 'lost' : 'doubled';
      const on = name === names[0] ? '' : ` on ${actorInSentence(name)}`;
      const delta = compare(said + on, before.surfaces[name]?.[what] ?? 0, after.surfaces[name]?.[what] ?? 0);
      if (delta !== null) return delta;
    }
  }
  const overshoot = compare('after stop', before.agent.generatedAfterStop, after.agent.generatedAfterStop);
  return overshoot ?? compare('made', before.agent.generated, after.agent.generated, 'quiet') ?? delays(before, after);
}

function compare(what: string, from: number, to: number, tone?: 'quiet'): LaneDelta | null {
  return from === to ? null : { text: `${what} ${from} → ${to}`, tone: tone ?? (to > from ? 'harm' : 'good') };
}

function delays(before: LaneReport, after: LaneReport): LaneDelta | null {
  for (const [name, surface] of Object.entries(after.surfaces)) {
    const [from, to] = [delayOf(before.surfaces[name]), delayOf(surface)];
    if (from === to || from === null || to === null) continue;
    return { text: `behind ${durationText(from)} → ${durationText(to)}`, tone: to > from ? 'harm' : 'good' };
  }
  return null;
}

function delayOf(surface: SurfaceReport | undefined): number | null {
  return surface?.recoveredAfterMs ?? null;
}
