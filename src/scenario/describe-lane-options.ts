/** The lane options of `lane-options.ts` as plain data, made at build time. */

import { z } from 'zod';
import { assertPresent } from '../base/assert.ts';
import { LANE_NAMES, type LaneName } from '../protocol/lane-name.ts';
import type { LaneOptionFact, LaneOptionFacts } from './lane-option-fact.ts';
import { LANE_OPTION_SCHEMAS } from './lane-options.ts';

/** Every option of every lane, in the order of its schema. */
export function describeLaneOptions(): LaneOptionFacts {
  const facts = LANE_NAMES.map((lane) => [lane, describeOptions(lane)] as const);
  return Object.fromEntries(facts) as Record<LaneName, readonly LaneOptionFact[]>; // one entry for each name
}

function describeOptions(lane: LaneName): readonly LaneOptionFact[] {
  const { properties = {} } = z.toJSONSchema(LANE_OPTION_SCHEMAS[lane], { io: 'input' });
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
