/** The colour of a lane for pictures that stand alone. */

import { LANE_HUES } from '../sim/lanes/lane-list.ts';

type LaneHue = (typeof LANE_HUES)[number]['hue'];

/** `null` for a lane that is not known. */
export function laneHue(lane: string): LaneHue | null {
  return LANE_HUES.find(({ of }) => of.name === lane)?.hue ?? null;
}
