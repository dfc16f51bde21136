/** Writes the JSON Schemas in `public`: `node src/cli/write-json-schema.ts`, after a change of a format. */

import { writeFileSync } from 'node:fs';
import { runJsonSchema, scenarioJsonSchema } from '../scenario/json-schema.ts';

const schemas = { scenario: scenarioJsonSchema(), run: runJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../../public/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
