/**
 * How the options of a lane are laid out for people: in groups, and the few that decide most as switches
 * that stand on the stage itself. A lane says it of its own options.
 */

type Value = boolean | number | string;

export interface LaneSwitch<Name extends string = string> {
  readonly option: Name;
  /** One or two short words, true of `on`. */
  readonly label: string;
  /** A part of the label, for where there is little room. */
  readonly short: string;
  readonly on: Value;
  readonly off: Value;
}

export interface OptionGroup<Name extends string = string> {
  readonly title: string;
  readonly options: readonly Name[];
}

export interface OptionLayout<Name extends string = string> {
  readonly switches: readonly LaneSwitch<Name>[];
  /** Each option stands in one of them. */
  readonly groups: readonly OptionGroup<Name>[];
}
