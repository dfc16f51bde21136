/** The colour of the lane in pictures that stand alone; a test holds it to the tokens of the page. */

import type { LaneHue } from '../lane-hue.ts';

export const naiveHue: LaneHue = { light: '#7b3500', dark: '#f09e39' };
