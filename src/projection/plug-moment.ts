/** Where to pull the plug when people do not say when: in the middle of an answer, and where it changes the outcome. */

import type { VirtualMs } from '../protocol/time.ts';
import type { Run } from '../sim/run.ts';

/** Times that people did not choose are round, so that they read well. */
const ROUND_MS = 10;
/** Where between the first word and the end of the interval to look for a moment, best first. */
const FRACTIONS = [1 / 2, 3 / 4, 1 / 4, 5 / 8, 3 / 8, 7 / 8, 1 / 8] as const;
/** Two causes closer than this cannot be told apart on the timeline. */
const APART_MS = 60;

/**
 * The playhead while words are still to come, else a fresh moment: half-way through the first answer,
 * or half-way to the first drop of that surface when there is one already.
 */
export function plugMoment(run: Run, surface: string, playheadMs: VirtualMs): VirtualMs {
  const made = firstAnswer(run);
  if (made === null) return Math.round(playheadMs);
  if (playheadMs < made.toMs) return Math.round(playheadMs);
  const drops = run.scenario.script
    .filter((entry) => entry.do === 'drop' && entry.on === surface && (entry.atMs ?? Infinity) > made.fromMs)
    .map((entry) => entry.atMs ?? Infinity);
  const until = Math.min(made.toMs, ...drops);
  const candidates = FRACTIONS.map((part) => {
    const atMs = made.fromMs + (until - made.fromMs) * part;
    return Math.round(atMs / ROUND_MS) * ROUND_MS;
  });
  const isFree = (atMs: VirtualMs) =>
    run.scenario.script.every((entry) => Math.abs((entry.atMs ?? Infinity) - atMs) >= APART_MS);
  return candidates.find(isFree) ?? candidates[0] ?? until;
}

/** When the words of the first answer are made, in the lane that began it first; `null` when nothing was asked. */
function firstAnswer(run: Run): { readonly fromMs: VirtualMs; readonly toMs: VirtualMs } | null {
  const spans = run.lanes.flatMap((lane) => {
    const words = lane.events.filter((event) => event.type === 'token.generated' && event.run === 1);
    const [first, last] = [words[0], words.at(-1)];
    return first === undefined || last === undefined ? [] : [{ fromMs: first.atMs, toMs: last.atMs }];
  });
  return spans.toSorted((a, b) => a.fromMs - b.fromMs || b.toMs - a.toMs)[0] ?? null;
}
