/** `npm run check`: format, lint, types, dead code and layers. */

import { runChecks } from './checks.ts';

const results = await runChecks();
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
