/** The colour of the lane in pictures that stand alone; a test holds it to the tokens of the page. */

import type { LaneHue } from '../lane-hue.ts';

export const durableHue: LaneHue = { light: '#0b7667', dark: '#4ab79e' };
