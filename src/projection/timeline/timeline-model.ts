/** Everything that the timeline draws of a run, prepared once for a run. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { SurfaceReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { actorInSentence } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { durationText } from '../seconds.ts';
import { flagsOf } from './flags.ts';
import type { Flag } from './flags.ts';
import { buildPyramid } from './pyramid.ts';
import type { Pyramid } from './pyramid.ts';
import { madeStaircase, shownStaircase } from './staircase.ts';
import type { Staircase } from './staircase.ts';
import { stateTrack } from './state-track.ts';
import type { StateBar } from './state-track.ts';

export interface LaneTimeline {
  readonly name: string;
  readonly lane: LaneName;
  readonly title: string;
  readonly made: Pyramid;
  /** One curve a surface, the first being the one that the states and remarks are about. */
  readonly shown: readonly { readonly surface: string; readonly curve: Pyramid }[];
  readonly most: number;
  readonly states: readonly StateBar[];
  readonly stop: StopPair | null;
  readonly remark: Remark | null;
  /** Words missing on the surface of the remarks, at the end. */
  readonly missing: number;
}

/** From the press of stop to the last word made after it. */
export interface StopPair {
  readonly pressedAtMs: VirtualMs;
  readonly haltedAtMs: VirtualMs;
  readonly words: number;
}

export interface Remark {
  readonly atMs: VirtualMs;
  readonly tone: 'harm' | 'good';
  readonly text: string;
  /** The count at whose height it stands. */
  readonly level: number;
}

export interface TimelineModel {
  readonly horizonMs: VirtualMs;
  readonly flags: readonly Flag[];
  readonly lanes: readonly LaneTimeline[];
}

export function timelineOf(run: Run): TimelineModel {
  const { scenario } = run;
  return {
    horizonMs: scenario.horizonMs,
    flags: flagsOf(run),
    lanes: run.lanes.map((trace) => laneTimeline(run, trace)),
  };
}

function laneTimeline(run: Run, trace: LaneTrace): LaneTimeline {
  const { surfaces, horizonMs } = run.scenario;
  const first = surfaces[0]?.name ?? '';
  const made = madeStaircase(trace);
  const report = run.report.lanes[trace.name];
  const surface = report?.surfaces[first];
  return {
    name: trace.name,
    lane: trace.lane,
    title: laneTitle(trace.name, trace.lane),
    made: buildPyramid(made),
    shown: surfaces.map(({ name }) => ({ surface: name, curve: buildPyramid(shownStaircase(trace, name)) })),
    most: Math.max(1, made.counts.at(-1) ?? 0),
    states: stateTrack(trace, first, horizonMs),
    stop: stopPair(trace),
    remark: surface === undefined ? null : remarkOf(trace, first, surface, made, report?.agent.unseen ?? 0),
    missing: surface?.missing ?? 0,
  };
}

function stopPair(trace: LaneTrace): StopPair | null {
  const pressed = trace.events.findLast((event) => event.type === 'stop.pressed');
  if (pressed === undefined) return null;
  const after = trace.events.filter((event) => event.type === 'token.generated' && event.atMs > pressed.atMs);
  return { pressedAtMs: pressed.atMs, haltedAtMs: after.at(-1)?.atMs ?? pressed.atMs, words: after.length };
}

/** What the picture means, in a few words: how many words are gone, or how quickly the surface was whole again. */
function remarkOf(
  trace: LaneTrace,
  surface: string,
  report: SurfaceReport,
  made: Staircase,
  unseen: number,
): Remark | null {
  if (report.missing > 0 && report.status !== 'streaming' && report.status !== 'cancelled' && report.shown > 0) {
    const text =
      unseen > 0 ? `${unseen} words nobody will read` : `${report.missing} words kept, not on the ${surface}`;
    const last = made.counts.at(-1) ?? 0;
    return { atMs: made.times.at(-1) ?? 0, tone: 'harm', text, level: last - report.missing / 2 };
  }
  const healed = trace.events.findLast((event) => event.type === 'fault.ended' && event.actor === surface);
  if (healed === undefined || report.recoveredAfterMs === null) return null;
  const text = `${actorInSentence(surface)} caught up in ${durationText(report.recoveredAfterMs)}`;
  return { atMs: healed.atMs + report.recoveredAfterMs, tone: 'good', text, level: (made.counts.at(-1) ?? 0) / 2 };
}
