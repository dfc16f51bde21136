/** The colour of the lane in pictures that stand alone; a test holds it to the tokens of the page. */

import type { LaneHue } from '../lane-hue.ts';

export const resumableHue: LaneHue = { light: '#6a4fc5', dark: '#a392ed' };
