/** One option of a lane as plain data, for controls and links that must not carry the schema library. */

import type { LaneName } from '../protocol/lane-name.ts';

interface OptionFact<Kind extends string, Value> {
  readonly name: string;
  readonly kind: Kind;
  readonly byDefault: Value;
  /** One sentence and its source. */
  readonly meaning: string;
  /** The title of the group that begins with it: options that are about the same thing stand together. */
  readonly heading?: string;
  /** How it stands on the stage, when it is one of the few that are switches there. */
  readonly asSwitch?: OptionSwitch;
}

/** A switch sets an option to one of two values; `label` is true of `on`, `short` a part of it. */
export interface OptionSwitch {
  readonly label: string;
  readonly short: string;
  readonly on: OptionValue;
  readonly off: OptionValue;
}

export type LaneOptionFact =
  | OptionFact<'flag', boolean>
  | (OptionFact<'number', number> & { readonly least: number; readonly most: number })
  | (OptionFact<'choice', string> & { readonly choices: readonly string[] });

/** The options of each lane, by its name. */
export type LaneOptionFacts = Readonly<Record<LaneName, readonly LaneOptionFact[]>>;

export type OptionValue = boolean | number | string;

/** Why `value` cannot stand for the option, `null` when it can. Completes "unable to …; ". */
export function refuseOption(fact: LaneOptionFact, value: OptionValue): string | null {
  switch (fact.kind) {
    case 'flag':
      return typeof value === 'boolean' ? null : `${fact.name} is true or false`;
    case 'number': {
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= fact.least && value <= fact.most;
      return fits ? null : `${fact.name} is a whole number from ${fact.least} to ${fact.most}`;
    }
    case 'choice':
      return fact.choices.some((choice) => choice === value)
        ? null
        : `${fact.name} is one of ${fact.choices.join(', ')}`;
  }
}
