/** The options of the lanes as plain data, made at build time. */

import { z } from 'zod';
import { assertPresent } from '../base/assert.ts';
import { LANE_OPTIONS } from '../sim/lanes/lane-list.ts';
import type { LaneOptionSet } from '../sim/lanes/lane-list.ts';
import type { LaneOptionFact, LaneOptionFacts } from './lane-option-fact.ts';

/** Every option of every lane, group by group. */
export function describeLaneOptions(): LaneOptionFacts {
  return Object.fromEntries(LANE_OPTIONS.map(({ of, schema, layout }) => [of.name, describeOptions(schema, layout)]));
}

function describeOptions(
  options: z.ZodObject,
  { groups, switches }: LaneOptionSet['layout'],
): readonly LaneOptionFact[] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' });
  return groups.flatMap(({ title, options: names }) =>
    names.map((name, index) => {
      const property = assertPresent(properties[name], `there is no option ${name}`);
      const found = switches.find(({ option }) => option === name);
      return describeOption(name, property, {
        ...(index === 0 ? { heading: title } : {}),
        ...(found === undefined
          ? {}
          : { asSwitch: { label: found.label, short: found.short, on: found.on, off: found.off } }),
      });
    }),
  );
}

type Place = Pick<LaneOptionFact, 'heading' | 'asSwitch'>;

function describeOption(name: string, property: z.core.JSONSchema._JSONSchema, place: Place): LaneOptionFact {
  const schema = typeof property === 'object' ? property : {};
  const { default: byDefault, description: meaning = '' } = schema;
  if (typeof byDefault === 'boolean') return { name, kind: 'flag', byDefault, meaning, ...place };
  if (typeof byDefault === 'number') {
    const least = assertPresent(schema.minimum, `the option ${name} has no least value`);
    const most = assertPresent(schema.maximum, `the option ${name} has no greatest value`);
    return { name, kind: 'number', byDefault, meaning, least, most, ...place };
  }
  const choices = assertPresent(schema.enum, `the option ${name} is of a kind without controls`).map(String);
  return { name, kind: 'choice', byDefault: String(byDefault), meaning, choices, ...place };
}
