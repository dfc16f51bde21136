/** The moments of a run that have a name: what flags rest on, and what a measure goes from and to. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import type { Flag } from './flags.ts';
import type { Staircase } from './staircase.ts';
import type { LaneTimeline } from './timeline-model.ts';
import { verbFact } from './verb-list.ts';

export interface Marker {
  readonly atMs: VirtualMs;
  /** `stop pressed`, `last word` */
  readonly label: string;
  /** Where it happens, `null` for what happens to every lane. */
  readonly lane: string | null;
  /** It is what a flag stands for. */
  readonly isFlag: boolean;
}

/** Flags first, then what happens in each lane; of one moment, the first names it. */
export function markersOf(
  run: Run,
  flags: readonly Flag[],
  lanes: readonly Pick<LaneTimeline, 'name' | 'title' | 'made' | 'surfaces' | 'recoveries'>[],
): readonly Marker[] {
  const several = lanes.length > 1;
  return [
    ...flags.flatMap(flagMarkers),
    ...lanes.flatMap((lane) => {
      const inLane = (atMs: VirtualMs | undefined, label: string): readonly Marker[] =>
        atMs === undefined ? [] : [{ atMs, label, lane: several ? lane.title : null, isFlag: false }];
      const broken = Object.entries(run.report.lanes[lane.name]?.guarantees ?? {});
      return [
        ...inLane(lane.made.staircase.times[0], 'first word'),
        ...inLane(lane.made.staircase.times.at(-1), 'last word'),
        ...lane.surfaces.flatMap(({ label, shown }) => [
          ...inLane(firstShown(shown.staircase), `first word on ${label.toLowerCase()}`),
          ...inLane(shown.staircase.times.at(-1), `last change on ${label.toLowerCase()}`),
        ]),
        ...lane.recoveries.flatMap(({ atMs }) => inLane(atMs, 'caught up')),
        ...broken.flatMap(([id, verdict]) => (verdict.held ? [] : inLane(verdict.atMs, `${id} broken`))),
      ];
    }),
  ];
}

/** The marker at exactly `atMs`, `undefined` when that moment has no name. */
export function markerAt(markers: readonly Marker[], atMs: VirtualMs): Marker | undefined {
  return markers.find((marker) => marker.atMs === atMs);
}

function flagMarkers({ verb, atMs, untilMs }: Flag): readonly Marker[] {
  const { name } = verbFact(verb);
  const begins = { atMs, label: verb === 'stop' ? 'stop pressed' : name, lane: null, isFlag: true };
  return typeof untilMs === 'number'
    ? [begins, { atMs: untilMs, label: `${name} over`, lane: null, isFlag: true }]
    : [begins];
}

function firstShown({ times, counts }: Staircase): VirtualMs | undefined {
  return times[counts.findIndex((count) => count > 0)];
}
