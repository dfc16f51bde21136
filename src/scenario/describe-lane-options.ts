/** The options of the lanes as plain data, made at build time. */

import { z } from 'zod';
import { assertPresent } from '../base/assert.ts';
import { LANES } from '../sim/lanes/lane-list.ts';
import type { LaneOptionFact, LaneOptionFacts } from './lane-option-fact.ts';

/** Every option of every lane, in the order of its schema. */
export function describeLaneOptions(): LaneOptionFacts {
  return Object.fromEntries(LANES.map((lane) => [lane.name, describeOptions(lane.options)]));
}

function describeOptions(options: z.ZodObject): readonly LaneOptionFact[] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => describeOption(name, property));
}

function describeOption(name: string, property: z.core.JSONSchema._JSONSchema): LaneOptionFact {
  const schema = typeof property === 'object' ? property : {};
  const { default: byDefault, description: meaning = '' } = schema;
  if (typeof byDefault === 'boolean') return { name, kind: 'flag', byDefault, meaning };
  if (typeof byDefault === 'number') {
    const least = assertPresent(schema.minimum, `the option ${name} has no least value`);
    const most = assertPresent(schema.maximum, `the option ${name} has no greatest value`);
    return { name, kind: 'number', byDefault, meaning, least, most };
  }
  const choices = assertPresent(schema.enum, `the option ${name} is of a kind without controls`).map(String);
  return { name, kind: 'choice', byDefault: String(byDefault), meaning, choices };
}
