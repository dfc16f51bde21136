/** The scenario format and run files as JSON Schema, for editors and other programs. Made from the zod schemas, so that they agree. */

import { z } from 'zod';
import { assert } from '../base/assert.ts';
import { annotateSchema } from './annotate-schema.ts';
import type { JsonSchema } from './annotate-schema.ts';
import { EVENT_NAMES } from './event-names.ts';
import { LANES } from '../sim/lanes/lane-list.ts';
import { LIMITS } from './limits.ts';
import { runFileSchema } from './run-file.ts';
import { scenarioSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of a scenario as people write it. What spans fields stays with the parser. */
export function scenarioJsonSchema(): JsonSchema {
  const { properties = {}, ...schema } = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      const at = path.filter((part) => part !== 'properties').join('.');
      if (at === 'surfaces') jsonSchema.maxProperties = LIMITS.surfaces;
      if (/^script\.items\.oneOf\.\d+$/.test(at)) jsonSchema.oneOf = [{ required: ['atMs'] }, { required: ['after'] }];
      if (at.endsWith('after.anyOf.1.event')) jsonSchema.enum = [...EVENT_NAMES];
    },
  });
  const title = 'Pull the Plug scenario, version 1';
  const { scriptEntry, laneClaims, ...others } = (schema.$defs ?? {}) as Readonly<Record<string, JsonSchema>>;
  return annotateSchema({
    title,
    ...schema,
    properties: { ...properties, lanes: allowBareNames(properties['lanes']) },
    $defs: {
      ...others,
      ...(scriptEntry === undefined ? {} : { scriptEntry: annotateSchema(scriptEntry, ['script', '*']) }),
      ...(laneClaims === undefined ? {} : { laneClaims: annotateSchema(laneClaims, ['expect', '*']) }),
    },
  });
}

/** JSON Schema (draft 2020-12) of a run file, version 1; its scenario is of the schema beside it. */
export function runJsonSchema(): JsonSchema {
  const { properties = {}, ...schema } = z.toJSONSchema(runFileSchema);
  const title = 'Pull the Plug run, version 1';
  return { title, ...schema, properties: { ...properties, scenario: { $ref: 'scenario.schema.json' } } };
}

/** A lane may stand as its name alone; the zod schema turns it into an object before it looks. */
function allowBareNames(lanes: boolean | JsonSchema | undefined): JsonSchema {
  const items = typeof lanes === 'object' ? lanes.items : undefined;
  assert(typeof items === 'object' && !Array.isArray(items), 'the lanes of a scenario are one list');
  return {
    ...(typeof lanes === 'object' ? lanes : {}),
    items: { anyOf: [{ type: 'string', enum: LANES.map((lane) => lane.name) }, items] },
  };
}
