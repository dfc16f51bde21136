/** The scenario format as JSON Schema, for editors and other programs. Made from the zod schema, so that the two agree. */

import { z } from 'zod';
import { LANE_NAMES } from '../protocol/lane-name.ts';
import { EVENT_NAMES } from './event-names.ts';
import { LIMITS } from './limits.ts';
import { scenarioSchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** JSON Schema (draft 2020-12) of a scenario as people write it. What spans fields stays with the parser. */
export function scenarioJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      const at = path.filter((part) => part !== 'properties').join('.');
      if (at === 'lanes.items') allowBareName(jsonSchema);
      if (at === 'surfaces') jsonSchema.maxProperties = LIMITS.surfaces;
      if (/^script\.items\.oneOf\.\d+$/.test(at)) jsonSchema.oneOf = [{ required: ['atMs'] }, { required: ['after'] }];
      if (at.endsWith('after.anyOf.1.event')) jsonSchema.enum = [...EVENT_NAMES];
    },
  });
  return { title: 'Pull the Plug scenario, version 1', ...schema };
}

/** A lane may stand as its name alone. */
function allowBareName(lane: JsonSchema): void {
  const { oneOf: variants = [] } = lane;
  delete lane.oneOf;
  lane.anyOf = [{ type: 'string', enum: [...LANE_NAMES] }, ...variants];
}
