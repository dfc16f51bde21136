/** Everything that the timeline draws of a run, prepared once for a run; what depends on zoom and size comes later. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { differenceBand } from './difference-band.ts';
import { flagsOf } from './flags.ts';
import type { Flag } from './flags.ts';
import { markersOf } from './markers.ts';
import type { Marker } from './markers.ts';
import { lostWords } from './lost-words.ts';
import type { LostWords } from './lost-words.ts';
import { buildPyramid } from './pyramid.ts';
import type { Pyramid } from './pyramid.ts';
import { recoveries } from './recoveries.ts';
import type { Recovery } from './recoveries.ts';
import { spaceTime } from './space-time.ts';
import type { SpaceTime } from './space-time.ts';
import { finalCount, greatestCount, madeStaircase, screenCurves } from './staircase.ts';
import { stateTrack } from './state-track.ts';
import type { StateBar } from './state-track.ts';
import { stopPairs } from './stop-pairs.ts';
import type { StopPair } from './stop-pairs.ts';

export interface SurfaceTimeline {
  readonly name: string;
  readonly label: string;
  readonly shown: Pyramid;
  /** Each word once; the same object as `shown` while none stands there twice. */
  readonly distinct: Pyramid;
  readonly states: readonly StateBar[];
}

export interface LaneTimeline {
  readonly name: string;
  readonly lane: LaneName;
  readonly title: string;
  readonly made: Pyramid;
  readonly surfaces: readonly SurfaceTimeline[];
  readonly stops: readonly StopPair[];
  readonly lost: LostWords | null;
  readonly recoveries: readonly Recovery[];
  /** What went between its surfaces and its far end. */
  readonly space: SpaceTime;
}

export interface TimelineModel {
  readonly horizonMs: VirtualMs;
  readonly flags: readonly Flag[];
  readonly lanes: readonly LaneTimeline[];
  /** The greatest count of any curve: lanes share one scale, so that heights compare. */
  readonly most: number;
  readonly difference: Pyramid;
  readonly partedAtMs: VirtualMs | null;
  /** The moments that have a name. */
  readonly markers: readonly Marker[];
}

export function timelineOf(run: Run): TimelineModel {
  const { horizonMs } = run.scenario;
  const lanes = run.lanes.map((trace) => laneTimeline(run, trace));
  const band = differenceBand(lanes.map(({ surfaces }) => surfaces.map(({ shown }) => shown.staircase)));
  const counts = lanes.flatMap(({ made, surfaces }) => [
    finalCount(made.staircase),
    ...surfaces.map(({ shown }) => greatestCount(shown.staircase)),
  ]);
  const flags = flagsOf(run);
  return {
    horizonMs,
    flags,
    lanes,
    most: Math.max(1, ...counts),
    difference: buildPyramid(band.words),
    partedAtMs: band.partedAtMs,
    markers: markersOf(run, flags, lanes),
  };
}

function laneTimeline({ scenario, report }: Run, trace: LaneTrace): LaneTimeline {
  const laneReport = report.lanes[trace.name];
  const stops = stopPairs(trace);
  return {
    name: trace.name,
    lane: trace.lane,
    title: laneTitle(trace),
    made: buildPyramid(madeStaircase(trace)),
    surfaces: scenario.surfaces.map(({ name }) => {
      const { shown, distinct } = screenCurves(trace, name);
      const pyramid = buildPyramid(shown);
      return {
        name,
        label: actorLabel(name),
        shown: pyramid,
        distinct: distinct === shown ? pyramid : buildPyramid(distinct),
        states: stateTrack(trace, name, scenario.horizonMs),
      };
    }),
    stops,
    lost: laneReport === undefined ? null : lostWords(trace, laneReport),
    recoveries: laneReport === undefined ? [] : recoveries(trace, laneReport),
    space: spaceTime(trace, scenario.surfaces, scenario.horizonMs),
  };
}
