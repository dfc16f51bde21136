/**
 * The area between what the agent made and what a screen shows in the end, and what it means: words
 * that nobody will read, or words that are kept somewhere and not where somebody looks.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';
import { keptPlace } from '../kept-words.ts';
import type { KeptPlace } from '../kept-words.ts';

export interface LostWords {
  /** The surface whose curve bounds the area from below. */
  readonly surface: string;
  /** From when on its curve stays below. */
  readonly fromMs: VirtualMs;
  readonly words: number;
  readonly text: string;
  readonly shortText: string;
}

/** The gravest loss of a lane at the horizon, `null` when every screen that is open came out whole. */
export function lostWords(trace: LaneTrace, report: LaneReport): LostWords | null {
  if (report.agent.end === 'running') return null;
  const wounded = Object.entries(report.surfaces).filter(([, surface]) => isWounded(surface));
  // The one that showed most tells most: the others never had a stream.
  const [first] = wounded.toSorted(([, a], [, b]) => b.shown - a.shown);
  if (first === undefined) return null;
  const [surface, { missing, shown }] = first;
  const fromMs = lastShownAtMs(trace, surface) ?? openedAtMs(trace, surface);
  const { unseen } = report.agent;
  const kept = keptPlace(trace);
  if (unseen > 0 && kept === null)
    return { surface, fromMs, words: unseen, text: `${plural(unseen)} nobody will read`, shortText: `${unseen} lost` };
  const where = actorInSentence(surface);
  const text =
    shown === 0
      ? `${hasSeveralTurns(trace) ? 'none of the last answer' : 'nothing'} on ${where}`
      : `${plural(missing)} ${keptIn(kept, report)}, not on ${where}`;
  return { surface, fromMs, words: missing, text, shortText: `${missing} missing` };
}

/** Several agents may answer one prompt: that is still one answer. */
function hasSeveralTurns({ events }: LaneTrace): boolean {
  return events.some((event) => event.type === 'run.started' && event.turn > 1);
}

/** A person who pressed stop asked for the rest not to come. */
function isWounded({ status, missing }: SurfaceReport): boolean {
  return missing > 0 && status !== 'closed' && status !== 'cancelled';
}

/** Where the words are that one surface lacks: written down, or on another screen. */
function keptIn(kept: KeptPlace, report: LaneReport): string {
  if (kept !== null) return `in the ${kept}`;
  const whole = Object.entries(report.surfaces).find(([, { missing, shown }]) => missing === 0 && shown > 0);
  return whole === undefined ? 'shown before' : `on ${actorInSentence(whole[0])}`;
}

function lastShownAtMs(trace: LaneTrace, surface: string): VirtualMs | undefined {
  return trace.events.findLast(
    ({ type, actor }) => actor === surface && (type === 'tokens.shown' || type === 'screen.cleared'),
  )?.atMs;
}

function openedAtMs(trace: LaneTrace, surface: string): VirtualMs {
  return trace.events.find(({ type, actor }) => actor === surface && type === 'surface.opened')?.atMs ?? 0;
}

function plural(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}
