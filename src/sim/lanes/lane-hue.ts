/** The colour of a lane, as `#rrggbb` on a light and on a dark ground. */

export interface LaneHue {
  readonly light: string;
  readonly dark: string;
}
