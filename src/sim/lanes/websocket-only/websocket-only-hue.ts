/** The colour of the lane in pictures that stand alone; a test holds it to the tokens of the page. */

import type { LaneHue } from '../lane-hue.ts';

export const websocketOnlyHue: LaneHue = { light: '#29557c', dark: '#91b6db' };
