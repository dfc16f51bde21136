/** The colours that curves are painted in, as CSS takes them. */

export interface Palette {
  readonly ink: string;
  readonly faint: string;
  readonly rule: string;
  readonly grid: string;
  readonly harm: string;
  /** In the order of the lanes. */
  readonly lanes: readonly string[];
  /** How thick lines are, of what they are on a screen: a projector wants more. */
  readonly thickness: number;
}
