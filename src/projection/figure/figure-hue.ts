/** The colour of a lane in a picture that stands alone, for light and dark at once. */

import { laneHue } from '../../scenario/lane-hue.ts';

/** A CSS colour; a lane that is not known has the colour of the ink. */
export function figureHue(lane: string): string {
  const hue = laneHue(lane);
  return hue === null ? 'var(--ink)' : `light-dark(${hue.light},${hue.dark})`;
}
