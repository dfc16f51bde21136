/** Writes `public/scenario.schema.json`: `node src/cli/write-json-schema.ts`, after a change of the format. */

import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../scenario/json-schema.ts';

writeFileSync(
  new URL('../../public/scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
);
